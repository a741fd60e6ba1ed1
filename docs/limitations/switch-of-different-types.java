package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x, int n) {
        var mixed = switch (n) {
            case 0 -> "text";
            default -> 1;
        };
        return x * x;
    }
}
