package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        Cell.set(x);
        return x * x;
    }
}

final class Cell {
    static double value;

    static void set(double x) {
        value = x;
    }
}
