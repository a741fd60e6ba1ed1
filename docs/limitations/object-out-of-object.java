package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    record Point(double x, double y) {}

    @Differentiable
    static double f(double x) {
        Object object = new Point(x, 1);
        return ((Point) object).x();
    }
}
