package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        return x;
    }

    @Differentiable
    static double fForward(double x, java.util.random.RandomGenerator random) {
        return x;
    }
}
