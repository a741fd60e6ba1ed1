package io.github.pushforward.example.model;

/** A 2×2 max pooling and its adjoint, on a batch of fixed size. */
final class PoolingLayer {
    private final int side;
    private final double[][][] inputs;
    private final double[][][] outputs;
    private final double[][][] adjoint;

    /** @param inputs the activations before this layer, where it finds them in each run */
    PoolingLayer(double[][][] inputs) {
        int pixels = inputs[0].length;
        int batch = inputs[0][0].length;
        this.side = ConvolutionalNetwork.side(pixels);
        this.inputs = inputs;
        this.outputs = new double[inputs.length][pixels / 4][batch];
        this.adjoint = new double[inputs.length][pixels / 4][batch];
    }

    double[][][] outputs() {
        return outputs;
    }

    /** Where the layer after this one writes the derivatives by the outputs. */
    double[][][] adjoint() {
        return adjoint;
    }

    void forward() {
        ConvolutionalNetwork.pool(inputs, side, outputs);
    }

    /** Writes the derivatives by the inputs. */
    void backwardToInputs(double[][][] byInputs) {
        for (int o = 0; o < inputs.length; o++) {
            for (int p = 0; p < adjoint[o].length; p++) {
                backwardToInputs(inputs[o], ConvolutionalNetwork.corner(p, side), adjoint[o][p], byInputs[o]);
            }
        }
    }

    private void backwardToInputs(double[][] pixels, int corner, double[] adjoint, double[][] byPixels) {
        double[] x = pixels[corner];
        double[] right = pixels[corner + 1];
        double[] below = pixels[corner + side];
        double[] diagonal = pixels[corner + side + 1];
        double[] byX = byPixels[corner];
        double[] byRight = byPixels[corner + 1];
        double[] byBelow = byPixels[corner + side];
        double[] byDiagonal = byPixels[corner + side + 1];
        for (int b = 0; b < adjoint.length; b++) {
            double upper = adjoint[b] * share(Math.max(x[b], right[b]), Math.max(below[b], diagonal[b]));
            double lower = adjoint[b] - upper;
            byX[b] = upper * share(x[b], right[b]);
            byRight[b] = upper - byX[b];
            byBelow[b] = lower * share(below[b], diagonal[b]);
            byDiagonal[b] = lower - byBelow[b];
        }
    }

    /** The derivative of the larger by {@code x}: half of it at a tie, as generated tangents have it. */
    private static double share(double x, double other) {
        return x > other ? 1 : x == other ? 0.5 : 0;
    }
}
