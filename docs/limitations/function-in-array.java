package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(DoubleUnaryOperator g, double x) {
        DoubleUnaryOperator[] all = {g};
        return all[0].applyAsDouble(2) * x;
    }
}
