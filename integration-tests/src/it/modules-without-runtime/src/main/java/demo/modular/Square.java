package demo.modular;

import io.github.pushforward.Differentiable;

final class Square {
    private Square() {}

    @Differentiable
    static double of(double x) {
        return x * x;
    }
}
