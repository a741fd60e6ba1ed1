package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable(order = 2)
    static double f(double x) {
        return Other.g(x) * x;
    }
}

class Other {
    @Differentiable
    static double g(double x) {
        return x * x;
    }
}
