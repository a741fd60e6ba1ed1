package io.github.pushforward.runtime;

/** The schedule {@link LearningRate#exponentialDecay}. */
record ExponentialDecay(double eta0, double k) implements LearningRate {

    ExponentialDecay {
        ConstantRate.requireRate("eta0", eta0);
        if (!(k >= 0.0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "k is " + k
                            + ": the decay for each step must be finite and not negative; 1e-4 halves the rate every 6,931 steps");
        }
    }

    @Override
    public double at(long step) {
        return eta0 * StrictMath.exp(-k * step);
    }

    @Override
    public String toString() {
        return "LearningRate.exponentialDecay(" + eta0 + ", " + k + ")";
    }
}
