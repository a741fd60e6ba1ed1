package io.github.pushforward.runtime;

/**
 * A schedule of learning rates: the factor η of step t in θ ← θ − η g.
 *
 * <p>Any function of the step will do. The rates must be finite and not negative; a descent checks each of them. For runs
 * that repeat bit for bit the answer may depend on nothing but the step.
 */
@FunctionalInterface
public interface LearningRate {

    /**
     * {@return the learning rate of one step}
     *
     * @param step the index t of the step, from 0
     */
    double at(long step);

    /**
     * {@return the same rate η at every step}
     *
     * @param eta η, positive and finite
     * @throws IllegalArgumentException if {@code eta} is not
     */
    static LearningRate constant(double eta) {
        return new ConstantRate(eta);
    }

    /**
     * {@return the rate η₀e^(−kt) at step t, the schedule of Baydin et al., arXiv 2202.08587, section 5} It halves
     * every ln 2 ÷ k steps; computed by {@link StrictMath}, so that it has the same bits on every machine.
     *
     * @param eta0 η₀, the rate of step 0, positive and finite
     * @param k the decay for each step, finite and not negative
     * @throws IllegalArgumentException if an argument is not
     */
    static LearningRate exponentialDecay(double eta0, double k) {
        return new ExponentialDecay(eta0, k);
    }
}
