package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    static DoubleUnaryOperator last;

    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = y -> y * x;
        last = g;
        return g.applyAsDouble(2);
    }
}
