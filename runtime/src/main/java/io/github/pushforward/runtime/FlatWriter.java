package io.github.pushforward.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the numbers of objects and arrays one after the other into a flat array. Generated flat views use it for methods of
 * objects; those of numbers and arrays alone have {@link Packing}.
 *
 * <p>Null objects and arrays have no numbers. Among inputs, an array or a mutable object that occurs twice is written once.
 *
 * <p>Whatever writes a part returns how many numbers that took. Where a tangent is written, the primal comes first, whose shape
 * it must have.
 */
public final class FlatWriter {
    private static final int START_LENGTH = 8;
    /** What becomes of a part that has no tangent, because it is the value that is written. */
    private static final Object WRITTEN = new Object();

    private final boolean isInput;
    private final boolean isCounter;
    /** The number of tangents of each number. */
    private final int lanes;

    private double[] flat;
    private int at;
    private final SharedParts parts = new SharedParts();

    private FlatWriter(double[] flat, boolean isInput, boolean isCounter) {
        this(flat, isInput, isCounter, 1);
    }

    private FlatWriter(double[] flat, boolean isInput, boolean isCounter, int lanes) {
        this.lanes = lanes;
        this.flat = flat;
        this.isInput = isInput;
        this.isCounter = isCounter;
    }

    /**
     * Writes inputs, into an array as long as they need.
     *
     * @return a writer
     */
    public static FlatWriter inputs() {
        return new FlatWriter(new double[START_LENGTH], true, false);
    }

    /**
     * Writes outputs into {@code flat}.
     *
     * @param flat receives the numbers
     * @return a writer
     */
    public static FlatWriter outputs(double[] flat) {
        return new FlatWriter(flat, false, false);
    }

    /**
     * Writes tangents of outputs along several directions into {@code flat}: that of number i and lane l to {@code lanes·i + l}.
     *
     * @param flat receives the numbers
     * @param lanes the number of directions of a pass
     * @return a writer
     */
    public static FlatWriter outputs(double[] flat, int lanes) {
        return new FlatWriter(flat, false, false, lanes);
    }

    /**
     * Counts the numbers of outputs.
     *
     * @return a writer that keeps no number
     */
    public static FlatWriter counter() {
        return new FlatWriter(new double[0], false, true);
    }

    /** Counts the numbers of one input. */
    static FlatWriter inputCounter() {
        return new FlatWriter(new double[0], true, true);
    }

    /**
     * {@return what is wrong with a tangent of another class than that of the tangents of an object}
     *
     * @param primal the array or object itself
     * @param tangent its tangent
     */
    public static IllegalArgumentException mismatch(Object primal, Object tangent) {
        return ShapeMismatch.of(
                "",
                "a " + tangent.getClass().getName(),
                "a " + primal.getClass().getName());
    }

    /** The arrays and mutable objects among what is written. */
    SharedParts parts() {
        return parts;
    }

    /** {@return how many numbers there are so far} */
    public int size() {
        return at;
    }

    /** {@return the numbers so far} */
    public double[] numbers() {
        return Arrays.copyOf(flat, at);
    }

    /**
     * Writes a number.
     *
     * @param number the number
     * @return how many numbers it has
     */
    public int put(double number) {
        if (!isCounter) {
            if (at == flat.length && isInput) {
                flat = Arrays.copyOf(flat, Math.multiplyExact(at, 2));
            }
            flat[at] = number;
        }
        at = Math.incrementExact(at);
        return 1;
    }

    /**
     * Writes the number in a box; null has none.
     *
     * @param number the box
     * @return how many numbers it has
     */
    public int put(@Nullable Double number) {
        return number == null ? 0 : put(number.doubleValue());
    }

    /**
     * Writes the number in a box; null has none.
     *
     * @param number the box
     * @return how many numbers it has
     */
    public int put(@Nullable Float number) {
        return number == null ? 0 : put(number.doubleValue());
    }

    /**
     * Writes the tangent of a box: there is none in the place of null.
     *
     * @param primal the box
     * @param tangent its tangent
     * @return how many numbers it has
     */
    public int put(@Nullable Number primal, double tangent) {
        return primal == null ? 0 : put(tangent);
    }

    /**
     * Writes the numbers of an array; null has none.
     *
     * @param numbers the array
     * @return how many numbers it has
     */
    public int put(double @Nullable [] numbers) {
        return putArray(numbers);
    }

    /**
     * Writes the numbers of an array; null has none.
     *
     * @param numbers the array
     * @return how many numbers it has
     */
    public int put(float @Nullable [] numbers) {
        return putArray(numbers);
    }

    /**
     * Writes arrays of {@code double} or {@code float} of any rank, row by row; null has no numbers.
     *
     * @param arrays the arrays, of any rank
     * @return how many numbers it has
     */
    public int put(@Nullable Object @Nullable [] arrays) {
        return putArray(arrays);
    }

