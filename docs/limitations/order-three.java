package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable(order = 3)
    static double f(double x) {
        return x * x;
    }
}
