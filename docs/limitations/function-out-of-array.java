package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    static final DoubleUnaryOperator[] ALL = {Math::sin, Math::cos};

    @Differentiable
    static double f(double x, int i) {
        return ALL[i].applyAsDouble(x);
    }
}
