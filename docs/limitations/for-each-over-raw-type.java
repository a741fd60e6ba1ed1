package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    @SuppressWarnings("rawtypes")
    static double f(double x, Iterable names) {
        double y = x;
        for (Object name : names) {
            y *= name.hashCode();
        }
        return y;
    }
}
