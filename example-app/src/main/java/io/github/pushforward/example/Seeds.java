package io.github.pushforward.example;

import java.util.SplittableRandom;

/** One seed for each thing that is left to chance, so that changing the use of one does not shift the others. */
record Seeds(long split, long check, long batches, long directions) {

    /** All of them from one number. */
    static Seeds of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Seeds(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }
}
