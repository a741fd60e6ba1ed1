package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    double last;

    @Differentiable
    double f(double x) {
        last = x * x;
        return last;
    }
}
