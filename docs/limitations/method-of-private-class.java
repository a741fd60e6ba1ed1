package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    private static final class Hidden {
        @Differentiable
        static double f(double x) {
            return x * x;
        }
    }
}
