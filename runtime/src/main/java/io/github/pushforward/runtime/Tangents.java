package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Checks of tangents; generated code calls these. What is passed to a tangent method as the tangent of an array must have its shape. A
 * plain function that stands where a dual form belongs has no derivative.
 */
public final class Tangents {

    private Tangents() {}

    /**
     * Checks that the tangent of an array is as long as the array. That of a null array may be anything: what the original method
     * does without its array is what happens then.
     *
     * @param primal the array, or another object, that has the tangent
     * @param tangent what was passed for its tangent
     * @param name what the caller calls the tangent
     * @throws IllegalArgumentException if it is null or of another length
     */
    public static void requireShape(double @Nullable [] primal, double @Nullable [] tangent, String name) {
        if (primal != null && (tangent == null || tangent.length != primal.length)) {
            throw mismatch(primal, tangent, name);
        }
    }

    /**
     * As {@link #requireShape(double[], double[], String)}.
     *
     * @param primal the array, or another object, that has the tangent
     * @param tangent what was passed for its tangent
     * @param name what the caller calls the tangent
     */
    public static void requireShape(float @Nullable [] primal, float @Nullable [] tangent, String name) {
        if (primal != null && (tangent == null || tangent.length != primal.length)) {
            throw mismatch(primal, tangent, name);
        }
    }

    /**
     * As {@link #requireShape(Object[], Object[], String)}.
     *
     * @param primal the array, or another object, that has the tangent
     * @param tangent what was passed for its tangent
     * @param name what the caller calls the tangent
     */
    public static void requireShape(
            double @Nullable [] @Nullable [] primal, double @Nullable [] @Nullable [] tangent, String name) {
        if (primal == null) {
            return;
        }
        if (tangent == null || tangent.length != primal.length) {
            throw mismatch(primal, tangent, name);
        }
        for (int i = 0; i < primal.length; i++) {
            double[] row = primal[i];
            double[] rowTangent = tangent[i];
            if (row != null && (rowTangent == null || rowTangent.length != row.length)) {
                throw mismatch(row, rowTangent, name + "[" + i + "]");
            }
        }
    }

    /**
     * Checks that the tangent of an array of arrays, or of objects, has as many rows, and each row as many elements, to any depth. The
     * tangent of a null row may be anything. Of objects nothing is checked: not whether they have tangents, as those of classes that are
     * not marked have none, nor what they hold. Takes time for each row, not for each element.
     *
     * @param primal the array, or another object, that has the tangent
     * @param tangent what was passed for its tangent
     * @param name what the caller calls the tangent
     * @throws IllegalArgumentException if one of them is null or of another length; the message names the row
     */
    public static void requireShape(
            @Nullable Object @Nullable [] primal, @Nullable Object @Nullable [] tangent, String name) {
        if (primal == null) {
            return;
        }
        if (tangent == null || tangent.length != primal.length) {
            throw mismatch(primal, tangent, name);
        }
        if (primal instanceof float[][] || primal instanceof double[][] || primal instanceof Object[][]) {
            for (int i = 0; i < primal.length; i++) {
                requireRow(primal[i], tangent[i], name, i);
            }
        }
    }

    private static void requireRow(@Nullable Object row, @Nullable Object rowTangent, String name, int index) {
        if (row != null && lengthOf(rowTangent) != lengthOf(row)) {
            throw mismatch(row, rowTangent, name + "[" + index + "]");
        }
        if (row instanceof Object[] rows) {
            try {
                requireShape(rows, (Object[]) rowTangent, "");
            } catch (ShapeMismatch mismatch) { // the name is put together once there is something to say of it
                throw mismatch.in("[" + index + "]").in(name);
            }
        }
    }

    /**
     * Checks that an object has a tangent.
     *
     * @param primal the object, or null
     * @param tangent what was passed for its tangent
     * @param name what the caller calls the tangent
     * @throws IllegalArgumentException if the tangent is null, and the object is not
     */
    public static void requirePresent(@Nullable Object primal, @Nullable Object tangent, String name) {
        if (primal != null && tangent == null) {
            throw ShapeMismatch.of(name, "null", "not");
        }
    }

    private static ShapeMismatch mismatch(@Nullable Object primal, @Nullable Object tangent, String name) {
        return ShapeMismatch.of(name, described(tangent), described(primal));
    }

    private static String described(@Nullable Object array) {
        int length = lengthOf(array);
        return length < 0 ? "null" : "of length " + length;
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

    /**
     * Checks that a tangent is zero, because nothing would become of it.
     *
     * @param tangent the tangent, which must be zero
     * @throws IllegalArgumentException if it is not
     */
    public static void requireZero(double tangent) {
        if (tangent != 0) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "a plain function received an active value, and its derivative is not known:"
                        + " pass it in its dual form, which takes tangents");
    }

    /**
     * Checks that all numbers of an array of {@code double} or {@code float}, of any rank, are zero. The tangent of an object cannot be
     * looked into, and is refused.
     *
     * @param tangent the tangent, which must be zero
     * @throws IllegalArgumentException if one is not, or if it is neither an array nor null
     */
    public static void requireZero(@Nullable Object tangent) {
        if (tangent instanceof double[] numbers) {
            for (double number : numbers) {
                requireZero(number);
            }
        } else if (tangent instanceof float[] numbers) {
            for (float number : numbers) {
                requireZero(number);
            }
        } else if (tangent instanceof Object[] rows) {
            for (Object row : rows) {
                requireZero(row);
            }
        } else if (tangent != null) {
            throw refused();
        }
    }
}
