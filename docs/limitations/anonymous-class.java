package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator square = new DoubleUnaryOperator() {
            @Override
            public double applyAsDouble(double t) {
                return t * t;
            }
        };
        return square.applyAsDouble(x);
    }
}
