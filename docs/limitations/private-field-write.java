package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private int calls;

    @Differentiable
    double f(double x) {
        calls++;
        return x * x;
    }

    int calls() {
        return calls;
    }
}
