package io.github.pushforward.benchmarks.softmax;

import io.github.pushforward.runtime.Dual;
import java.util.Arrays;

/** The tangent of {@link BatchSoftmax}, written by hand; the shift by the largest score has none, as in {@link WrittenTangent}. */
final class WrittenBatchTangent {

    private WrittenBatchTangent() {}

    static Dual loss(
            double[][] weights,
            double[] bias,
            double[][] pixels,
            int[] labels,
            double[][] weightsTangent,
            double[] biasTangent) {
        double[][] scores = new double[bias.length][labels.length];
        double[][] scoresTangent = new double[bias.length][labels.length];
        for (int c = 0; c < bias.length; c++) {
            double[] row = weights[c];
            double[] rowTangent = weightsTangent[c];
            Arrays.fill(scores[c], bias[c]);
            Arrays.fill(scoresTangent[c], biasTangent[c]);
            for (int p = 0; p < pixels.length; p++) {
                addScaled(row[p], rowTangent[p], pixels[p], scores[c], scoresTangent[c]);
            }
        }
        return crossEntropy(scores, labels, scoresTangent);
    }

    private static void addScaled(double scale, double scaleTangent, double[] x, double[] sums, double[] sumsTangent) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
            sumsTangent[i] += scaleTangent * x[i];
        }
    }

    private static Dual crossEntropy(double[][] scores, int[] labels, double[][] scoresTangent) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], row[i]);
            }
        }
        double[] sums = new double[labels.length];
        double[] sumsTangent = new double[labels.length];
        for (int c = 0; c < scores.length; c++) {
            double[] row = scores[c];
            double[] rowTangent = scoresTangent[c];
            for (int i = 0; i < sums.length; i++) {
                double exp = Math.exp(row[i] - largest[i]);
                sums[i] += exp;
                sumsTangent[i] += exp * rowTangent[i];
            }
        }
        double loss = 0;
        double lossTangent = 0;
        for (int i = 0; i < sums.length; i++) {
            loss += largest[i] + Math.log(sums[i]) - scores[labels[i]][i];
            lossTangent += sumsTangent[i] / sums[i] - scoresTangent[labels[i]][i];
        }
        return new Dual(loss / labels.length, lossTangent / labels.length);
    }
}