    /**
     * Writes the numbers of an object; null has none.
     *
     * @param <V> the class
     * @param value the object
     * @param layout how its class lies in a flat array
     * @return how many numbers it has
     */
    public <V> int put(@Nullable V value, ObjectLayout<V, ?> layout) {
        int before = at;
        if (value == null) {
            return 0;
        }
        if (layout.isValue()) {
            layout.pack(value, this);
        } else if (begins(value, WRITTEN, "")) {
            layout.pack(value, this);
            end(value, WRITTEN);
        }
        return at - before;
    }

    private int putArray(@Nullable Object array) {
        int before = at;
        if (array != null && begins(array, WRITTEN, "")) {
            if (array instanceof Object[] rows) {
                for (Object row : rows) {
                    putArray(row);
                }
            } else {
                putNumbers(array);
            }
            end(array, WRITTEN);
        }
        return at - before;
    }

    /**
     * Writes the tangent of an array; null has none.
     *
     * @param primal the array or object itself
     * @param tangent its tangent
     * @param name what the caller calls the tangent
     * @return how many numbers it has
     */
    public int put(double @Nullable [] primal, double @Nullable [] tangent, String name) {
        return putTangent(primal, tangent, name);
    }

    /**
     * Writes the tangent of an array; null has none.
     *
     * @param primal the array or object itself
     * @param tangent its tangent
     * @param name what the caller calls the tangent
     * @return how many numbers it has
     */
    public int put(float @Nullable [] primal, float @Nullable [] tangent, String name) {
        return putTangent(primal, tangent, name);
    }

    /**
     * Writes the tangent of an array; null has none.
     *
     * @param primal the array or object itself
     * @param tangent its tangent
     * @param name what the caller calls the tangent
     * @return how many numbers it has
     */
    public int put(@Nullable Object @Nullable [] primal, @Nullable Object @Nullable [] tangent, String name) {
        return putTangent(primal, tangent, name);
    }

    /**
     * Writes the tangent of an object; null has none.
     *
     * @param <V> the class
     * @param <T> its tangent class
     * @param primal the array or object itself
     * @param tangent its tangent
     * @param layout how its class lies in a flat array
     * @param name what the caller calls the tangent
     * @return how many numbers it has
     */
    public <V, T> int put(@Nullable V primal, @Nullable T tangent, ObjectLayout<V, T> layout, String name) {
        int before = at;
        if (primal == null || tangent == null) {
            requireNoNumbers(primal, tangent, layout, name);
        } else if (layout.isValue()) {
            pack(primal, tangent, layout, name);
        } else if (begins(primal, tangent, name)) {
            pack(primal, tangent, layout, name);
            end(primal, tangent);
        }
        return at - before;
    }

    private <V, T> void pack(V primal, T tangent, ObjectLayout<V, T> layout, String name) {
        try {
            layout.pack(primal, tangent, this);
        } catch (ShapeMismatch mismatch) {
            throw mismatch.in(name);
        }
    }

    /** A primal without numbers needs no tangent. */
    private static <V> void requireNoNumbers(
            @Nullable V primal, @Nullable Object tangent, ObjectLayout<V, ?> layout, String name) {
        if (tangent != null) {
            throw ShapeMismatch.of(name, "given", "null");
        }
        if (primal != null && counter().put(primal, layout) > 0) {
            throw ShapeMismatch.of(name, "null", "not");
        }
    }

    private int putTangent(@Nullable Object primal, @Nullable Object tangent, String name) {
        Packing.requireSameShape(primal, tangent, lanes, name);
        int before = at;
        putRows(primal, tangent, name);
        return at - before;
    }

    private void putRows(@Nullable Object primal, @Nullable Object tangent, String name) {
        if (primal == null || tangent == null || !begins(primal, tangent, name)) {
            return;
        }
        if (tangent instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                putRows(((Object[]) primal)[i], rows[i], name);
            }
        } else {
            putNumbers(tangent);
        }
        end(primal, tangent);
    }

    private void putNumbers(Object array) {
        if (array instanceof double[] numbers) {
            for (double number : numbers) {
                put(number);
            }
        } else {
            for (float number : (float[]) array) {
                put(number);
            }
        }
    }

    /** Whether a part has its turn: not where it is an input that has had it already. */
    private boolean begins(Object part, Object tangent, String name) {
        Object made = parts.get(part);
        if (made != null && made != tangent) {
            throw new ShapeMismatch(
                    name, " belongs to an input that occurs twice: give it the same tangent in both places");
        }
        if (made == null) {
            parts.open(part);
        }
        return made == null;
    }

    private void end(Object part, Object tangent) {
        if (isInput) {
            parts.close(part, tangent);
        } else {
            parts.forget(part);
        }
    }
}
