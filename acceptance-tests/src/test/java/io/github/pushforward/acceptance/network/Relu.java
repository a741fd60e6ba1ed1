package io.github.pushforward.acceptance.network;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

/** Leaky where its slope below zero is not zero. */
record Relu(double slope) implements Layer {

    @Override
    @Differentiable
    public double[] apply(double[] inputs) {
        return Arrays.stream(inputs).map(x -> x > 0 ? x : slope * x).toArray();
    }
}
