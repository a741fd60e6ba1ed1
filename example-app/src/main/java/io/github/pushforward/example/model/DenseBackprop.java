package io.github.pushforward.example.model;

import java.util.Arrays;

/**
 * The gradient of {@link DenseNetwork#loss} by hand-written backpropagation, image by image like the forward side, every loop in the order of
 * memory. What the layers give is kept until the way back: as many numbers as the network has units, where the forward side needs two
 * layers' at a time. At the kink of a rectified unit its derivative is 0, as usual, and not half as in generated code.
 */
public final class DenseBackprop {

    private final double[][] activations;
    private final double[][] adjoints;

    /** For networks of the shape of {@code parameters}. */
    public DenseBackprop(DenseParameters parameters) {
        activations = DenseNetwork.rows(parameters.biases());
        adjoints = DenseNetwork.rows(parameters.biases());
    }

    /**
     * @param gradient receives ∂loss/∂parameter for each parameter
     * @return the loss
     */
    public double gradient(DenseParameters parameters, double[][] images, int[] labels, DenseParameters gradient) {
        gradient.clear();
        double loss = 0;
        for (int b = 0; b < images.length; b++) {
            forward(parameters, images[b]);
            loss += crossEntropy(labels[b], images.length);
            backward(parameters, images[b], gradient);
        }
        return loss / images.length;
    }

    private void forward(DenseParameters parameters, double[] image) {
        DenseNetwork.dense(parameters.weights()[0], parameters.biases()[0], image, activations[0]);
        for (int l = 1; l < activations.length; l++) {
            DenseNetwork.relu(activations[l - 1]);
            DenseNetwork.dense(parameters.weights()[l], parameters.biases()[l], activations[l - 1], activations[l]);
        }
    }

    /** The cross entropy of one image; its derivatives by the scores, divided by the size of the batch, are where the way back begins. */
    private double crossEntropy(int label, int batch) {
        double[] scores = activations[activations.length - 1];
        double[] adjoint = adjoints[adjoints.length - 1];
        double largest = scores[0];
        for (int c = 1; c < scores.length; c++) {
            largest = Math.max(largest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            adjoint[c] = Math.exp(scores[c] - largest);
            sum += adjoint[c];
        }
        double scale = 1 / (sum * batch);
        for (int c = 0; c < scores.length; c++) {
            adjoint[c] *= scale;
        }
        adjoint[label] -= 1.0 / batch;
        return largest + Math.log(sum) - scores[label];
    }

    private void backward(DenseParameters parameters, double[] image, DenseParameters gradient) {
        for (int l = activations.length - 1; l > 0; l--) {
            byWeights(adjoints[l], activations[l - 1], gradient.weights()[l], gradient.biases()[l]);
            byInputs(parameters.weights()[l], adjoints[l], activations[l - 1], adjoints[l - 1]);
        }
        byWeights(adjoints[0], image, gradient.weights()[0], gradient.biases()[0]);
    }

    private static void byWeights(double[] adjoint, double[] inputs, double[][] byWeights, double[] byBias) {
        for (int o = 0; o < adjoint.length; o++) {
            byBias[o] += adjoint[o];
            addScaled(adjoint[o], inputs, byWeights[o]);
        }
    }

    /** The adjoint of a layer's inputs, 0 where they were rectified to 0. */
    private static void byInputs(double[][] weights, double[] adjoint, double[] inputs, double[] byInputs) {
        Arrays.fill(byInputs, 0);
        for (int o = 0; o < adjoint.length; o++) {
            addScaled(adjoint[o], weights[o], byInputs);
        }
        for (int i = 0; i < inputs.length; i++) {
            byInputs[i] = inputs[i] > 0 ? byInputs[i] : 0;
        }
    }

    private static void addScaled(double scale, double[] x, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scale * x[i];
        }
    }
}
