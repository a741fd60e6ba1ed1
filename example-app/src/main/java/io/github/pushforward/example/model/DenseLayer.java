package io.github.pushforward.example.model;

import java.util.Arrays;

/** A dense layer and its adjoint, on a batch of fixed size. */
final class DenseLayer {
    private final double[][] inputs;
    private final double[][] inputsByImage;
    private final double[][] sums;
    private final double[][] adjoint;

    /** @param inputs the activations before this layer, where it finds them in each run */
    DenseLayer(double[][] inputs, int units) {
        int batch = inputs[0].length;
        this.inputs = inputs;
        this.inputsByImage = new double[batch][inputs.length];
        this.sums = new double[units][batch];
        this.adjoint = new double[units][batch];
    }

    double[][] sums() {
        return sums;
    }

    /** Where the layer after this one writes the derivatives by the sums. */
    double[][] adjoint() {
        return adjoint;
    }

    void forward(double[][] weights, double[] bias) {
        ConvolutionalNetwork.dense(weights, bias, inputs, sums);
    }

    /**
     * Writes the derivatives by weights and biases. The innermost loop runs along the inputs of an image, for a sum along the batch is
     * not vectorized.
     */
    void backward(double[][] byWeights, double[] byBias) {
        ConvolutionalNetwork.transpose(inputs, inputsByImage);
        for (int o = 0; o < adjoint.length; o++) {
            Arrays.fill(byWeights[o], 0);
            for (int b = 0; b < inputsByImage.length; b++) {
                ConvolutionalNetwork.addScaled(adjoint[o][b], inputsByImage[b], byWeights[o]);
            }
            byBias[o] = RowSum.of(adjoint[o]);
        }
    }

    /** Writes the derivatives by the inputs. */
    void backwardToInputs(double[][] weights, double[][] byInputs) {
        for (int i = 0; i < byInputs.length; i++) {
            Arrays.fill(byInputs[i], 0);
            for (int o = 0; o < adjoint.length; o++) {
                ConvolutionalNetwork.addScaled(weights[o][i], adjoint[o], byInputs[i]);
            }
        }
    }
}
