package io.github.pushforward.benchmarks.network;

import io.github.pushforward.runtime.Dual;
import java.util.Arrays;

/**
 * The tangent of {@link BatchNetwork}, written by hand. The shift by the largest score has no tangent: it falls out of
 * log Σ exp(score − shift) + shift.
 */
final class WrittenBatchTangent {

    private WrittenBatchTangent() {}

    static Dual loss(NetworkParameters parameters, double[][] pixels, int[] labels, NetworkParameters direction) {
        double[][] hidden = new double[NetworkParameters.HIDDEN][labels.length];
        double[][] hiddenTangent = new double[NetworkParameters.HIDDEN][labels.length];
        for (int o = 0; o < hidden.length; o++) {
            double[] row = parameters.hiddenWeights()[o];
            double[] rowTangent = direction.hiddenWeights()[o];
            Arrays.fill(hidden[o], parameters.hiddenBias()[o]);
            Arrays.fill(hiddenTangent[o], direction.hiddenBias()[o]);
            for (int i = 0; i < pixels.length; i++) {
                addScaled(row[i], rowTangent[i], pixels[i], hidden[o], hiddenTangent[o]);
            }
        }
        relu(hidden, hiddenTangent);
        double[][] scores = new double[NetworkParameters.CLASSES][labels.length];
        double[][] scoresTangent = new double[NetworkParameters.CLASSES][labels.length];
        for (int o = 0; o < scores.length; o++) {
            double[] row = parameters.outputWeights()[o];
            double[] rowTangent = direction.outputWeights()[o];
            Arrays.fill(scores[o], parameters.outputBias()[o]);
            Arrays.fill(scoresTangent[o], direction.outputBias()[o]);
            for (int i = 0; i < hidden.length; i++) {
                addScaled(row[i], rowTangent[i], hidden[i], hiddenTangent[i], scores[o], scoresTangent[o]);
            }
        }
        return crossEntropy(scores, labels, scoresTangent);
    }

    private static void addScaled(double scale, double scaleTangent, double[] x, double[] sums, double[] sumsTangent) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += scale * x[b];
            sumsTangent[b] += scaleTangent * x[b];
        }
    }

    private static void addScaled(
            double scale, double scaleTangent, double[] x, double[] xTangent, double[] sums, double[] sumsTangent) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += scale * x[b];
            sumsTangent[b] += scaleTangent * x[b] + scale * xTangent[b];
        }
    }

    private static void relu(double[][] activations, double[][] activationsTangent) {
        for (int o = 0; o < activations.length; o++) {
            double[] row = activations[o];
            double[] rowTangent = activationsTangent[o];
            for (int b = 0; b < row.length; b++) {
                rowTangent[b] = row[b] > 0 ? rowTangent[b] : 0;
                row[b] = Math.max(row[b], 0);
            }
        }
    }

    private static Dual crossEntropy(double[][] scores, int[] labels, double[][] scoresTangent) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int b = 0; b < largest.length; b++) {
                largest[b] = Math.max(largest[b], row[b]);
            }
        }
        double[] sums = new double[labels.length];
        double[] sumsTangent = new double[labels.length];
        for (int c = 0; c < scores.length; c++) {
            double[] row = scores[c];
            double[] rowTangent = scoresTangent[c];
            for (int b = 0; b < sums.length; b++) {
                double exp = Math.exp(row[b] - largest[b]);
                sums[b] += exp;
                sumsTangent[b] += exp * rowTangent[b];
            }
        }
        double loss = 0;
        double lossTangent = 0;
        for (int b = 0; b < sums.length; b++) {
            loss += largest[b] + Math.log(sums[b]) - scores[labels[b]][b];
            lossTangent += sumsTangent[b] / sums[b] - scoresTangent[labels[b]][b];
        }
        return new Dual(loss / labels.length, lossTangent / labels.length);
    }
}
