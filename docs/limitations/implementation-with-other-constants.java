package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

interface Demo {
    @Differentiable
    double f(double x, double y);
}

final class Product implements Demo {
    @Override
    @Differentiable
    public double f(double x, @Constant double y) {
        return x * y;
    }
}
