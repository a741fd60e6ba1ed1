package io.github.pushforward.runtime;

/**
 * Central differences (f(x + h) − f(x − h)) ÷ 2h in one component, extrapolated to h → 0.
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

    private final DifferentiableFunction function;
    private final double[][] triangle = new double[ROWS][ROWS];

    private double derivative;
    private double error;

    CentralDifference(DifferentiableFunction function) {
        this.function = function;
    }

    /**
     * Differentiates in component {@code i}; the answer is in {@link #derivative()} and {@link #error()}.
     *
     * @param x changed during the call, and restored
     */
    void at(double[] x, int i) {
        derivative = Double.NaN;
        error = Double.POSITIVE_INFINITY;
        double center = x[i];
        double h = Math.scalb(1.0, Math.getExponent(Math.max(1.0, Math.abs(center))) + FIRST_EXPONENT);
        int row = 0;
        for (int k = 0; k < ROWS; k++, h /= 2) {
            x[i] = center + h;
            double above = function.value(x);
            x[i] = center - h;
            double below = function.value(x);
            x[i] = center;
            double difference = (above - below) / ((center + h) - (center - h));
            if (!Double.isFinite(difference)) {
                continue;
            }
            double rounding = Math.ulp(1.0) * Math.max(Math.abs(above), Math.abs(below)) / h;
            extrapolate(row, difference, rounding);
            if (error <= 4 * rounding) {
                break;
            }
            row++;
        }
    }

    private void extrapolate(int row, double difference, double rounding) {
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

    /** The derivative; NaN if fewer than two steps gave finite values. */
    double derivative() {
        return derivative;
    }

    /** An estimate of the error of {@link #derivative()}, more often too large than too small; infinite for NaN. A
     * function with few digits, such as one that is rounded to {@code float}, can make it far too small by coincidence. */
    double error() {
        return error;
    }
}
