package demo.bare;

import io.github.pushforward.Differentiable;

public final class Bare {
    private Bare() {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }
}
