package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    int calls;

    @Differentiable
    double f(double x) {
        calls++;
        return x * x;
    }
}
