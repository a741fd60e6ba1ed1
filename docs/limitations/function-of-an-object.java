package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x, String text) {
        java.util.function.IntUnaryOperator g = text::charAt;
        return x * g.applyAsInt(0);
    }
}
