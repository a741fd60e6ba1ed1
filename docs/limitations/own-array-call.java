package demo;

import io.github.pushforward.Differentiable;

final class Demo {
    @Differentiable
    static double f(double[] x) {
        Elsewhere.scale(x);
        return x[0];
    }
}

final class Elsewhere {
    static void scale(double[] a) {
        a[0] *= 2;
    }
}
