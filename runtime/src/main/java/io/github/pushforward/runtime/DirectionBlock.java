package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * The directions of an estimate that are in memory at a time, and the derivatives along them. K directions come in blocks
 * of {@link #SIZE}, so that a function that carries several directions through a pass gets several, and K may be large;
 * directions that depend on each other come as one block of K.
 */
final class DirectionBlock {

    /** A multiple of the numbers of directions that generated passes carry; as much memory as eight directions is cheap. */
    static final int SIZE = 8;

    private final Directions law;
    private final int samples;
    private final double[][] rows;
    private final double[] derivatives;

    /** The rows of the last block, where it is not full, and the derivatives along them. */
    private final double[][] lastRows;

    private final double[] lastDerivatives;
    private boolean last;
    private int n = -1;

    DirectionBlock(Directions law, int samples, int size) {
        this.law = law;
        this.samples = samples;
        rows = new double[law.independent() ? Math.min(samples, size) : samples][];
        derivatives = new double[rows.length];
        lastRows = new double[samples % rows.length][];
        lastDerivatives = new double[lastRows.length];
    }

    /**
     * Makes the directions ones of n components; at first, and where the dimension changes.
     *
     * @throws IllegalArgumentException if there are no K such directions in n dimensions
     */
    void fit(int dimension) {
        if (n != dimension) {
            if (!law.independent()) {
                law.relativeVariance(
                        dimension, samples); // throws before memory is taken for directions that there are not
            }
            for (int j = 0; j < rows.length; j++) {
                rows[j] = new double[dimension];
            }
            System.arraycopy(rows, 0, lastRows, 0, lastRows.length);
            n = dimension;
        }
    }

    /** Whether one block holds all directions of an estimate. */
    boolean holdsAll() {
        return rows.length == samples;
    }

    /** Draws the block that begins with direction {@code first} of the estimate, and returns the number of its directions. */
    int draw(int first, RandomGenerator random) {
        int size = begin(first);
        if (law.independent()) {
            for (int j = 0; j < size; j++) {
                law.draw(rows[j], random);
            }
        } else {
            law.draw(rows, random);
        }
        return size;
    }

    private int begin(int first) {
        last = samples - first < rows.length;
        return last ? lastRows.length : rows.length;
    }

    /** The same, and keeps in {@code seeds} the seed of each direction; of the first alone where one gives them all. */
    private int draw(int first, SplitMix random, long[] seeds) {
        if (!law.independent()) {
            seeds[0] = random.state();
            return draw(first, random);
        }
        int size = begin(first);
        for (int j = 0; j < size; j++) {
            seeds[first + j] = random.state();
            law.draw(rows[j], random);
        }
        return size;
    }

    /**
     * Draws all K directions, block after block, and differentiates along them.
     *
     * @param seeds receives the seeds of the directions, as many as {@link SeededMean#seedsOf} says
     * @param derivatives receives the derivatives along them, of length K
     * @return the value
     */
    double sample(DifferentiableFunction function, double[] x, SplitMix random, long[] seeds, double[] derivatives) {
        double value = 0.0;
        int first = 0;
        while (first < samples) {
            int size = draw(first, random, seeds);
            value = along(function, x);
            for (int j = 0; j < size; j++) {
                derivatives[first + j] = derivative(j);
            }
            first += size;
        }
        return value;
    }

    /** Differentiates along the directions of the block, and returns the value. */
    double along(DifferentiableFunction function, double[] x) {
        return last ? function.along(x, lastRows, lastDerivatives) : function.along(x, rows, derivatives);
    }

    /** Direction {@code j} of the block. */
    double[] direction(int j) {
        return rows[j];
    }

    /** The derivative along direction {@code j} of the block. */
    double derivative(int j) {
        return last ? lastDerivatives[j] : derivatives[j];
    }
}
