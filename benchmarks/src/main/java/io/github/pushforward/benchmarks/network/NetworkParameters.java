package io.github.pushforward.benchmarks.network;

import java.util.Arrays;

/**
 * A number for each parameter of the network: its parameters themselves, a direction, or a gradient.
 *
 * @param hiddenWeights a row for each of 128 hidden units
 * @param outputWeights a row for each of 10 classes
 */
record NetworkParameters(double[][] hiddenWeights, double[] hiddenBias, double[][] outputWeights, double[] outputBias) {
    static final int PIXELS = 784;
    static final int HIDDEN = 128;
    static final int CLASSES = 10;
    static final int COUNT = HIDDEN * PIXELS + HIDDEN + CLASSES * HIDDEN + CLASSES;

    static NetworkParameters zero() {
        return new NetworkParameters(
                new double[HIDDEN][PIXELS], new double[HIDDEN], new double[CLASSES][HIDDEN], new double[CLASSES]);
    }

    /** From the order of the flat view: parameter by parameter, weights row by row. */
    static NetworkParameters of(double[] flat) {
        NetworkParameters parameters = zero();
        int next = 0;
        for (double[] part : parameters.parts()) {
            System.arraycopy(flat, next, part, 0, part.length);
            next += part.length;
        }
        return parameters;
    }

    double[] flat() {
        double[] flat = new double[COUNT];
        int next = 0;
        for (double[] part : parts()) {
            System.arraycopy(part, 0, flat, next, part.length);
            next += part.length;
        }
        return flat;
    }

    void clear() {
        for (double[] part : parts()) {
            Arrays.fill(part, 0);
        }
    }

    private double[][] parts() {
        double[][] parts = new double[HIDDEN + 1 + CLASSES + 1][];
        System.arraycopy(hiddenWeights, 0, parts, 0, HIDDEN);
        parts[HIDDEN] = hiddenBias;
        System.arraycopy(outputWeights, 0, parts, HIDDEN + 1, CLASSES);
        parts[HIDDEN + 1 + CLASSES] = outputBias;
        return parts;
    }
}
