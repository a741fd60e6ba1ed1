package io.github.pushforward.benchmarks.beale;

import io.github.pushforward.Differentiable;

/** Beale's function, of two numbers. */
final class Beale {

    private Beale() {}

    @Differentiable
    static double value(double x, double y) {
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return a * a + b * b + c * c;
    }
}
