package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.LearningRate;

/**
 * What a {@link DescentMethod} is to do: {@code steps} steps, each on the next batch.
 *
 * @param start the parameters to begin with, left unchanged
 * @param seed of what the method draws
 * @param watcher told of the parameters before each step, and of those in the end
 */
record Descent(
        Trainable model,
        MiniBatches batches,
        double[] start,
        LearningRate rate,
        long steps,
        long seed,
        Watcher watcher) {

    /** Told how far a training is. */
    @FunctionalInterface
    interface Watcher {

        /** @param x the parameters after {@code step} steps, not to be changed or kept */
        void reached(long step, double[] x);
    }
}
