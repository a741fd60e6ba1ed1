package demo;

import io.github.pushforward.Differentiable;

final class Model {
    private Model() {}

    @Differentiable
    static double f(double x) {
        return x * x;
    }
}
