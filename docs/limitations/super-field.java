package demo;

import io.github.pushforward.Differentiable;

class Demo extends Parent {
    @Differentiable
    double f(double x) {
        return x * super.factor;
    }
}

class Parent {
    double factor = 2;
}
