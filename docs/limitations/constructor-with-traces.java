package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static int made;

    @Differentiable
    record Square(double area) {
        Square {
            made++;
            area = area * area;
        }
    }

    @Differentiable
    static double f(double x) {
        return new Square(x).area();
    }
}
