package io.github.pushforward.acceptance.network;

import io.github.pushforward.Differentiable;
import java.util.random.RandomGenerator;

/** A layer of neurons, each of which takes all inputs. */
@Differentiable
final class Dense implements Layer {

    final double[][] weights;
    final double[] biases;

    Dense(double[][] weights, double[] biases) {
        if (weights.length != biases.length) {
            throw new IllegalArgumentException(weights.length + " rows of weights, but " + biases.length + " biases");
        }
        this.weights = weights;
        this.biases = biases;
    }

    /** Random weights that keep the variance of what goes through them. */
    static Dense random(int inputs, int outputs, RandomGenerator random) {
        double[][] weights = new double[outputs][inputs];
        for (double[] row : weights) {
            for (int i = 0; i < inputs; i++) {
                row[i] = random.nextGaussian() / Math.sqrt(inputs);
            }
        }
        return new Dense(weights, new double[outputs]);
    }

    @Override
    public double[] apply(double[] inputs) {
        double[] outputs = biases.clone();
        for (int i = 0; i < outputs.length; i++) {
            for (int j = 0; j < inputs.length; j++) {
                outputs[i] += weights[i][j] * inputs[j];
            }
        }
        return outputs;
    }

    /** Half the sum of the squares of the weights, by which regularisation keeps them small. */
    double penalty() {
        double sum = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                sum += weight * weight;
            }
        }
        return 0.5 * sum;
    }
}
