package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static int f(double x) {
        return x > 0 ? 1 : 0;
    }
}
