package io.github.pushforward.benchmarks.network;

import io.github.pushforward.runtime.Dual;

/** The tangent of {@link Network}, written by hand; the shift by the largest score has none, as in {@link WrittenBatchTangent}. */
final class WrittenTangent {

    private WrittenTangent() {}

    static Dual loss(NetworkParameters parameters, double[][] images, int[] labels, NetworkParameters direction) {
        double[] hidden = new double[NetworkParameters.HIDDEN];
        double[] hiddenTangent = new double[NetworkParameters.HIDDEN];
        double[] scores = new double[NetworkParameters.CLASSES];
        double[] scoresTangent = new double[NetworkParameters.CLASSES];
        double loss = 0;
        double lossTangent = 0;
        for (int b = 0; b < images.length; b++) {
            hide(parameters, images[b], hidden, direction, hiddenTangent);
            score(parameters, hidden, scores, direction, hiddenTangent, scoresTangent);
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
            loss += largest + Math.log(sum) - scores[labels[b]];
            lossTangent += sumTangent / sum - scoresTangent[labels[b]];
        }
        return new Dual(loss / images.length, lossTangent / images.length);
    }

    /** The first layer, whose inputs have no tangents, and ReLU. */
    private static void hide(
            NetworkParameters parameters,
            double[] image,
            double[] hidden,
            NetworkParameters direction,
            double[] hiddenTangent) {
        for (int o = 0; o < hidden.length; o++) {
            double[] row = parameters.hiddenWeights()[o];
            double[] rowTangent = direction.hiddenWeights()[o];
            double sum = parameters.hiddenBias()[o];
            double sumTangent = direction.hiddenBias()[o];
            for (int i = 0; i < image.length; i++) {
                sum += row[i] * image[i];
                sumTangent += rowTangent[i] * image[i];
            }
            hidden[o] = Math.max(sum, 0);
            hiddenTangent[o] = sum > 0 ? sumTangent : 0;
        }
    }

    private static void score(
            NetworkParameters parameters,
            double[] hidden,
            double[] scores,
            NetworkParameters direction,
            double[] hiddenTangent,
            double[] scoresTangent) {
        for (int o = 0; o < scores.length; o++) {
            double[] row = parameters.outputWeights()[o];
            double[] rowTangent = direction.outputWeights()[o];
            double sum = parameters.outputBias()[o];
            double sumTangent = direction.outputBias()[o];
            for (int i = 0; i < hidden.length; i++) {
                sum += row[i] * hidden[i];
                sumTangent += rowTangent[i] * hidden[i] + row[i] * hiddenTangent[i];
            }
            scores[o] = sum;
            scoresTangent[o] = sumTangent;
        }
    }
}
