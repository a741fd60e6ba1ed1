package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private enum Kind {
        SQUARE
    }

    @Differentiable
    static double f(double x, Kind kind) {
        return kind == Kind.SQUARE ? x * x : x;
    }
}
