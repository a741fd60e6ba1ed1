package io.github.pushforward.acceptance.network;

/** A step of a network: it takes what the one before it gives. */
sealed interface Layer permits Dense, Tanh, Relu, Softmax {

    double[] apply(double[] inputs);
}
