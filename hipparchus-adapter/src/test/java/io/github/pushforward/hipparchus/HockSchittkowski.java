package io.github.pushforward.hipparchus;

import io.github.pushforward.Differentiable;

/** Problem 71 of W. Hock, K. Schittkowski, "Test Examples for Nonlinear Programming Codes", 1981. */
final class HockSchittkowski {

    private HockSchittkowski() {}

    @Differentiable
    static double objective(double[] x) {
        return x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2];
    }

    /** The squared distance from the origin, which has to be 40. */
    @Differentiable
    static double[] sphere(double[] x) {
        double sum = 0;
        for (double component : x) {
            sum += component * component;
        }
        return new double[] {sum};
    }

    /** The product of all, which has to be at least 25; then each x, at least 1; then each −x, at least −5. */
    @Differentiable
    static double[] bounds(double[] x) {
        double[] bounds = new double[1 + 2 * x.length];
        bounds[0] = 1;
        for (int i = 0; i < x.length; i++) {
            bounds[0] *= x[i];
            bounds[1 + i] = x[i];
            bounds[1 + x.length + i] = -x[i];
        }
        return bounds;
    }
}
