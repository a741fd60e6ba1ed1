package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private double factor = Math.random();

    @Differentiable
    double f(double x) {
        return x * factor;
    }
}
