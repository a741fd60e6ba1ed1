package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    @Differentiable
    static double f(double[] x) {
        java.util.Arrays.setAll(x, i -> i * x[0]);
        return x[1];
    }
}
