package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Arrays in the shape of others: the shadows that hold tangents, the copies that a pass may write on, and their way back to
 * what they held before. Generated code calls these.
 *
 * <p>Arrays may be jagged, rows may be null and stay so, and a null array gives null. A row that occurs twice gives two.
 */
public final class Shadows {

    private Shadows() {}

    /** A new array of zeros, as long as {@code array}. */
    public static double @Nullable [] zeros(double @Nullable [] array) {
        return array == null ? null : new double[array.length];
    }

    /** A new array of zeros, as long as {@code array}. */
    public static float @Nullable [] zeros(float @Nullable [] array) {
        return array == null ? null : new float[array.length];
    }

    /** New rows of zeros, as long as those of {@code rows}. */
    public static double @Nullable [] @Nullable [] zeros(double @Nullable [] @Nullable [] rows) {
        if (rows == null) {
            return null;
        }
        double[] @Nullable [] shadow = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            shadow[i] = zeros(rows[i]);
        }
        return shadow;
    }

    /** New rows of zeros, as long as those of {@code rows}. */
    public static float @Nullable [] @Nullable [] zeros(float @Nullable [] @Nullable [] rows) {
        if (rows == null) {
            return null;
        }
        float[] @Nullable [] shadow = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            shadow[i] = zeros(rows[i]);
        }
        return shadow;
    }

    /**
     * New arrays of zeros in the shape of {@code arrays}, which are of {@code double} or {@code float} and of any rank from
     * 3 up.
     *
     * @throws IllegalArgumentException if they are arrays of something else
     */
    public static <T extends @Nullable Object> T @Nullable [] zeros(T @Nullable [] arrays) {
        if (arrays == null) {
            return null;
        }
        T[] shadow = arrays.clone(); // has their class, without reflection
        for (int i = 0; i < arrays.length; i++) {
            @SuppressWarnings("unchecked") // zerosOf returns the class it is given
            T zeros = (T) zerosOf(arrays[i]);
            shadow[i] = zeros;
        }
        return shadow;
    }

    private static @Nullable Object zerosOf(@Nullable Object array) {
        if (array instanceof double[] doubles) {
            return zeros(doubles);
        }
        if (array instanceof float[] floats) {
            return zeros(floats);
        }
        if (array instanceof Object[] arrays) {
            return zeros(arrays);
        }
        if (array == null) {
            return null;
        }
        throw new IllegalArgumentException("an array holds a "
                + array.getClass().getTypeName() + ": only arrays of double or float have a shadow of zeros");
    }

    /** A new array with the contents of {@code array}. */
    public static double @Nullable [] copy(double @Nullable [] array) {
        return array == null ? null : array.clone();
    }

    /** New rows with the contents of {@code rows}. */
    public static double @Nullable [] @Nullable [] copy(double @Nullable [] @Nullable [] rows) {
        if (rows == null) {
            return null;
        }
        double[] @Nullable [] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = copy(rows[i]);
        }
        return copy;
    }

    /**
     * Writes the contents of {@code from} over those of {@code into}; two nulls are left alone.
     *
     * @throws IllegalArgumentException if their lengths differ, or one of them alone is null
     */
    public static void restore(double @Nullable [] from, double @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(float @Nullable [] from, float @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(long @Nullable [] from, long @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(int @Nullable [] from, int @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(short @Nullable [] from, short @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(byte @Nullable [] from, byte @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(char @Nullable [] from, char @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /** As {@link #restore(double[], double[])}. */
    public static void restore(boolean @Nullable [] from, boolean @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            System.arraycopy(from, 0, into, 0, from.length);
        }
    }

    /**
     * Writes the contents of the rows of {@code from} over those of {@code into}, which keep their identity. The rows of
     * {@code into} must be arrays of its own, as {@link #copy(double[][])} makes them: after a method that assigns whole
     * rows only a new copy will do.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static void restore(double @Nullable [] @Nullable [] from, double @Nullable [] @Nullable [] into) {
        requireLength(from == null ? -1 : from.length, into == null ? -1 : into.length);
        if (from != null && into != null) {
            for (int i = 0; i < from.length; i++) {
                restore(from[i], into[i]);
            }
        }
    }

    /** Throws unless both lengths are equal; −1 stands for null. */
    private static void requireLength(int from, int into) {
        if (from != into) {
            throw new IllegalArgumentException("cannot restore " + described(into) + " from " + described(from)
                    + ": both must have the same shape");
        }
    }

    private static String described(int length) {
        return length < 0 ? "null" : "an array of length " + length;
    }
}
