package demo.library;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

public final class Potential {
    private Potential() {}

    /** Depth·(1 − exp(−x))², of Morse. */
    @Differentiable(order = 2)
    public static double morse(double x, @Constant double depth) {
        double rest = 1 - Math.exp(-x);
        return depth * rest * rest;
    }

    @Differentiable
    public static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
