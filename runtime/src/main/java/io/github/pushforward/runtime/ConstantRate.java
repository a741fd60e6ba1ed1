package io.github.pushforward.runtime;

/** The schedule {@link LearningRate#constant}. */
record ConstantRate(double eta) implements LearningRate {

    ConstantRate {
        requireRate("eta", eta);
    }

    /** Throws unless {@code eta} can be the first rate of a schedule. */
    static void requireRate(String name, double eta) {
        if (!(eta > 0.0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " is " + eta + ": a learning rate must be positive and finite, 0.01 for example");
        }
    }

    @Override
    public double at(long step) {
        return eta;
    }

    @Override
    public String toString() {
        return "LearningRate.constant(" + eta + ")";
    }
}
