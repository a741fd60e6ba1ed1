package demo;

import io.github.pushforward.Differentiable;

final class Second {
    private Second() {}

    @Differentiable
    static double boxed(Double x) {
        return x;
    }
}
