package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    private static double f(double x) {
        return x * x;
    }
}
