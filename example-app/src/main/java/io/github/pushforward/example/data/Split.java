package io.github.pushforward.example.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Images to train on, and images held out to test with. */
public record Split(LabeledImages train, LabeledImages test) {

    /**
     * Holds out a fraction of the images at random.
     *
     * @param seed the same seed gives the same split, on every Java version
     */
    public static Split of(LabeledImages all, double testFraction, long seed) {
        int[] order = Permutation.identity(all.size());
        Permutation.shuffle(order, new SplittableRandom(seed));
        int testSize = (int) Math.round(testFraction * all.size());
        return new Split(
                all.select(Arrays.copyOfRange(order, testSize, order.length)),
                all.select(Arrays.copyOf(order, testSize)));
    }

    /** The same split with the pixels scaled by what the training images alone tell. */
    public Split scaled() {
        PixelScaling scaling = PixelScaling.of(train.images());
        return new Split(scaling.apply(train), scaling.apply(test));
    }
}
