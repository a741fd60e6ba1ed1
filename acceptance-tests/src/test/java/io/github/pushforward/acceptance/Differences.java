package io.github.pushforward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Central differences, extrapolated once: of a smooth function of numbers of the size of 1, to about ten digits. */
public final class Differences {

    private static final double STEP = 1e-3;

    private Differences() {}

    public static double[] gradient(ToDoubleFunction<double[]> function, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double step = STEP * Math.max(1, Math.abs(x[i]));
            gradient[i] = (4 * difference(function, x, i, step / 2) - difference(function, x, i, step)) / 3;
        }
        return gradient;
    }

    private static double difference(ToDoubleFunction<double[]> function, double[] x, int i, double step) {
        double[] moved = x.clone();
        moved[i] = x[i] + step;
        double above = function.applyAsDouble(moved);
        moved[i] = x[i] - step;
        double below = function.applyAsDouble(moved);
        return (above - below) / (2 * step);
    }

    /** Every component to the relative tolerance, but for those that are less than a thousandth of the largest. */
    public static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("component %d of %s", i, Arrays.toString(actual))
                    .isCloseTo(expected[i], within(tolerance * Math.max(Math.abs(expected[i]), 1e-3 * largest)));
        }
    }
}
