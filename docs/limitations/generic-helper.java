package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    static <T> double times(double x, T label) {
        return x * label.hashCode();
    }

    @Differentiable
    static double f(double x) {
        return times(x, "label");
    }
}
