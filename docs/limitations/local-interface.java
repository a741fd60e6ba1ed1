package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        interface Shape {}
        return x * x;
    }
}
