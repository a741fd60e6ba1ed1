package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        return x * Elsewhere.square(x);
    }
}

final class Elsewhere {
    static double square(double x) {
        return x * x;
    }
}
