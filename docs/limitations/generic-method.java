package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static <T> double f(double x, T label) {
        return x * label.hashCode();
    }
}
