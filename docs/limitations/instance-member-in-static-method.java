package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    double scale;

    @Differentiable
    static double f(double x) {
        return x * scale;
    }
}
