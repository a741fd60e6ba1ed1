package io.github.pushforward.benchmarks.network;

import java.util.Arrays;

/**
 * The gradient of {@link Network} by hand-written backpropagation, image by image, every loop in the order of memory. Like the forward
 * side it takes no advantage of zeros.
 */
final class Backprop {

    private Backprop() {}

    /**
     * @param gradient receives ∂loss/∂parameter for each parameter
     * @return the loss
     */
    static double loss(NetworkParameters parameters, double[][] images, int[] labels, NetworkParameters gradient) {
        gradient.clear();
        double[] hidden = new double[NetworkParameters.HIDDEN];
        double[] hiddenAdjoint = new double[NetworkParameters.HIDDEN];
        double[] scores = new double[NetworkParameters.CLASSES];
        double loss = 0;
        for (int b = 0; b < images.length; b++) {
            double[] image = images[b];
            dense(parameters.hiddenWeights(), parameters.hiddenBias(), image, hidden);
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = Math.max(hidden[i], 0);
            }
            dense(parameters.outputWeights(), parameters.outputBias(), hidden, scores);
            loss += crossEntropy(scores, labels[b], images.length);

            Arrays.fill(hiddenAdjoint, 0);
            for (int c = 0; c < scores.length; c++) {
                gradient.outputBias()[c] += scores[c];
                addScaled(scores[c], hidden, gradient.outputWeights()[c]);
                addScaled(scores[c], parameters.outputWeights()[c], hiddenAdjoint);
            }
            for (int i = 0; i < hidden.length; i++) {
                double adjoint = hidden[i] > 0 ? hiddenAdjoint[i] : 0;
                gradient.hiddenBias()[i] += adjoint;
                addScaled(adjoint, image, gradient.hiddenWeights()[i]);
            }
        }
        return loss / images.length;
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

    /** The cross entropy of one image; its derivatives by the scores, divided by the size of the batch, take their place. */
    private static double crossEntropy(double[] scores, int label, int batch) {
        double largest = scores[0];
        for (int c = 1; c < scores.length; c++) {
            largest = Math.max(largest, scores[c]);
        }
        double loss = largest - scores[label];
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - largest);
            sum += scores[c];
        }
        double scale = 1 / (sum * batch);
        for (int c = 0; c < scores.length; c++) {
            scores[c] *= scale;
        }
        scores[label] -= 1.0 / batch;
        return loss + Math.log(sum);
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
        }
    }
}
