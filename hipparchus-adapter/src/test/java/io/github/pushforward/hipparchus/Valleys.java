package io.github.pushforward.hipparchus;

import io.github.pushforward.Differentiable;

/** Curved valleys from J. J. Moré, B. S. Garbow, K. E. Hillstrom, "Testing Unconstrained Optimization Software", 1981. */
final class Valleys {

    private Valleys() {}

    /** Problem 21, the extended Rosenbrock function: 0 at (1, ..., 1). Standard start: (−1.2, 1, −1.2, 1 ...). */
    @Differentiable
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i += 2) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    /** Problem 14, the Wood function: 0 at (1, 1, 1, 1). Standard start: (−3, −1, −3, −1). */
    @Differentiable
    static double wood(double[] x) {
        double a = x[1] - x[0] * x[0];
        double b = 1 - x[0];
        double c = x[3] - x[2] * x[2];
        double d = 1 - x[2];
        double e = x[1] + x[3] - 2;
        double f = x[1] - x[3];
        return 100 * a * a + b * b + 90 * c * c + d * d + 10 * e * e + 0.1 * f * f;
    }
}
