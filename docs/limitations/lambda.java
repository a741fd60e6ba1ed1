package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator square = t -> t * t;
        return square.applyAsDouble(x);
    }
}
