package io.github.pushforward.example.data;

import java.util.random.RandomGenerator;

/** Random orders of 0 … n − 1. */
public final class Permutation {

    private Permutation() {}

    public static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Shuffles in place (Fisher and Yates). */
    public static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = below(i + 1, random);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /**
     * Uniform in 0 … bound − 1, up to a bias of bound ÷ 2⁶³. From {@code nextLong()} alone: {@code nextInt(bound)} does
     * not give the same numbers on every Java version.
     */
    private static int below(int bound, RandomGenerator random) {
        return (int) ((random.nextLong() >>> 1) % bound);
    }
}
