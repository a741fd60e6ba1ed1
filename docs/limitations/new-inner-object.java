package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    final class Inner {
        final double factor = 2;
    }

    @Differentiable
    double f(double x) {
        return x * new Inner().factor;
    }
}
