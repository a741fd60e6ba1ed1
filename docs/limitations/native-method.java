package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable
    static native double f(double x);
}
