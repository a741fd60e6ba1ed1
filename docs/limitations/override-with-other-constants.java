package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable
    double f(double x, double y) {
        return x * y;
    }
}

class Sub extends Demo {
    @Override
    @Differentiable
    double f(double x, @io.github.pushforward.Constant double y) {
        return x - y;
    }
}
