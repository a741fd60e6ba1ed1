package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private static double factor = 2;

    @Differentiable
    static double f(double x) {
        return x * factor;
    }
}
