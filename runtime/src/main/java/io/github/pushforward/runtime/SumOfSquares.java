package io.github.pushforward.runtime;

/**
 * ‖a‖² of a vector that comes in parts, which but for the last have lengths that 4 divides: the bits do not depend on the
 * parts. Four sums, whose additions need not wait for each other.
 */
final class SumOfSquares {

    private double sum0;
    private double sum1;
    private double sum2;
    private double sum3;

    /** Adds the squares of the first {@code length} elements of a part, each multiplied by {@code factor}. */
    void add(double factor, double[] part, int length) {
        double s0 = sum0;
        double s1 = sum1;
        double s2 = sum2;
        double s3 = sum3;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            double a0 = factor * part[i];
            double a1 = factor * part[i + 1];
            double a2 = factor * part[i + 2];
            double a3 = factor * part[i + 3];
            s0 += a0 * a0;
            s1 += a1 * a1;
            s2 += a2 * a2;
            s3 += a3 * a3;
        }
        for (; i < length; i++) {
            double a = factor * part[i];
            s0 += a * a;
        }
        sum0 = s0;
        sum1 = s1;
        sum2 = s2;
        sum3 = s3;
    }

    /** The sum; begins again at 0. */
    double take() {
        double sum = sum0 + sum1 + (sum2 + sum3);
        sum0 = 0.0;
        sum1 = 0.0;
        sum2 = 0.0;
        sum3 = 0.0;
        return sum;
    }
}
