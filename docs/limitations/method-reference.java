package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator sine = Math::sin;
        return sine.applyAsDouble(x);
    }
}
