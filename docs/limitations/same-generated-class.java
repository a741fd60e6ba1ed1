package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x) {
        return x * x;
    }
}

final class DemoTangent {}
