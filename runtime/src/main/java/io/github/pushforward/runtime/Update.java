package io.github.pushforward.runtime;

/**
 * An {@link UpdateRule} at work in one run, with what it remembers from step to step. The gradient comes in parts, because a
 * descent does not hold the whole of it: {@link #begin} once a step, then {@link #move} for the parts, in order.
 */
public interface Update {

    /**
     * Begins a step.
     *
     * @param step t, from 0
     * @param rate η_t, finite and not negative
     */
    void begin(long step, double rate);

    /**
     * Moves the components {@code offset} … {@code offset + length − 1} of the point.
     *
     * @param gradient has the components {@code offset} … of the estimate g as its first {@code length} elements; not to be
     *     kept
     * @param offset the index of the first component
     * @param length how many there are
     * @param point θ, all of it
     */
    void move(double[] gradient, int offset, int length, double[] point);
}
