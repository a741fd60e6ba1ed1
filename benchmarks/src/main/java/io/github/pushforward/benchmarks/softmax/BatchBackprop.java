package io.github.pushforward.benchmarks.softmax;

import java.util.Arrays;

/**
 * The gradient of {@link BatchSoftmax} by hand-written backpropagation. Forward the loops run along the images of a pixel, backward
 * along the pixels of an image, so that HotSpot vectorizes both: the batch is given in both orders.
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
            double[][] weights,
            double[] bias,
            double[][] pixels,
            double[][] images,
            int[] labels,
            SoftmaxParameters gradient) {
        double[][] scores = new double[bias.length][labels.length];
        for (int c = 0; c < bias.length; c++) {
            double[] row = weights[c];
            Arrays.fill(scores[c], bias[c]);
            for (int p = 0; p < pixels.length; p++) {
                addScaled(row[p], pixels[p], scores[c]);
            }
        }
        double loss = crossEntropy(scores, labels);
        gradient.clear();
        for (int c = 0; c < bias.length; c++) {
            double[] row = gradient.weights()[c];
            double byBias = 0;
            for (int i = 0; i < images.length; i++) {
                byBias += scores[c][i];
                addScaled(scores[c][i], images[i], row);
            }
            gradient.bias()[c] = byBias;
        }
        return loss;
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
        }
    }

    /** The mean cross entropy; its derivatives by the scores take their place. */
    private static double crossEntropy(double[][] scores, int[] labels) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], row[i]);
            }
        }
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += largest[i] - scores[labels[i]][i];
        }
        double[] sums = new double[labels.length];
        for (double[] row : scores) {
            for (int i = 0; i < sums.length; i++) {
                row[i] = Math.exp(row[i] - largest[i]);
                sums[i] += row[i];
            }
        }
        double[] scales = new double[labels.length];
        for (int i = 0; i < sums.length; i++) {
            loss += Math.log(sums[i]);
            scales[i] = 1 / (sums[i] * labels.length);
        }
        for (double[] row : scores) {
            for (int i = 0; i < scales.length; i++) {
                row[i] *= scales[i];
            }
        }
        for (int i = 0; i < labels.length; i++) {
            scores[labels[i]][i] -= 1.0 / labels.length;
        }
        return loss / labels.length;
    }
}
