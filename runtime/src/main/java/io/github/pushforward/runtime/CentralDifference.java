package io.github.pushforward.runtime;

import java.util.Arrays;

/**
 * Central differences (f(x + h) − f(x − h)) ÷ 2h in one component of the inputs, extrapolated to h → 0: for each output by
 * itself, over shared runs.
 *
 * <p>The extrapolation is that of Richardson, with Ridders' choice of the entry of least estimated error (C. J. F.
 * Ridders, <i>Accurate computation of F′(x) and F′(x)F″(x)</i>, Advances in Engineering Software 4, 1982): row k of a
 * triangle holds the difference at h = h_0 ÷ 2ᵏ and its combinations with the rows above, which cancel the errors of order
 * h², h⁴, … in turn. An entry's error is estimated by how far it lies from the two entries that it was made of, plus the
 * rounding error of the values, ε|f| ÷ h. Rows are added until rounding dominates, so a smooth function takes about four
 * rows, which is 8 values; a kink nearby takes as many as it needs to get past it, up to {@value #ROWS}.
 *
 * <p>Steps are powers of two, so that x ± h is rounded as little as can be, and the difference is divided by the spacing
 * that was really made, (x + h) − (x − h). Steps at which f is not finite are left out; across such a
 * gap the factors of the combinations are wrong, which the estimates of the errors show.
 */
final class CentralDifference {

    /** From h_0 = 2⁻⁷ max(1, |x|), which is 0.4% to 0.8% of it, down to 2⁻²⁶, about √ε. */
    private static final int ROWS = 20;

    private static final int FIRST_EXPONENT = -7;

    private final Values values;
    private final double[] above;
    private final double[] below;
    private final Extrapolation[] outputs;

    CentralDifference(DifferentiableFunction function) {
        this(1, (x, y) -> y[0] = function.value(x));
    }

    CentralDifference(DifferentiableMapping mapping) {
        this(mapping.outputDimension(), mapping::value);
    }

    private CentralDifference(int outputs, Values values) {
        this.values = values;
        this.above = new double[outputs];
        this.below = new double[outputs];
        this.outputs = new Extrapolation[outputs];
        Arrays.setAll(this.outputs, output -> new Extrapolation());
    }

    private interface Values {
        void at(double[] x, double[] y);
    }

    /**
     * Differentiates in component {@code i}; the answers are in {@link #derivative} and {@link #error}.
     *
     * @param x changed during the call, and restored
     */
    void at(double[] x, int i) {
        for (Extrapolation output : outputs) {
            output.clear();
        }
        double center = x[i];
        double h = Math.scalb(1.0, Math.getExponent(Math.max(1.0, Math.abs(center))) + FIRST_EXPONENT);
        boolean isSettled = false;
        for (int k = 0; k < ROWS && !isSettled; k++, h /= 2) {
            x[i] = center + h;
            values.at(x, above);
            x[i] = center - h;
            values.at(x, below);
            x[i] = center;
            double spacing = (center + h) - (center - h);
            isSettled = true;
            for (int output = 0; output < outputs.length; output++) {
                outputs[output].add(above[output], below[output], spacing);
                isSettled &= outputs[output].isSettled();
            }
        }
    }

    /** The derivative of one output; NaN if fewer than two steps gave finite values. */
    double derivative(int output) {
        return outputs[output].derivative;
    }

    /** An estimate of the error of {@link #derivative}, more often too large than too small; infinite for NaN. A
     * function with few digits, such as one that is rounded to {@code float}, can make it far too small by coincidence. */
    double error(int output) {
        return outputs[output].error;
    }

    /** The triangle of one output. */
    private static final class Extrapolation {
        private final double[][] triangle = new double[ROWS][ROWS];
        private int row;
        private double derivative;
        private double error;
        private boolean settled;

        void clear() {
            row = 0;
            derivative = Double.NaN;
            error = Double.POSITIVE_INFINITY;
            settled = false;
        }

        /** Whether smaller steps would only add rounding error. */
        boolean isSettled() {
            return settled;
        }

        void add(double above, double below, double spacing) {
            double difference = (above - below) / spacing;
            if (settled || !Double.isFinite(difference)) {
                return;
            }
            double rounding = 2 * Math.ulp(1.0) * Math.max(Math.abs(above), Math.abs(below)) / spacing;
            extrapolate(difference, rounding);
            settled = error <= 4 * rounding;
            row++;
        }

        private void extrapolate(double difference, double rounding) {
            double[] entries = triangle[row];
            entries[0] = difference;
            double power = 1.0;
            for (int j = 1; j <= row; j++) {
                power *= 4.0;
                double left = entries[j - 1];
                double above = triangle[row - 1][j - 1];
                entries[j] = left + (left - above) / (power - 1.0);
                double estimate = Math.max(Math.abs(entries[j] - left), Math.abs(entries[j] - above)) + rounding;
                if (estimate < error) {
                    error = estimate;
                    derivative = entries[j];
                }
            }
        }
    }
}
