package io.github.pushforward.example.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Goes through the training images batch by batch, in a new random order each epoch.
 *
 * <p>The arrays of the current batch are the same two objects all along, refilled by {@link #next()}: a differentiable
 * function that was made over them sees each new batch without being made again.
 */
public final class MiniBatches {

    private final LabeledImages all;
    private final LabeledImages batch;
    private final int[] order;
    private final RandomGenerator random;
    private int position;

    /** Batches from the start; the same seed gives the same batches. */
    public MiniBatches(LabeledImages all, int size, long seed) {
        if (size < 1 || size > all.size()) {
            throw new IllegalArgumentException(
                    "the batch size is " + size + ": it must be from 1 to the " + all.size() + " training images");
        }
        this.all = all;
        this.batch = new LabeledImages(new double[size][], new int[size]);
        this.order = Permutation.identity(all.size());
        this.random = new SplittableRandom(seed);
        this.position = order.length;
        next();
    }

    /** Refills the arrays of the batch. */
    public void next() {
        for (int i = 0; i < batch.size(); i++) {
            if (position == order.length) {
                Permutation.shuffle(order, random);
                position = 0;
            }
            int index = order[position++];
            batch.images()[i] = all.images()[index];
            batch.labels()[i] = all.labels()[index];
        }
    }

    /** The current batch, always the same arrays. */
    public LabeledImages current() {
        return batch;
    }
}
