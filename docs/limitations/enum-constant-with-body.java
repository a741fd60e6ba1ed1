package demo;

import io.github.pushforward.Differentiable;

enum Demo {
    SQUARE {
        final double factor = Math.sqrt(2);

        @Override
        double f(double x) {
            return factor * x * x;
        }
    };

    @Differentiable
    abstract double f(double x);
}
