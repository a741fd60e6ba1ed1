package demo;

import io.github.pushforward.Differentiable;

abstract class Demo {
    @Differentiable
    abstract double f(double x);
}
