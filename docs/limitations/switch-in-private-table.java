package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private static final double FACTOR = switch (1) {
        case 1 -> 2;
        default -> 3;
    };

    @Differentiable
    static double f(double x) {
        return x * FACTOR;
    }
}
