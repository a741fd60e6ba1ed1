package io.github.pushforward.benchmarks.network;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;

/**
 * A network of one hidden layer with ReLU, and its cross entropy on a batch. Every array of activations has a column for each image,
 * so that the inner loops run along the batch, where HotSpot vectorizes them.
 */
final class BatchNetwork {

    private BatchNetwork() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param hiddenWeights a row for each hidden unit
     * @param outputWeights a row for each class
     * @param pixels a row for each pixel and a column for each image
     */
    @Differentiable
    static double loss(
            double[][] hiddenWeights,
            double[] hiddenBias,
            double[][] outputWeights,
            double[] outputBias,
            @Constant double[][] pixels,
            int[] labels) {
        double[][] hidden = dense(hiddenWeights, hiddenBias, pixels);
        relu(hidden);
        return crossEntropy(dense(outputWeights, outputBias, hidden), labels);
    }

    /** A row for each output: its bias, and the rows of the inputs as it weighs them. */
    private static double[][] dense(double[][] weights, double[] bias, double[][] inputs) {
        double[][] outputs = new double[bias.length][inputs[0].length];
        for (int o = 0; o < bias.length; o++) {
            double[] row = weights[o];
            Arrays.fill(outputs[o], bias[o]);
            for (int i = 0; i < inputs.length; i++) {
                addScaled(row[i], inputs[i], outputs[o]);
            }
        }
        return outputs;
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += scale * x[b];
        }
    }

    private static void relu(double[][] activations) {
        for (double[] row : activations) {
            for (int b = 0; b < row.length; b++) {
                row[b] = Math.max(row[b], 0);
            }
        }
    }

    /** The mean of log Σ exp(score) − score of the label, shifted by the largest score so that nothing overflows. */
    private static double crossEntropy(double[][] scores, int[] labels) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int b = 0; b < largest.length; b++) {
                largest[b] = Math.max(largest[b], row[b]);
            }
        }
        double[] sums = new double[labels.length];
        for (double[] row : scores) {
            for (int b = 0; b < sums.length; b++) {
                sums[b] += Math.exp(row[b] - largest[b]);
            }
        }
        double loss = 0;
        for (int b = 0; b < sums.length; b++) {
            loss += largest[b] + Math.log(sums[b]) - scores[labels[b]][b];
        }
        return loss / labels.length;
    }
}
