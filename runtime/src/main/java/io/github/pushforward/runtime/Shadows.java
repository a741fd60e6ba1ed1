package io.github.pushforward.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Arrays in the shape of others: the shadows that hold tangents, the copies that a pass may write on, and their way back to
 * what they held before. Generated code calls these.
 *
 * <p>Arrays may be jagged, rows may be null and stay so, and a null array gives null. A row that occurs twice gives two.
 */
public final class Shadows {

    private Shadows() {}

    /**
     * {@return a new array of zeros, as long as {@code array}}
     *
     * @param array the array, or null
     */
    public static double @Nullable [] zeros(double @Nullable [] array) {
        return array == null ? null : new double[array.length];
    }

    /**
     * {@return a new array of zeros, as long as {@code array}}
     *
     * @param array the array, or null
     */
    public static float @Nullable [] zeros(float @Nullable [] array) {
        return array == null ? null : new float[array.length];
    }

    /**
     * New rows of zeros, as long as those of {@code rows}.
     *
     * @param rows the rows, or null
     * @return the zeros, null in the place of null
     */
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

    /**
     * New rows of zeros, as long as those of {@code rows}.
     *
     * @param rows the rows, or null
     * @return the zeros, null in the place of null
     */
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
     * @param <T> the type of its elements
     * @param arrays arrays, of any rank, or null
     * @return the zeros, null in the place of null
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

    /**
     * {@return a new array of zeros for tangents along several directions: that of number i and lane l is at {@code
     * lanes·i + l}}
     *
     * @param array the array, or null
     * @param lanes the number of directions of a pass
     */
    public static double @Nullable [] zeros(double @Nullable [] array, int lanes) {
        return array == null ? null : new double[Math.multiplyExact(lanes, array.length)];
    }

    /**
     * {@return a new array of zeros for tangents along several directions: that of number i and lane l is at {@code
     * lanes·i + l}}
     *
     * @param array the array, or null
     * @param lanes the number of directions of a pass
     */
    public static float @Nullable [] zeros(float @Nullable [] array, int lanes) {
        return array == null ? null : new float[Math.multiplyExact(lanes, array.length)];
    }

    /**
     * New arrays of zeros for tangents along several directions, in the shape of {@code arrays}: the rows at the bottom hold
     * the tangent of number i and lane l at {@code lanes·i + l}.
     *
     * @param <T> the type of its elements
     * @param arrays arrays, of any rank, or null
     * @param lanes the number of directions of a pass
     * @return the zeros, null in the place of null
     * @throws IllegalArgumentException if they are arrays of something else than {@code double} or {@code float}
     */
    public static <T extends @Nullable Object> T @Nullable [] zeros(T @Nullable [] arrays, int lanes) {
        if (arrays == null) {
            return null;
        }
        T[] shadow = arrays.clone(); // has their class, without reflection
        for (int i = 0; i < arrays.length; i++) {
            @SuppressWarnings("unchecked") // lanesOf returns the class it is given
            T zeros = (T) lanesOf(arrays[i], lanes);
            shadow[i] = zeros;
        }
        return shadow;
    }

    private static @Nullable Object lanesOf(@Nullable Object array, int lanes) {
        if (array instanceof double[] doubles) {
            return zeros(doubles, lanes);
        }
        if (array instanceof float[] floats) {
            return zeros(floats, lanes);
        }
        return array instanceof Object[] arrays ? zeros(arrays, lanes) : zerosOf(array);
    }

    /**
     * A new array of zeros in the shape of one whose type is not known where this is called.
     *
     * @param <T> the class of the array
     * @throws IllegalArgumentException if it is not an array of {@code double} or {@code float}, of any rank
     */
    @SuppressWarnings("unchecked") // zerosOf returns the class it is given
    static <T extends @Nullable Object> T zerosLike(@Nullable Object array) {
        return (T) zerosOf(array);
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

    /**
     * {@return a new array with the contents of {@code array}}
     *
     * @param array the array, or null
     */
    public static double @Nullable [] copy(double @Nullable [] array) {
        return array == null ? null : array.clone();
    }

    /**
     * {@return a new array of any type and rank with the contents of {@code array}, the rows of arrays of arrays
     * copied as well}
     *
     * @param <A> the type of the array
     * @param array the array, or null
     */
    @SuppressWarnings("unchecked") // a clone has the class of its original
    public static <A extends @Nullable Object> A copy(A array) {
        return (A) copyOf(array);
    }

    private static @Nullable Object copyOf(@Nullable Object array) {
        if (array instanceof Object[] rows) {
            Object[] copy = rows.clone();
            Arrays.setAll(copy, i -> copyOf(copy[i]));
            return copy;
        }
        if (array instanceof double[] numbers) {
            return numbers.clone();
        }
        if (array instanceof float[] numbers) {
            return numbers.clone();
        }
        if (array instanceof long[] numbers) {
            return numbers.clone();
        }
        if (array instanceof int[] numbers) {
            return numbers.clone();
        }
        if (array instanceof short[] numbers) {
            return numbers.clone();
        }
        if (array instanceof byte[] numbers) {
            return numbers.clone();
        }
        if (array instanceof char[] characters) {
            return characters.clone();
        }
        return array instanceof boolean[] flags ? flags.clone() : array;
    }
}
