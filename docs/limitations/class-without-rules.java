package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable(rules = Math.class)
    static double f(double x) {
        return x * x;
    }
}
