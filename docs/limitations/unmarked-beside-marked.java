package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    interface Shape {
        double scale();
    }

    @Differentiable
    record Square(double side) implements Shape {
        @Override
        public double scale() {
            return side * side;
        }
    }

    record Fixed(double side) implements Shape {
        @Override
        public double scale() {
            return side * 3;
        }
    }

    @Differentiable
    static double f(double x) {
        Shape shape = new Fixed(x);
        return shape.scale();
    }
}
