package io.github.pushforward.benchmarks.network;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * A network of one hidden layer with ReLU, as it is written down, image by image: what a unit takes in is a dot product, read in the
 * order of memory. HotSpot may not reorder its additions, so each waits for the one before, and a second sum beside it is all but free.
 */
final class Network {

    private Network() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param hiddenWeights a row for each hidden unit
     * @param outputWeights a row for each class
     * @param images a row for each image
     */
    @Differentiable
    static double loss(
            double[][] hiddenWeights,
            double[] hiddenBias,
            double[][] outputWeights,
            double[] outputBias,
            @Constant double[][] images,
            int[] labels) {
        double[] hidden = new double[hiddenBias.length];
        double[] scores = new double[outputBias.length];
        double sum = 0;
        for (int b = 0; b < images.length; b++) {
            dense(hiddenWeights, hiddenBias, images[b], hidden);
            relu(hidden);
            dense(outputWeights, outputBias, hidden, scores);
            sum += logSumExp(scores) - scores[labels[b]];
        }
        return sum / images.length;
    }

    private static void dense(double[][] weights, double[] bias, double[] inputs, double[] outputs) {
        for (int o = 0; o < outputs.length; o++) {
            double[] row = weights[o];
            double sum = bias[o];
            for (int i = 0; i < inputs.length; i++) {
                sum += row[i] * inputs[i];
            }
            outputs[o] = sum;
        }
    }

    private static void relu(double[] activations) {
        for (int i = 0; i < activations.length; i++) {
            activations[i] = Math.max(activations[i], 0);
        }
    }

    /** log Σ exp(score), shifted by the largest score so that nothing overflows. */
    private static double logSumExp(double[] scores) {
        double largest = scores[0];
        for (int c = 1; c < scores.length; c++) {
            largest = Math.max(largest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            sum += Math.exp(scores[c] - largest);
        }
        return largest + Math.log(sum);
    }
}
