package demo;

interface Shape {
    double area(double r);
}

package demo;

final class Square implements Shape {
    @Override
    public double area(double r) {
        return r * r;
    }
}

package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable
    static double f(Shape shape, double r) {
        return shape.area(r);
    }
}
