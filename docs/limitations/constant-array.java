package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x, @Constant double[] work) {
        work[0] = x;
        return work[0] * x;
    }
}
