package demo;

import io.github.pushforward.Differentiable;

final class Caller {
    private Caller() {}

    @Differentiable
    static double h(double x) {
        return 1.0 * new Vec(x, 2 * x).norm();
    }
}
