package io.github.pushforward.programs.generate;

import java.util.List;

/** Random choices from a seed, the same on every release of Java: the generator is SplitMix64. */
public final class Dice {
    private long state;

    public Dice(long seed) {
        state = seed * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to below the bound. */
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** A number from one to another, both included. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** True in so many of a hundred cases. */
    public boolean percent(int chance) {
        return below(100) < chance;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    /** A number of that interval. */
    public double real(double from, double to) {
        return from + (to - from) * ((next() >>> 11) * 0x1p-53);
    }
}
