package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

class Demo {
    @Differentiable(order = 2)
    static double f(double x, DoubleUnaryOperator g) {
        return g.applyAsDouble(x);
    }
}
