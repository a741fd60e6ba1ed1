package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    @SuppressWarnings({"deprecation", "removal"})
    static double f(double x) {
        return new Double(x);
    }
}
