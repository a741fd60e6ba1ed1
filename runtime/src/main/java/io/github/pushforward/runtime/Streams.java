package io.github.pushforward.runtime;

import java.util.Objects;

/**
 * What a stream checks before its elements come, with the same exceptions: for streams that have become loops. Generated code
 * calls this.
 */
public final class Streams {
    /** Of the largest array that a stream makes. */
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    private Streams() {}

    /**
     * Checks the bounds of {@code Arrays.stream(array, from, to)}.
     *
     * @param length the length of the array
     * @param from the first element
     * @param to the end of the range
     * @throws ArrayIndexOutOfBoundsException if they are not within the array, or out of order
     */
    public static void checkRange(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    /**
     * {@return the argument of {@code limit} or {@code skip}}
     *
     * @param count the count
     * @throws IllegalArgumentException if it is negative
     */
    public static long checkCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException(Long.toString(count));
        }
        return count;
    }

    /**
     * Checks a function that a stream is given.
     *
     * @param function the function
     * @throws NullPointerException if there is none
     */
    public static void checkFunction(Object function) {
        Objects.requireNonNull(function);
    }

    /**
     * {@return how many numbers there are from one, included, to another, not included: the length of an array of
     * them}
     *
     * @param from the first element
     * @param to the end of the range
     * @throws IllegalArgumentException if no array is that long
     */
    public static int length(long from, long to) {
        long length = from < to ? to - from : 0;
        if (length < 0 || length >= LARGEST) {
            throw new IllegalArgumentException("Stream size exceeds max array size");
        }
        return (int) length;
    }
}
