package io.github.pushforward.example.model;

/** ReLU and its adjoint. */
final class Relu {

    private Relu() {}

    static void apply(double[] sums, double[] outputs) {
        for (int b = 0; b < sums.length; b++) {
            outputs[b] = Math.max(sums[b], 0);
        }
    }

    /** Turns the derivatives by the outputs into those by the sums: half of them at the kink, as generated tangents have it. */
    static void applyAdjoint(double[] sums, double[] adjoint) {
        for (int b = 0; b < sums.length; b++) {
            adjoint[b] *= 0.5 + 0.5 * Math.signum(sums[b]);
        }
    }
}
