package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/** Checks of tangents. A plain function that stands where a dual form belongs has no derivative; generated code calls these. */
public final class Tangents {

    private Tangents() {}

    /**
     * Checks that a tangent is zero, because nothing would become of it.
     *
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
