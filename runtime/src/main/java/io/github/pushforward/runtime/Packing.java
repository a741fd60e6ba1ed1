package io.github.pushforward.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as segments of one flat array, and back: how generated flat views pass their parameters. Several arrays go into
 * one flat array in turn, each from the index that the one before it returned.
 *
 * <p>Rows follow each other; they may be jagged, and a null row, or a null array, has no numbers and takes no room. The
 * shape is not packed: it is that of the array that is unpacked into.
 *
 * <p>Numbers of type {@code float} are packed as the {@code double} of equal value, and rounded to the nearest {@code float}
 * when they are unpacked.
 */
public final class Packing {

    private Packing() {}

    /**
     * {@return the number of numbers in {@code array}}
     *
     * @param array the array, or null
     */
    public static int size(double @Nullable [] array) {
        return array == null ? 0 : array.length;
    }

    /**
     * {@return the number of numbers in {@code array}}
     *
     * @param array the array, or null
     */
    public static int size(float @Nullable [] array) {
        return array == null ? 0 : array.length;
    }

    /**
     * {@return the number of numbers in all of {@code rows}}
     *
     * @param rows the rows, or null
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
     * @param from what is packed
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
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
     * Writes {@code from} into {@code flat} from index {@code at} on.
     *
     * @param from what is packed
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @return the index after the last number written
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int pack(float @Nullable [] from, double[] flat, int at) {
        int size = size(from);
        if (from != null) {
            Objects.checkFromIndexSize(at, size, flat.length);
            for (int i = 0; i < size; i++) {
                flat[at + i] = from[i];
            }
        }
        return at + size;
    }

    /**
     * Writes the rows of {@code from} into {@code flat} from index {@code at} on.
     *
     * @param from what is packed
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
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
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @param into what receives the numbers, and gives the shape
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
     * Fills {@code into} with the numbers of {@code flat} from index {@code at} on, rounded.
     *
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @param into what receives the numbers, and gives the shape
     * @return the index after the last number read
     * @throws IndexOutOfBoundsException if {@code flat} is too short
     */
    public static int unpack(double[] flat, int at, float @Nullable [] into) {
        int size = size(into);
        if (into != null) {
            Objects.checkFromIndexSize(at, size, flat.length);
            for (int i = 0; i < size; i++) {
                into[i] = (float) flat[at + i];
            }
        }
        return at + size;
    }

    /**
     * Fills the rows of {@code into} with the numbers of {@code flat} from index {@code at} on.
     *
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @param into what receives the numbers, and gives the shape
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

    /**
     * {@return the number of numbers in arrays of {@code double} or {@code float} arrays of any rank}
     *
     * @param arrays arrays, of any rank
     */
    public static int size(@Nullable Object @Nullable [] arrays) {
        int size = 0;
        if (arrays != null) {
            for (Object array : arrays) {
                size = Math.addExact(size, sizeOf(array));
            }
        }
        return size;
    }

    private static int sizeOf(@Nullable Object array) {
        if (array instanceof double[] numbers) {
            return numbers.length;
        }
        return array instanceof float[] numbers ? numbers.length : size((Object[]) array);
    }

    /**
     * As {@link #pack(double[][], double[], int)}, for any rank.
     *
     * @param from what is packed
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @return the index after the last number written
     */
    public static int pack(@Nullable Object @Nullable [] from, double[] flat, int at) {
        int next = at;
        if (from != null) {
            for (Object array : from) {
                next = packAny(array, flat, next);
            }
        }
        return next;
    }

    private static int packAny(@Nullable Object from, double[] flat, int at) {
        if (from instanceof double[] numbers) {
            return pack(numbers, flat, at);
        }
        return from instanceof float[] numbers ? pack(numbers, flat, at) : pack((Object[]) from, flat, at);
    }

    /**
     * As {@link #unpack(double[], int, double[][])}, for any rank.
     *
     * @param flat the flat array
     * @param at the index in {@code flat} of the first number
     * @param into what receives the numbers, and gives the shape
     * @return the index after the last number read
     */
    public static int unpack(double[] flat, int at, @Nullable Object @Nullable [] into) {
        int next = at;
        if (into != null) {
            for (Object array : into) {
                next = unpackAny(flat, next, array);
            }
        }
        return next;
    }

    private static int unpackAny(double[] flat, int at, @Nullable Object into) {
        if (into instanceof double[] numbers) {
            return unpack(flat, at, numbers);
        }
        return into instanceof float[] numbers ? unpack(flat, at, numbers) : unpack(flat, at, (Object[]) into);
    }

    /**
     * Checks that a tangent has the shape of its primal, both arrays of {@code double} or {@code float} of one rank.
     *
     * @param primal the array
     * @param tangent its tangent
     * @param name what the caller calls the tangent
     * @throws IllegalArgumentException if a length differs, or if one of the two is null where the other is not
     */
    public static void requireSameShape(@Nullable Object primal, @Nullable Object tangent, String name) {
        requireSameShape(primal, tangent, 1, name);
    }

    /** The same of tangents along several directions, which are as many numbers for each of the primal's. */
    static void requireSameShape(@Nullable Object primal, @Nullable Object tangent, int lanes, String name) {
        boolean isOfNumbers = primal != null && !(primal instanceof Object[]);
        int length = isOfNumbers ? Math.multiplyExact(lanes, lengthOf(primal)) : lengthOf(primal);
        if (length != lengthOf(tangent)) {
            throw ShapeMismatch.of(name, described(lengthOf(tangent)), described(length));
        }
        if (primal instanceof Object[] rows && tangent instanceof Object[] tangentRows) {
            for (int i = 0; i < rows.length; i++) {
                requireSameShape(rows[i], tangentRows[i], lanes, name + "[" + i + "]");
            }
        }
    }

    private static int lengthOf(@Nullable Object array) {
        if (array instanceof double[] numbers) {
            return numbers.length;
        }
        if (array instanceof float[] numbers) {
            return numbers.length;
        }
        return array instanceof Object[] rows ? rows.length : -1;
    }

    private static String described(int length) {
        return length < 0 ? "null" : "of length " + length;
    }
}
