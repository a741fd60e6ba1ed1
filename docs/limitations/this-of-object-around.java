package demo;

import io.github.pushforward.Differentiable;

class Demo {
    double scale;

    class Inner {
        @Differentiable
        double f(double x) {
            return x * Demo.this.scale;
        }
    }
}
