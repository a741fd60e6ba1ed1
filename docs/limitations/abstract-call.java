package demo;

import io.github.pushforward.Differentiable;

abstract class Demo {
    abstract double g(double x);

    @Differentiable
    double f(double x) {
        return g(x);
    }
}
