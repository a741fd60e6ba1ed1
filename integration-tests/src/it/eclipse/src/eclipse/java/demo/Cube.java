package demo;

import io.github.pushforward.Differentiable;

final class Cube {
    private Cube() {}

    @Differentiable
    static double of(double x) {
        return x * x * x;
    }
}
