package io.github.pushforward.benchmarks.network;

import java.util.Arrays;

/**
 * The gradient of {@link BatchNetwork} by hand-written backpropagation. Forward the loops run along the batch; for the weights they run
 * along the inputs of an image, so that HotSpot vectorizes all: the batch is given in both orders, the hidden layer transposed on the
 * way. Like the forward side it takes no advantage of zeros.
 */
final class BatchBackprop {

    private BatchBackprop() {}

    /**
     * @param pixels a row for each pixel
     * @param images the same, a row for each image
     * @param gradient receives ∂loss/∂parameter for each parameter
     * @return the loss
     */
    static double loss(
            NetworkParameters parameters,
            double[][] pixels,
            double[][] images,
            int[] labels,
            NetworkParameters gradient) {
        double[][] hidden = dense(parameters.hiddenWeights(), parameters.hiddenBias(), pixels);
        for (double[] row : hidden) {
            for (int b = 0; b < row.length; b++) {
                row[b] = Math.max(row[b], 0);
            }
        }
        double[][] scores = dense(parameters.outputWeights(), parameters.outputBias(), hidden);
        double loss = crossEntropy(scores, labels);

        gradient.clear();
        byWeights(scores, transpose(hidden), gradient.outputWeights(), gradient.outputBias());
        double[][] hiddenAdjoint = new double[hidden.length][labels.length];
        for (int i = 0; i < hidden.length; i++) {
            for (int c = 0; c < scores.length; c++) {
                addScaled(parameters.outputWeights()[c][i], scores[c], hiddenAdjoint[i]);
            }
            for (int b = 0; b < labels.length; b++) {
                hiddenAdjoint[i][b] = hidden[i][b] > 0 ? hiddenAdjoint[i][b] : 0;
            }
        }
        byWeights(hiddenAdjoint, images, gradient.hiddenWeights(), gradient.hiddenBias());
        return loss;
    }

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

    /**
     * @param adjoint of a layer's outputs, a row for each
     * @param inputs of the layer, a row for each image
     */
    private static void byWeights(double[][] adjoint, double[][] inputs, double[][] byWeights, double[] byBias) {
        for (int o = 0; o < adjoint.length; o++) {
            double[] ofOutput = adjoint[o];
            double sum = 0;
            for (int b = 0; b < inputs.length; b++) {
                sum += ofOutput[b];
                addScaled(ofOutput[b], inputs[b], byWeights[o]);
            }
            byBias[o] = sum;
        }
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
        }
    }

    static double[][] transpose(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            double[] row = matrix[r];
            for (int c = 0; c < row.length; c++) {
                transposed[c][r] = row[c];
            }
        }
        return transposed;
    }

    /** The mean cross entropy; its derivatives by the scores take their place. */
    private static double crossEntropy(double[][] scores, int[] labels) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int b = 0; b < largest.length; b++) {
                largest[b] = Math.max(largest[b], row[b]);
            }
        }
        double loss = 0;
        for (int b = 0; b < labels.length; b++) {
            loss += largest[b] - scores[labels[b]][b];
        }
        double[] sums = new double[labels.length];
        for (double[] row : scores) {
            for (int b = 0; b < sums.length; b++) {
                row[b] = Math.exp(row[b] - largest[b]);
                sums[b] += row[b];
            }
        }
        double[] scales = new double[labels.length];
        for (int b = 0; b < sums.length; b++) {
            loss += Math.log(sums[b]);
            scales[b] = 1 / (sums[b] * labels.length);
        }
        for (double[] row : scores) {
            for (int b = 0; b < scales.length; b++) {
                row[b] *= scales[b];
            }
        }
        for (int b = 0; b < labels.length; b++) {
            scores[labels[b]][b] -= 1.0 / labels.length;
        }
        return loss / labels.length;
    }
}
