package io.github.pushforward.acceptance.network;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

/** Numbers into probabilities. */
record Softmax() implements Layer {

    @Override
    @Differentiable
    public double[] apply(double[] inputs) {
        double largest = Arrays.stream(inputs).max().orElseThrow();
        double[] outputs = new double[inputs.length];
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] = Math.exp(inputs[i] - largest);
            sum += outputs[i];
        }
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] /= sum;
        }
        return outputs;
    }
}
