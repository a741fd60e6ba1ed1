package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static <T> T same(T value) {
        return value;
    }

    @Differentiable
    static double f(double x, int n) {
        return x * Demo.<Integer>same(n);
    }
}
