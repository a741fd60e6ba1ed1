package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = y -> y * x;
        return g == null ? x : g.applyAsDouble(2);
    }
}
