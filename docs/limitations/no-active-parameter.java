package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(@Constant double x, int n) {
        return x * n;
    }
}
