package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable(rules = int.class)
    static double f(double x) {
        return x * x;
    }
}
