package io.github.pushforward.example;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * Softmax regression: one linear score for each class, and the class of the largest score wins.
 *
 * <p>The weights are packed class by class: the weight of pixel p for class c is {@code weights[c * pixels + p]}.
 *
 * <p>This is all that is written by hand. {@code SoftmaxRegressionTangent} and {@code SoftmaxRegressionGradient} are
 * generated from it while it is compiled.
 */
final class SoftmaxRegression {

    private SoftmaxRegression() {}

    /** The mean cross entropy of the predicted probabilities: the mean of −log p(label | image). */
    @Differentiable
    static double loss(double[] weights, double[] bias, @Constant double[][] images, int[] labels) {
        double[] scores = new double[bias.length];
        double sum = 0.0;
        for (int i = 0; i < images.length; i++) {
            score(weights, bias, images[i], scores);
            sum += logSumExp(scores) - scores[labels[i]];
        }
        return sum / images.length;
    }

    /** Writes the score of each class: its bias, and the image weighed by its weights. */
    static void score(double[] weights, double[] bias, double[] image, double[] scores) {
        for (int c = 0; c < scores.length; c++) {
            int row = c * image.length;
            double score = bias[c];
            for (int p = 0; p < image.length; p++) {
                score += weights[row + p] * image[p];
            }
            scores[c] = score;
        }
    }

    /** log Σ exp(score), shifted by the largest score so that nothing overflows. */
    static double logSumExp(double[] scores) {
        double max = scores[0];
        for (int c = 1; c < scores.length; c++) {
            max = Math.max(max, scores[c]);
        }
        double sum = 0.0;
        for (int c = 0; c < scores.length; c++) {
            sum += Math.exp(scores[c] - max);
        }
        return max + Math.log(sum);
    }

    /** The class with the largest score, the first of them at a tie. */
    static int predict(double[] weights, double[] bias, double[] image) {
        double[] scores = new double[bias.length];
        score(weights, bias, image, scores);
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }

    /** The fraction of the images whose predicted class is their label. */
    static double accuracy(double[] weights, double[] bias, double[][] images, int[] labels) {
        int correct = 0;
        for (int i = 0; i < images.length; i++) {
            if (predict(weights, bias, images[i]) == labels[i]) {
                correct++;
            }
        }
        return (double) correct / images.length;
    }
}
