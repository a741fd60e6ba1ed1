package io.github.pushforward.benchmarks.rosenbrock;

import io.github.pushforward.Differentiable;

/** Rosenbrock's function of any dimension. */
final class Rosenbrock {

    private Rosenbrock() {}

    @Differentiable
    static double value(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += term(x[i - 1], x[i]);
        }
        return sum;
    }

    private static double term(double x, double next) {
        double off = next - x * x;
        double left = 1 - x;
        return 100 * off * off + left * left;
    }
}
