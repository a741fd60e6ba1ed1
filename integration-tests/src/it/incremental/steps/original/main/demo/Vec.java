package demo;

import io.github.pushforward.Differentiable;

@Differentiable
record Vec(double x, double y) {
    /** Differentiated along with its callers, in their siblings. */
    double norm() {
        return x * x + y * y;
    }
}
