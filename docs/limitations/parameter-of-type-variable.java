package demo;

import io.github.pushforward.Differentiable;

abstract class Demo<S> {
    @Differentiable
    double f(S state, double x) {
        return x * state.hashCode();
    }
}
