package demo;

import io.github.pushforward.Differentiable;

class Demo extends Parent {
    @Override
    @Differentiable
    double f(double x) {
        return x * super.n();
    }
}

class Parent {
    double f(double x) {
        return x;
    }

    int n() {
        return 2;
    }
}
