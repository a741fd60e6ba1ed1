package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static void nothing() {}

    @Differentiable
    static double f(double x) {
        return x * nothing();
    }
}
