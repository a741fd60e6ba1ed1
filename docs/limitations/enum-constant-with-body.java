package demo;

import io.github.pushforward.Differentiable;

enum Demo {
    SQUARE {
        @Override
        double f(double x) {
            return x * x;
        }
    };

    @Differentiable
    abstract double f(double x);
}
