package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.runtime.Dual;

/**
 * The tangent of {@link SoftmaxRegression}, written by hand. The shift by the largest score has no tangent: it falls out of
 * log Σ exp(score − shift) + shift.
 */
final class WrittenTangent {

    private WrittenTangent() {}

    static Dual loss(
            double[][] weights,
            double[] bias,
            double[][] images,
            int[] labels,
            double[][] weightsTangent,
            double[] biasTangent) {
        double[] scores = new double[bias.length];
        double[] scoresTangent = new double[bias.length];
        double loss = 0;
        double lossTangent = 0;
        for (int i = 0; i < images.length; i++) {
            score(weights, bias, images[i], scores, weightsTangent, biasTangent, scoresTangent);
            double largest = scores[0];
            for (int c = 1; c < scores.length; c++) {
                largest = Math.max(largest, scores[c]);
            }
            double sum = 0;
            double sumTangent = 0;
            for (int c = 0; c < scores.length; c++) {
                double exp = Math.exp(scores[c] - largest);
                sum += exp;
                sumTangent += exp * scoresTangent[c];
            }
            loss += largest + Math.log(sum) - scores[labels[i]];
            lossTangent += sumTangent / sum - scoresTangent[labels[i]];
        }
        return new Dual(loss / images.length, lossTangent / images.length);
    }

    private static void score(
            double[][] weights,
            double[] bias,
            double[] image,
            double[] scores,
            double[][] weightsTangent,
            double[] biasTangent,
            double[] scoresTangent) {
        for (int c = 0; c < scores.length; c++) {
            double[] row = weights[c];
            double[] rowTangent = weightsTangent[c];
            double score = bias[c];
            double scoreTangent = biasTangent[c];
            for (int p = 0; p < image.length; p++) {
                score += row[p] * image[p];
                scoreTangent += rowTangent[p] * image[p];
            }
            scores[c] = score;
            scoresTangent[c] = scoreTangent;
        }
    }
}
