package io.github.pushforward.example.model;

import java.util.Arrays;

/** A convolution with ReLU and its adjoint, on a batch of fixed size. */
final class ConvolutionLayer {
    private final int side;
    private final double[][][] inputs;
    private final double[][][] sums;
    private final double[][][] outputs;
    private final double[][][] adjoint;
    private final double[][] products;

    /** @param inputs the activations before this layer, where it finds them in each run */
    ConvolutionLayer(double[][][] inputs, int channels) {
        int pixels = inputs[0].length;
        int batch = inputs[0][0].length;
        this.side = ConvolutionalNetwork.side(pixels);
        this.inputs = inputs;
        this.sums = new double[channels][pixels][batch];
        this.outputs = new double[channels][pixels][batch];
        this.adjoint = new double[channels][pixels][batch];
        this.products = new double[ConvolutionalShape.TAPS][batch];
    }

    double[][][] outputs() {
        return outputs;
    }

    /** Where the layer after this one writes the derivatives by the outputs. */
    double[][][] adjoint() {
        return adjoint;
    }

    void forward(double[][][] kernels, double[] bias) {
        ConvolutionalNetwork.convolve(kernels, bias, inputs, sums);
        for (int o = 0; o < sums.length; o++) {
            for (int p = 0; p < sums[o].length; p++) {
                Relu.apply(sums[o][p], outputs[o][p]);
            }
        }
    }

    /** Writes the derivatives by kernels and biases. */
    void backward(double[][][] byKernels, double[] byBias) {
        for (int o = 0; o < adjoint.length; o++) {
            byBias[o] = 0;
            for (int p = 0; p < adjoint[o].length; p++) {
                Relu.applyAdjoint(sums[o][p], adjoint[o][p]);
                byBias[o] += RowSum.of(adjoint[o][p]);
            }
            for (int i = 0; i < inputs.length; i++) {
                byKernel(adjoint[o], inputs[i], byKernels[o][i]);
            }
        }
    }

    /** Image by image up to the end, so that here, too, the innermost loop runs along the batch. */
    private void byKernel(double[][] adjoint, double[][] input, double[] byKernel) {
        for (double[] product : products) {
            Arrays.fill(product, 0);
        }
        for (int row = 0; row < side; row++) {
            for (int r = Math.max(row - 1, 0); r <= Math.min(row + 1, side - 1); r++) {
                for (int tap = 0; tap < 3; tap++) {
                    addProducts(adjoint, input, row * side, r * side, tap - 1, products[3 * (r - row + 1) + tap]);
                }
            }
        }
        for (int tap = 0; tap < products.length; tap++) {
            byKernel[tap] = RowSum.of(products[tap]);
        }
    }

    /** A row of pixels, two at a time, so that sums are loaded and stored half as often; those beyond the border are 0. */
    private void addProducts(double[][] adjoint, double[][] input, int at, int from, int shift, double[] sums) {
        int column = Math.max(-shift, 0);
        int end = Math.min(side - shift, side);
        for (; column + 1 < end; column += 2) {
            int right = column + 1;
            addProducts(
                    adjoint[at + column],
                    input[from + column + shift],
                    adjoint[at + right],
                    input[from + right + shift],
                    sums);
        }
        for (; column < end; column++) {
            addProduct(adjoint[at + column], input[from + column + shift], sums);
        }
    }

    private static void addProducts(double[] x1, double[] y1, double[] x2, double[] y2, double[] sums) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += x1[b] * y1[b] + x2[b] * y2[b];
        }
    }

    private static void addProduct(double[] x, double[] y, double[] sums) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += x[b] * y[b];
        }
    }

    /** After {@link #backward}: writes the derivatives by the inputs. */
    void backwardToInputs(double[][][] kernels, double[][][] byInputs) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                for (int i = 0; i < byInputs.length; i++) {
                    double[] sums = byInputs[i][row * side + column];
                    Arrays.fill(sums, 0);
                    for (int o = 0; o < adjoint.length; o++) {
                        addNeighbours(kernels[o][i], adjoint[o], row, column, sums);
                    }
                }
            }
        }
    }

    /** The pixels around one as the kernel weighs it for them: by the kernel turned half round. */
    private void addNeighbours(double[] kernel, double[][] adjoint, int row, int column, double[] sums) {
        for (int r = Math.max(row - 1, 0); r <= Math.min(row + 1, side - 1); r++) {
            for (int c = Math.max(column - 1, 0); c <= Math.min(column + 1, side - 1); c++) {
                ConvolutionalNetwork.addScaled(kernel[3 * (row - r + 1) + column - c + 1], adjoint[r * side + c], sums);
            }
        }
    }
}
