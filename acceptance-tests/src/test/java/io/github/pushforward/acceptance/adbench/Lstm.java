package io.github.pushforward.acceptance.adbench;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * ADBench's LSTM: the loss of a recurrent network that predicts the bits of the next character.
 *
 * <p>Each layer has eight rows of parameters: the weights of the forget, the input and the output gate and of the change,
 * then their biases. The outer rows are the weights of the input, and the weights and the biases of the output.
 */
final class Lstm {

    private static final int FORGET = 0;
    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int CHANGE = 3;
    private static final int BIAS = 4;

    private Lstm() {}

    @Differentiable
    static double loss(
            double[][][] layers, double[][] outer, @Constant double[][][] state, @Constant double[][] sequence) {
        int bits = outer[0].length;
        double[][] hidden = new double[layers.length][];
        double[][] cells = new double[layers.length][];
        for (int l = 0; l < layers.length; l++) {
            hidden[l] = state[l][0].clone();
            cells[l] = state[l][1].clone();
        }
        double total = 0;
        int count = 0;
        double[] predicted = new double[bits];
        for (int t = 0; t < sequence.length - 1; t++) {
            predict(layers, outer, hidden, cells, sequence[t], predicted);
            double normalizer = logSumExp(predicted);
            double[] next = sequence[t + 1];
            for (int i = 0; i < bits; i++) {
                total += next[i] * (predicted[i] - normalizer);
            }
            count += bits;
        }
        return -total / count;
    }

    private static void predict(
            double[][][] layers,
            double[][] outer,
            double[][] hidden,
            double[][] cells,
            double[] input,
            double[] output) {
        for (int i = 0; i < input.length; i++) {
            output[i] = input[i] * outer[0][i];
        }
        double[] signal = output;
        for (int l = 0; l < layers.length; l++) {
            step(layers[l], hidden[l], cells[l], signal);
            signal = hidden[l];
        }
        for (int i = 0; i < output.length; i++) {
            output[i] = signal[i] * outer[1][i] + outer[2][i];
        }
    }

    /** One step of one layer, which updates its hidden state and its cells. */
    private static void step(double[][] layer, double[] hidden, double[] cells, double[] input) {
        for (int i = 0; i < hidden.length; i++) {
            double forget = sigmoid(input[i] * layer[FORGET][i] + layer[BIAS + FORGET][i]);
            double in = sigmoid(hidden[i] * layer[IN][i] + layer[BIAS + IN][i]);
            double out = sigmoid(input[i] * layer[OUT][i] + layer[BIAS + OUT][i]);
            double change = Math.tanh(hidden[i] * layer[CHANGE][i] + layer[BIAS + CHANGE][i]);
            cells[i] = cells[i] * forget + in * change;
            hidden[i] = out * Math.tanh(cells[i]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** ADBench's: with a 2 under the logarithm. */
    private static double logSumExp(double[] x) {
        double sum = 2;
        for (double value : x) {
            sum += Math.exp(value);
        }
        return Math.log(sum);
    }
}
