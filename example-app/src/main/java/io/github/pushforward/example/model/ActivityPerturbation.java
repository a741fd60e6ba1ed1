package io.github.pushforward.example.model;

import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.DualOf;
import java.util.random.RandomGenerator;

/**
 * Forward gradients by perturbed activities instead of weights (Ren, Kornblith, Liao, Hinton, <i>Scaling Forward Gradient With Local
 * Losses</i>, 2022, section 3): a direction for what the units take in, image by image, and the derivative d of each image's loss along its
 * own. Then d v estimates the derivatives by these inputs without bias, and multiplied by the inputs of the layer those by its weights. A
 * direction has as many components as the network has units, not weights, and no image adds noise to another's: the variance is that
 * much less.
 */
public final class ActivityPerturbation {

    private final double[][][] noise;
    private final double[][][] directions;
    private final double[][][] activations;
    private final double[][][] activationTangents;

    /** For batches of {@code batch} images and networks of the shape of {@code parameters}. */
    public ActivityPerturbation(DenseParameters parameters, int batch) {
        noise = new double[batch][][];
        directions = new double[batch][][];
        activations = new double[batch][][];
        activationTangents = new double[batch][][];
        for (int b = 0; b < batch; b++) {
            noise[b] = DenseNetwork.rows(parameters.biases());
            directions[b] = DenseNetwork.rows(parameters.biases());
            activations[b] = DenseNetwork.rows(parameters.biases());
            activationTangents[b] = DenseNetwork.rows(parameters.biases());
        }
    }

    /**
     * Estimates the gradient of {@link DenseNetwork#loss}: one pass.
     *
     * @param random what the directions are drawn from
     * @param gradient receives the estimate
     * @return the loss
     */
    public double estimate(
            DenseParameters parameters,
            double[][] images,
            int[] labels,
            RandomGenerator random,
            DenseParameters gradient) {
        for (double[][] ofImage : directions) {
            for (double[] ofLayer : ofImage) {
                Directions.gaussian().draw(ofLayer, random);
            }
        }
        DualOf<double[], double[]> losses = DenseNetworkTangent.losses(
                parameters.weights(),
                parameters.biases(),
                noise,
                images,
                labels,
                activations,
                directions,
                activationTangents);
        gradient.clear();
        double sum = 0;
        for (int b = 0; b < images.length; b++) {
            sum += losses.value()[b];
            double derivative = losses.tangent()[b] / images.length;
            for (int l = 0; l < parameters.layers(); l++) {
                double[] inputs = l == 0 ? images[b] : activations[b][l - 1];
                addOuter(derivative, directions[b][l], inputs, gradient.weights()[l], gradient.biases()[l]);
            }
        }
        return sum / images.length;
    }

    private static void addOuter(
            double derivative, double[] direction, double[] inputs, double[][] weights, double[] biases) {
        for (int o = 0; o < direction.length; o++) {
            double adjoint = derivative * direction[o];
            double[] row = weights[o];
            for (int i = 0; i < inputs.length; i++) {
                row[i] += adjoint * inputs[i];
            }
            biases[o] += adjoint;
        }
    }
}
