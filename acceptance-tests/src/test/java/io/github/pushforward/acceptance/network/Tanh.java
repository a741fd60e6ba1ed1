package io.github.pushforward.acceptance.network;

import io.github.pushforward.Differentiable;

record Tanh() implements Layer {

    @Override
    @Differentiable
    public double[] apply(double[] inputs) {
        double[] outputs = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] = Math.tanh(inputs[i]);
        }
        return outputs;
    }
}
