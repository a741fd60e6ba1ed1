package io.github.pushforward.acceptance.minpack;

import io.github.pushforward.runtime.DualOf;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A problem of MINPACK in one size.
 *
 * @param norms the published norms of the residuals at the start, at 10 and at 100 times the start, as far as there are any
 */
record Problem(
        String name,
        double[] start,
        Function<double[], double[]> residuals,
        Tangent tangent,
        Function<double[], double[][]> jacobian,
        double... norms) {

    interface Tangent {
        DualOf<double[], double[]> at(double[] x, double[] xTangent);
    }

    /** The start times a factor; from the origin, the factor itself, as in MINPACK. */
    double[] startTimes(double factor) {
        boolean origin = true;
        double[] x = start.clone();
        for (int j = 0; j < x.length; j++) {
            origin &= x[j] == 0;
            x[j] *= factor;
        }
        if (origin && factor != 1) {
            Arrays.fill(x, factor);
        }
        return x;
    }

    @Override
    public String toString() {
        return name;
    }
}
