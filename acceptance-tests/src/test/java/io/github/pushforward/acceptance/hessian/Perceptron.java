package io.github.pushforward.acceptance.hessian;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** The loss of a network with one hidden layer: tanh, softmax and cross entropy. */
final class Perceptron {

    private Perceptron() {}

    /** The mean over the examples of −log p(label). */
    @Differentiable(order = 2)
    static double loss(
            double[][] hidden, double[] biases, double[][] output, @Constant double[][] inputs, int[] labels) {
        double sum = 0;
        double[] activations = new double[biases.length];
        double[] logits = new double[output.length];
        for (int example = 0; example < inputs.length; example++) {
            for (int i = 0; i < activations.length; i++) {
                activations[i] = Math.tanh(biases[i] + dot(hidden[i], inputs[example]));
            }
            for (int k = 0; k < logits.length; k++) {
                logits[k] = dot(output[k], activations);
            }
            sum += logSumExp(logits) - logits[labels[example]];
        }
        return sum / inputs.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double logSumExp(double[] x) {
        double max = x[0];
        for (double each : x) {
            max = Math.max(max, each);
        }
        double sum = 0;
        for (double each : x) {
            sum += Math.exp(each - max);
        }
        return max + Math.log(sum);
    }
}
