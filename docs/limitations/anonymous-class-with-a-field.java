package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = new DoubleUnaryOperator() {
            double sum = 0;

            @Override
            public double applyAsDouble(double y) {
                sum += y * x;
                return sum;
            }
        };
        return g.applyAsDouble(2);
    }
}
