package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        enum Kind { LINEAR }
        return x * x;
    }
}
