package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        double y = 1;
        assert (y = x) > 0;
        return y * x;
    }
}
