package demo;

import io.github.pushforward.Differentiable;

class Demo {
    @Differentiable
    record Pair(double x, double y) {}

    @Differentiable(order = 2)
    static double f(Pair pair) {
        return pair.x() * pair.y();
    }
}
