package io.github.pushforward.devset.survey;

import java.util.Arrays;

/** Central differences extrapolated to step 0 (Ridders 1982), for each output, each with an estimate of its error. */
record Ridders(double[] derivative, double[] error) {
    private static final double SHRINK = 1.4;
    private static final int ROWS = 10;

    /** The outputs of a function of one number. */
    interface Curve {
        double[] at(double step) throws Throwable;
    }

    static Ridders of(Curve curve, double widest) throws Throwable {
        double[][] differences = new double[ROWS][];
        double width = widest;
        for (int row = 0; row < ROWS; row++, width /= SHRINK) {
            double[] plus = curve.at(width);
            double[] minus = curve.at(-width);
            differences[row] = new double[plus.length];
            for (int i = 0; i < plus.length; i++) {
                differences[row][i] = (plus[i] - minus[i]) / (2 * width);
            }
        }
        int outputs = differences[0].length;
        double[] derivative = new double[outputs];
        double[] error = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            int output = i;
            extrapolate(
                    Arrays.stream(differences).mapToDouble(row -> row[output]).toArray(), i, derivative, error);
        }
        return new Ridders(derivative, error);
    }

    private static void extrapolate(double[] table, int output, double[] derivative, double[] error) {
        double[] previous = {table[0]};
        derivative[output] = table[0];
        error[output] = Double.POSITIVE_INFINITY;
        for (int row = 1; row < table.length; row++) {
            double[] current = new double[row + 1];
            current[0] = table[row];
            double factor = SHRINK * SHRINK;
            for (int order = 1; order <= row; order++, factor *= SHRINK * SHRINK) {
                current[order] = (current[order - 1] * factor - previous[order - 1]) / (factor - 1);
                double estimate = Math.max(
                        Math.abs(current[order] - current[order - 1]), Math.abs(current[order] - previous[order - 1]));
                if (estimate <= error[output]) {
                    error[output] = estimate;
                    derivative[output] = current[order];
                }
            }
            previous = current;
        }
    }
}
