package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = y -> y * x;
        g = y -> y + x;
        return g.applyAsDouble(2);
    }
}
