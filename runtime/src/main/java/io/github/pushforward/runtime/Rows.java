package io.github.pushforward.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The directions of passes with rows: for each input a row, with a number for each direction. Only what has changed is written from pass to
 * pass, since there may be many inputs.
 */
final class Rows {
    /** Fewer directions than this are carried in variables. */
    static final int LEAST = 16;

    /** The longest rows: longer ones are no faster, and leave the processor's caches. */
    private static final int LONGEST = 64;

    /** How many numbers of type {@code double} the longest vectors hold. */
    private static final int VECTOR = 8;

    /** The most numbers in all rows, or few more: 32 MB. */
    private static final int MOST = 1 << 22;

    private static final int ANY = -1;

    private final double[][] directions;
    private final int length;
    /** The first of the unit directions that are all that is in {@link #directions}; {@link #ANY} where others are. */
    private int firstUnit;

    /** Rows for so many directions, of which all passes take about as many. */
    Rows(int inputs, int count) {
        this.length = length(inputs, count);
        this.directions = new double[inputs][length];
    }

    /** Whether the rows of so many inputs are not too much. */
    static boolean fit(int inputs) {
        return inputs <= MOST / LEAST;
    }

    private static int length(int inputs, int count) {
        int longest = inputs == 0 ? LONGEST : Math.min(LONGEST, MOST / inputs);
        int passes = (count + longest - 1) / longest;
        int needed = (count + passes - 1) / passes;
        // Whole vectors: what is left over is computed number by number, which costs more than lanes that nobody needs.
        return (needed + VECTOR - 1) / VECTOR * VECTOR;
    }

    /** Whether there should be longer ones for so many directions. */
    boolean areTooShort(int count) {
        return count > length && length < length(directions.length, count);
    }

    double[][] directions() {
        return directions;
    }

    int length() {
        return length;
    }

    /** @param units null for the unit directions */
    void fill(double @Nullable [][] units, int first, int used) {
        if (firstUnit == ANY) {
            for (double[] row : directions) {
                Arrays.fill(row, 0);
            }
        } else {
            for (int lane = 0; lane < length && firstUnit + lane < directions.length; lane++) {
                directions[firstUnit + lane][lane] = 0;
            }
        }
        firstUnit = units == null ? first : ANY;
        for (int lane = 0; lane < used; lane++) {
            if (units == null) {
                directions[first + lane][lane] = 1;
                continue;
            }
            double[] direction = units[first + lane];
            for (int i = 0; i < direction.length; i++) {
                directions[i][lane] = direction[i];
            }
        }
    }
}
