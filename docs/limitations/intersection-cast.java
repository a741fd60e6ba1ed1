package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double x, Object object) {
        Object both = (Runnable & Cloneable) object;
        return x * both.hashCode();
    }
}
