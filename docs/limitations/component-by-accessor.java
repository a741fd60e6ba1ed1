package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    record Box(double content) {}

    @Differentiable
    static double f(double x) {
        return new Box(x).content();
    }
}
