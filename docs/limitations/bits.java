package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        return Double.longBitsToDouble(Double.doubleToLongBits(x) + 1);
    }
}
