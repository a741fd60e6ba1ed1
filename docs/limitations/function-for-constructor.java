package demo;

import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Demo {
    record Scaled(DoubleUnaryOperator function, int times) {}

    @Differentiable
    static double f(double x) {
        Scaled scaled = new Scaled(y -> y * x, 2);
        return scaled.times() * x;
    }
}
