package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    record Weighted(double x, @Constant double weight) {}

    @Differentiable
    static double f(double x) {
        return new Weighted(1, x).weight() * x;
    }
}
