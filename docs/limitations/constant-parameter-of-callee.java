package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double power(double x, @Constant double exponent) {
        return Math.pow(x, exponent);
    }

    @Differentiable
    static double f(double x) {
        return power(x, x);
    }
}
