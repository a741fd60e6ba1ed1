package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    double f(double x) {
        return x * super.hashCode();
    }
}
