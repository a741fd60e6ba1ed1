package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * Softmax regression as it is written down, image by image: the score of a class is a dot product of its weights and the image, both read
 * in the order of memory. HotSpot may not reorder the additions of a dot product, so each waits for the one before, and a second sum
 * beside it is all but free.
 */
final class SoftmaxRegression {

    private SoftmaxRegression() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param weights a row for each class
     * @param images a row for each image
     */
    @Differentiable
    static double loss(double[][] weights, double[] bias, @Constant double[][] images, int[] labels) {
        double[] scores = new double[bias.length];
        double sum = 0;
        for (int i = 0; i < images.length; i++) {
            score(weights, bias, images[i], scores);
            sum += logSumExp(scores) - scores[labels[i]];
        }
        return sum / images.length;
    }

    private static void score(double[][] weights, double[] bias, double[] image, double[] scores) {
        for (int c = 0; c < scores.length; c++) {
            double[] row = weights[c];
            double score = bias[c];
            for (int p = 0; p < image.length; p++) {
                score += row[p] * image[p];
            }
            scores[c] = score;
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
