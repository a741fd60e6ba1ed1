package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static final class Inner {
        final double factor = 2;
        private Inner() {}
    }

    @Differentiable
    double f(double x) {
        return x * new Inner().factor;
    }
}
