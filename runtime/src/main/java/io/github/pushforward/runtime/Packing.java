package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Arrays as segments of one flat array, and back: how generated flat views pass their parameters. Several arrays go into
 * one flat array in turn, each from the index that the one before it returned.
 *
 * <p>Rows follow each other; they may be jagged, and a null row, or a null array, has no numbers and takes no room. The
 * shape is not packed: it is that of the array that is unpacked into.
 */
public final class Packing {

    private Packing() {}

    /** The number of numbers in {@code array}. */
    public static int size(double @Nullable [] array) {
        return array == null ? 0 : array.length;
    }

    /**
     * The number of numbers in all of {@code rows}.
     *
     * @throws ArithmeticException if they are too many for one array
     */
    public static int size(double @Nullable [] @Nullable [] rows) {
        int size = 0;
        if (rows != null) {
            for (double[] row : rows) {
                size = Math.addExact(size, size(row));
            }
        }
        return size;
    }

    /**
     * Writes {@code from} into {@code flat} from index {@code at} on.
     *
     * @return the index after the last number written
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int pack(double @Nullable [] from, double[] flat, int at) {
        int size = size(from);
        if (from != null) {
            System.arraycopy(from, 0, flat, at, size);
        }
        return at + size;
    }

    /**
     * Writes the rows of {@code from} into {@code flat} from index {@code at} on.
     *
     * @return the index after the last number written
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int pack(double @Nullable [] @Nullable [] from, double[] flat, int at) {
        int next = at;
        if (from != null) {
            for (double[] row : from) {
                next = pack(row, flat, next);
            }
        }
        return next;
    }

    /**
     * Fills {@code into} with the numbers of {@code flat} from index {@code at} on.
     *
     * @return the index after the last number read
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int unpack(double[] flat, int at, double @Nullable [] into) {
        int size = size(into);
        if (into != null) {
            System.arraycopy(flat, at, into, 0, size);
        }
        return at + size;
    }

    /**
     * Fills the rows of {@code into} with the numbers of {@code flat} from index {@code at} on.
     *
     * @return the index after the last number read
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int unpack(double[] flat, int at, double @Nullable [] @Nullable [] into) {
        int next = at;
        if (into != null) {
            for (double[] row : into) {
                next = unpack(flat, next, row);
            }
        }
        return next;
    }
}
