package io.github.pushforward.example.model;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.Arrays;

/**
 * The convolutional network of <i>Gradients without Backpropagation</i> (Baydin et al., 2022, section 5.4): four convolutions of 3×3
 * with ReLU, padded by zeros; 2×2 max pooling after the second and the fourth; a dense layer with ReLU, and one to the classes. The
 * shapes of the parameters give the sizes: see {@link ConvolutionalShape}.
 *
 * <p>Activations are {@code [channel][pixel][image]}, pixels row by row: the innermost loops run along the images of a batch, all of one
 * length and without borders, where HotSpot vectorizes them.
 */
public final class ConvolutionalNetwork {

    /** How many images are predicted at once: enough for the innermost loops, and few enough for the caches. */
    private static final int PREDICTED = 64;

    private ConvolutionalNetwork() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param kernels for each convolution, output and input a kernel of nine weights, row by row
     * @param kernelBias for each convolution and output
     * @param hiddenWeights a row for each hidden unit
     * @param outputWeights a row for each class
     * @param images a row of pixels for each image, a square whose side is divisible by 4
     */
    @Differentiable
    public static double loss(
            double[][][][] kernels,
            double[][] kernelBias,
            double[][] hiddenWeights,
            double[] hiddenBias,
            double[][] outputWeights,
            double[] outputBias,
            @Constant double[][] images,
            int[] labels) {
        return crossEntropy(
                scores(kernels, kernelBias, hiddenWeights, hiddenBias, outputWeights, outputBias, images), labels);
    }

    /** The class with the largest score for each image, the first of them at a tie. */
    public static int[] predict(ConvolutionalParameters parameters, double[][] images) {
        int[] predicted = new int[images.length];
        for (int start = 0; start < images.length; start += PREDICTED) {
            double[][] batch = Arrays.copyOfRange(images, start, Math.min(start + PREDICTED, images.length));
            double[][] scores = scores(
                    parameters.kernels(),
                    parameters.kernelBias(),
                    parameters.hiddenWeights(),
                    parameters.hiddenBias(),
                    parameters.outputWeights(),
                    parameters.outputBias(),
                    batch);
            for (int b = 0; b < batch.length; b++) {
                predicted[start + b] = largest(scores, b);
            }
        }
        return predicted;
    }

