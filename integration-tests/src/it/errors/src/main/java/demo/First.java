package demo;

import io.github.pushforward.Differentiable;

final class First {
    private First() {}

    @Differentiable
    static double bits(double x) {
        double y = x * x;
        return y + Double.longBitsToDouble(Double.doubleToLongBits(x));
    }

    @Differentiable
    private static double hidden(double x) {
        return x;
    }

    /** Right, but of a class with errors. */
    @Differentiable
    static double right(double x) {
        return x * x;
    }
}
