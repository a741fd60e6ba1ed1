package io.github.pushforward.example.paper;

import io.github.pushforward.example.data.MiniBatches;
import io.github.pushforward.runtime.LearningRate;

/** A way to train. */
interface DescentMethod {

    /** What {@link #descend} gives where all numbers have stayed finite. */
    long FINITE = -1;

    /** As tables and legends call it. */
    String name();

    /**
     * Makes {@code steps} steps, each on the next batch.
     *
     * @param start the parameters to begin with, left unchanged
     * @param seed of what the method draws
     * @param watcher told of the parameters before each step, and of those in the end
     * @return the step whose loss or derivative was not finite, where that ended the training; {@link #FINITE} otherwise
     */
    long descend(
            Trainable model,
            MiniBatches batches,
            double[] start,
            LearningRate rate,
            long steps,
            long seed,
            Watcher watcher);

    /** Told how far a training is. */
    @FunctionalInterface
    interface Watcher {

        /** @param x the parameters after {@code step} steps, not to be changed or kept */
        void reached(long step, double[] x);
    }
}
