package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.function.DoubleUnaryOperator;

final class Functions {
    /** A lambda that captures, handed to a method of the class. */
    @Differentiable
    static double area(double scale, double from, @Constant double to) {
        DoubleUnaryOperator density = x -> scale * x * x;
        return integrate(density, from, to) + density.applyAsDouble(from);
    }

    private static double integrate(DoubleUnaryOperator f, double a, double b) {
        double h = (b - a) / 8;
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += f.applyAsDouble(a + (i + 0.5) * h);
        }
        return sum * h;
    }

    /** An anonymous class whose inherited method calls the one that it declares. */
    @Differentiable
    static double series(double q) {
        Series geometric = new Series() {
            @Override
            double term(int n) {
                return Math.pow(q, n);
            }
        };
        return geometric.sum(10);
    }
}

abstract class Series {
    abstract double term(int n);

    double sum(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += term(i);
        }
        return sum;
    }
}
