package io.github.pushforward.example.model;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * A network of dense layers, ReLU between them, and the cross entropy of its scores: softmax regression where it has one layer. Image by
 * image, as it is written down: what a unit takes in is a dot product, read in the order of memory.
 */
public final class DenseNetwork {

    private DenseNetwork() {}

    /**
     * The mean cross entropy, the mean of −log p(label | image).
     *
     * @param weights layer by layer, a row for each unit
     * @param biases layer by layer, one for each unit
     * @param images a row of pixels for each image
     * @param labels the class of each image, from 0
     */
    @Differentiable
    public static double loss(double[][][] weights, double[][] biases, @Constant double[][] images, int[] labels) {
        double[][] activations = rows(biases);
        double sum = 0;
        for (int b = 0; b < images.length; b++) {
            score(weights, biases, images[b], activations);
            double[] scores = activations[biases.length - 1];
            sum += logSumExp(scores) - scores[labels[b]];
        }
        return sum / images.length;
    }

    /**
     * The cross entropy of each image where something is added to what the units take in: to its derivatives by these terms the backpropagated
     * adjoints are equal.
     *
     * @param noise what is added to the input of each unit: image by image, layer by layer
     * @param activations receives what each layer gives, rectified: image by image, layer by layer
     */
    @Differentiable
    static double[] losses(
            @Constant double[][][] weights,
            @Constant double[][] biases,
            double[][][] noise,
            @Constant double[][] images,
            int[] labels,
            double[][][] activations) {
        double[] losses = new double[images.length];
        for (int b = 0; b < images.length; b++) {
            double[][] rows = activations[b];
            dense(weights[0], biases[0], images[b], rows[0]);
            add(noise[b][0], rows[0]);
            for (int l = 1; l < biases.length; l++) {
                relu(rows[l - 1]);
                dense(weights[l], biases[l], rows[l - 1], rows[l]);
                add(noise[b][l], rows[l]);
            }
            double[] scores = rows[biases.length - 1];
            losses[b] = logSumExp(scores) - scores[labels[b]];
        }
        return losses;
    }

    /** The fraction of the images whose label has the largest score, the first of them at a tie. */
    public static double accuracy(double[][][] weights, double[][] biases, double[][] images, int[] labels) {
        double[][] activations = rows(biases);
        int correct = 0;
        for (int b = 0; b < images.length; b++) {
            score(weights, biases, images[b], activations);
            if (largest(activations[biases.length - 1]) == labels[b]) {
                correct++;
            }
        }
        return (double) correct / images.length;
    }

    private static int largest(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }

    /** A row for what each layer gives. */
    static double[][] rows(double[][] biases) {
        double[][] rows = new double[biases.length][];
        for (int l = 0; l < biases.length; l++) {
            rows[l] = new double[biases[l].length];
        }
        return rows;
    }

    /** @param activations receives what each layer gives, rectified but for the scores of the last */
    private static void score(double[][][] weights, double[][] biases, double[] image, double[][] activations) {
        dense(weights[0], biases[0], image, activations[0]);
        for (int l = 1; l < biases.length; l++) {
            relu(activations[l - 1]);
            dense(weights[l], biases[l], activations[l - 1], activations[l]);
        }
    }

    static void dense(double[][] weights, double[] bias, double[] inputs, double[] outputs) {
        for (int o = 0; o < outputs.length; o++) {
            double[] row = weights[o];
            double sum = bias[o];
            for (int i = 0; i < inputs.length; i++) {
                sum += row[i] * inputs[i];
            }
            outputs[o] = sum;
        }
    }

    private static void add(double[] terms, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i];
        }
    }

    static void relu(double[] activations) {
        for (int i = 0; i < activations.length; i++) {
            activations[i] = Math.max(activations[i], 0);
        }
    }

    /** log Σ exp(score), shifted by the largest score so that nothing overflows. */
    static double logSumExp(double[] scores) {
        double largest = scores[0];
        for (int c = 1; c < scores.length; c++) {
            largest = Math.max(largest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            sum += Math.exp(scores[c] - largest);
        }
        return largest + Math.log(sum);
    }
}
