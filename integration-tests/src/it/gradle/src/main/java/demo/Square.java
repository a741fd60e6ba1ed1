package demo;

import io.github.pushforward.Differentiable;

/** Stays annotated: without any annotation javac would not ask the processor, and warn that none knows its option. */
final class Square {
    private Square() {}

    @Differentiable
    static double of(double x) {
        return x * x;
    }
}
