package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;

/**
 * Softmax regression on a batch at a time, in the order that HotSpot vectorizes: every array has a column for each image, so that the
 * inner loops run along the images of the batch and none of their steps waits for another.
 */
final class BatchSoftmax {

    private BatchSoftmax() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param weights a row for each class
     * @param pixels a row for each pixel and a column for each image
     */
    @Differentiable
    static double loss(double[][] weights, double[] bias, @Constant double[][] pixels, int[] labels) {
        double[][] scores = new double[bias.length][labels.length];
        for (int c = 0; c < bias.length; c++) {
            double[] row = weights[c];
            Arrays.fill(scores[c], bias[c]);
            for (int p = 0; p < pixels.length; p++) {
                addScaled(row[p], pixels[p], scores[c]);
            }
        }
        return crossEntropy(scores, labels);
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
        }
    }

    /** The mean of log Σ exp(score) − score of the label, shifted by the largest score so that nothing overflows. */
    private static double crossEntropy(double[][] scores, int[] labels) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], row[i]);
            }
        }
        double[] sums = new double[labels.length];
        for (double[] row : scores) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.exp(row[i] - largest[i]);
            }
        }
        double loss = 0;
        for (int i = 0; i < sums.length; i++) {
            loss += largest[i] + Math.log(sums[i]) - scores[labels[i]][i];
        }
        return loss / labels.length;
    }
}
