package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        record Pair(double a, double b) {}
        return x * x;
    }
}
