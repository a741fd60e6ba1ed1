package demo;

import io.github.pushforward.Differentiable;

final class Valley {
    private Valley() {}

    /** Of StrictMath alone, whose results are the same on every machine and JDK. */
    @Differentiable
    static double height(double[] x) {
        double height = 0;
        for (int i = 0; i < x.length; i++) {
            height += StrictMath.log(1 + StrictMath.exp(x[i])) - 0.1 * (i + 1) * StrictMath.sin(x[i]);
        }
        return height;
    }
}
