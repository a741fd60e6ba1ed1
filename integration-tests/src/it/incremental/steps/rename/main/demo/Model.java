package demo;

import io.github.pushforward.Differentiable;

final class Model {
    private Model() {}

    @Differentiable
    static double g(double x) {
        return 5 * x;
    }
}
