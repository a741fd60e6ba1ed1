package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static final double[] WORK = new double[1];

    @Differentiable
    static double f(double x) {
        WORK[0] = x;
        return WORK[0] * x;
    }
}
