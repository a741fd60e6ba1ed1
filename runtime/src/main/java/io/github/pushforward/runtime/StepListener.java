package io.github.pushforward.runtime;

/**
 * Told of every step of a descent, on its thread: for progress bars, loss curves and logs.
 *
 * <p>An exception that it throws ends the descent and reaches the caller of {@code minimize}.
 */
@FunctionalInterface
public interface StepListener {

    /**
     * Called once a step, after its passes and before its update.
     *
     * @param step valid during the call: its {@link Step#point()} is the live array of the descent
     */
    void onStep(Step step);
}