    private static int largest(double[][] scores, int image) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c][image] > scores[best][image]) {
                best = c;
            }
        }
        return best;
    }

    /** A row for each class, and a column for each image. */
    private static double[][] scores(
            double[][][][] kernels,
            double[][] kernelBias,
            double[][] hiddenWeights,
            double[] hiddenBias,
            double[][] outputWeights,
            double[] outputBias,
            double[][] images) {
        int side = side(images[0].length);
        double[][][] pixels = {transpose(images)};
        double[][][] first = convolution(kernels[0], kernelBias[0], pixels);
        double[][][] second = pooling(convolution(kernels[1], kernelBias[1], first), side);
        double[][][] third = convolution(kernels[2], kernelBias[2], second);
        double[][][] fourth = pooling(convolution(kernels[3], kernelBias[3], third), side / 2);
        double[][] hidden = new double[hiddenBias.length][images.length];
        dense(hiddenWeights, hiddenBias, flatten(fourth), hidden);
        relu(hidden);
        double[][] scores = new double[outputBias.length][images.length];
        dense(outputWeights, outputBias, hidden, scores);
        return scores;
    }

    static int side(int pixels) {
        return (int) Math.round(Math.sqrt(pixels));
    }

    private static double[][] transpose(double[][] images) {
        double[][] pixels = new double[images[0].length][images.length];
        transpose(images, pixels);
        return pixels;
    }

    static void transpose(double[][] matrix, double[][] transposed) {
        for (int r = 0; r < matrix.length; r++) {
            double[] row = matrix[r];
            for (int c = 0; c < row.length; c++) {
                transposed[c][r] = row[c];
            }
        }
    }

    /** With ReLU. */
    private static double[][][] convolution(double[][][] kernels, double[] bias, double[][][] inputs) {
        double[][][] outputs = new double[bias.length][inputs[0].length][inputs[0][0].length];
        convolve(kernels, bias, inputs, outputs);
        for (double[][] channel : outputs) {
            relu(channel);
        }
        return outputs;
    }

    /** Pixel by pixel, so that what is around it in all inputs is in the cache for all outputs. */
    static void convolve(double[][][] kernels, double[] bias, double[][][] inputs, double[][][] outputs) {
        int side = side(inputs[0].length);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                for (int o = 0; o < outputs.length; o++) {
                    double[] sums = outputs[o][row * side + column];
                    Arrays.fill(sums, bias[o]);
                    for (int i = 0; i < inputs.length; i++) {
                        addNeighbours(kernels[o][i], inputs[i], side, row, column, sums);
                    }
                }
            }
        }
    }

    /** The pixels around one as the kernel weighs them; those beyond the border are 0. */
    private static void addNeighbours(
            double[] kernel, double[][] pixels, int side, int row, int column, double[] sums) {
        for (int r = Math.max(row - 1, 0); r <= Math.min(row + 1, side - 1); r++) {
            for (int c = Math.max(column - 1, 0); c <= Math.min(column + 1, side - 1); c++) {
                addScaled(kernel[3 * (r - row + 1) + c - column + 1], pixels[r * side + c], sums);
            }
        }
    }

    static void addScaled(double scale, double[] x, double[] sums) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += scale * x[b];
        }
    }

    private static void relu(double[][] activations) {
        for (double[] row : activations) {
            for (int b = 0; b < row.length; b++) {
                row[b] = Math.max(row[b], 0);
            }
        }
    }

    private static double[][][] pooling(double[][][] inputs, int side) {
        double[][][] outputs = new double[inputs.length][side * side / 4][inputs[0][0].length];
        pool(inputs, side, outputs);
        return outputs;
    }

    /** The largest of each 2×2 pixels. */
    static void pool(double[][][] inputs, int side, double[][][] outputs) {
        for (int o = 0; o < outputs.length; o++) {
            double[][] pixels = inputs[o];
            for (int p = 0; p < outputs[o].length; p++) {
                int corner = corner(p, side);
                maximum(
                        pixels[corner],
                        pixels[corner + 1],
                        pixels[corner + side],
                        pixels[corner + side + 1],
                        outputs[o][p]);
            }
        }
    }

    /** The first of the pixels that become pixel {@code pooled}, in an image of that side. */
    static int corner(int pooled, int side) {
        int half = side / 2;
        return 2 * (pooled / half) * side + 2 * (pooled % half);
    }

    private static void maximum(double[] x, double[] right, double[] below, double[] diagonal, double[] largest) {
        for (int b = 0; b < largest.length; b++) {
            largest[b] = Math.max(Math.max(x[b], right[b]), Math.max(below[b], diagonal[b]));
        }
    }

    /** The rows of all channels, channel by channel. */
    static double[][] flatten(double[][][] channels) {
        int pixels = channels[0].length;
        double[][] rows = new double[channels.length * pixels][];
        for (int c = 0; c < channels.length; c++) {
            for (int p = 0; p < pixels; p++) {
                rows[c * pixels + p] = channels[c][p];
            }
        }
        return rows;
    }

    /** A row for each output: its bias, and the rows of the inputs as it weighs them. */
    static void dense(double[][] weights, double[] bias, double[][] inputs, double[][] outputs) {
        for (int o = 0; o < outputs.length; o++) {
            double[] row = weights[o];
            Arrays.fill(outputs[o], bias[o]);
            for (int i = 0; i < inputs.length; i++) {
                addScaled(row[i], inputs[i], outputs[o]);
            }
        }
    }

    /** The mean of log Σ exp(score) − score of the label, shifted by the largest score so that nothing overflows. */
    private static double crossEntropy(double[][] scores, int[] labels) {
        double[] largest = scores[0].clone();
        for (int c = 1; c < scores.length; c++) {
            double[] row = scores[c];
            for (int b = 0; b < largest.length; b++) {
                largest[b] = Math.max(largest[b], row[b]);
            }
        }
        double[] sums = new double[labels.length];
        for (double[] row : scores) {
            for (int b = 0; b < sums.length; b++) {
                sums[b] += Math.exp(row[b] - largest[b]);
            }
        }
        double loss = 0;
        for (int b = 0; b < sums.length; b++) {
            loss += largest[b] + Math.log(sums[b]) - scores[labels[b]][b];
        }
        return loss / labels.length;
    }
}
