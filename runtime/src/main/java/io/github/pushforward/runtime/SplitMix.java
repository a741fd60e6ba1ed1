package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * SplitMix (Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, 2014) whose state can be read:
 * the same numbers as a {@link java.util.SplittableRandom} of the same seed.
 *
 * <p>The state is one {@code long}, and a generator that is made of it goes on where this one is. So the state before a
 * direction is drawn <em>is</em> the seed of that direction: it is enough to draw the direction again, alone.
 */
final class SplitMix implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** The seed of a generator that goes on from here. */
    long state() {
        return state;
    }

    /** Goes on as a new generator of that seed would. */
    void restart(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
