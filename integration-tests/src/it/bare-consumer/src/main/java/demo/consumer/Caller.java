package demo.consumer;

import demo.bare.Bare;
import io.github.pushforward.Differentiable;

final class Caller {
    private Caller() {}

    @Differentiable
    static double f(double x) {
        return 1 + Bare.square(x);
    }
}
