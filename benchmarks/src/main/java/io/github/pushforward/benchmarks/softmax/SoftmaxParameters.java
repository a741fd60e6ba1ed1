package io.github.pushforward.benchmarks.softmax;

import java.util.Arrays;

/**
 * A number for each parameter of softmax regression: a direction, or a gradient.
 *
 * @param weights a row for each class
 */
record SoftmaxParameters(double[][] weights, double[] bias) {

    static SoftmaxParameters zero() {
        return new SoftmaxParameters(
                new double[SoftmaxData.CLASSES][SoftmaxData.PIXELS], new double[SoftmaxData.CLASSES]);
    }

    /** From the order of the flat view: the weights row by row, then the bias. */
    static SoftmaxParameters of(double[] flat) {
        SoftmaxParameters parameters = zero();
        int next = 0;
        for (double[] row : parameters.weights) {
            System.arraycopy(flat, next, row, 0, row.length);
            next += row.length;
        }
        System.arraycopy(flat, next, parameters.bias, 0, parameters.bias.length);
        return parameters;
    }

    double[] flat() {
        double[] flat = new double[SoftmaxData.INPUTS];
        int next = 0;
        for (double[] row : weights) {
            System.arraycopy(row, 0, flat, next, row.length);
            next += row.length;
        }
        System.arraycopy(bias, 0, flat, next, bias.length);
        return flat;
    }

    void clear() {
        for (double[] row : weights) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(bias, 0);
    }
}
