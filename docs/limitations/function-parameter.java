package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double x, @Constant DoubleUnaryOperator g) {
        return g.applyAsDouble(x);
    }
}
