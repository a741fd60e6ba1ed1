package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(Double x) {
        return x * x;
    }
}
