package io.github.pushforward.example.model;

import io.github.pushforward.Differentiable;

/** Two functions that optimizers are tried on, each with a curved valley. */
public final class TestFunctions {

    private TestFunctions() {}

    /** Beale's function: 0 at (3, 1/2), its only minimum. */
    @Differentiable
    public static double beale(double x, double y) {
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return a * a + b * b + c * c;
    }

    /** Rosenbrock's function: 0 at (1, 1), its only minimum. */
    @Differentiable
    public static double rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }
}
