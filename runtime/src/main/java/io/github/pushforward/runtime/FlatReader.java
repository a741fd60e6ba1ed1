package io.github.pushforward.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects and arrays out of the numbers of a flat array, in the order in which a {@link FlatWriter} writes inputs: each in the
 * shape of another that is given. Null stays null. What occurs twice, an array or a mutable object, is made once and occurs twice again.
 */
public final class FlatReader {
    private final SharedParts parts = new SharedParts();
    private final boolean isZero;
    /** Counts what is not made anew. */
    private final FlatWriter kept = FlatWriter.inputCounter();

    /** The number of tangents that are read for each number of a shape. */
    private int lanes;

    private double[] flat = {};
    private int at;
    private boolean isStart;

    FlatReader() {
        this(false, 1);
    }

    private FlatReader(boolean isZero, int lanes) {
        this.isZero = isZero;
        this.lanes = lanes;
    }

    /** {@return a reader of zeros without end: makes the tangent of a constant} */
    public static FlatReader zeros() {
        return zeros(1);
    }

    /**
     * {@return a reader of zeros without end: makes the tangent of a constant along several directions}
     *
     * @param lanes the number of directions of a pass
     */
    public static FlatReader zeros(int lanes) {
        return new FlatReader(true, lanes);
    }

    /** Begins with tangents along several directions, which are interleaved: those of number i are from {@code lanes·i} on. */
    FlatReader reset(double[] directions, int width) {
        reset(directions, false);
        this.lanes = width;
        return this;
    }

    /** @param isStart whether the numbers are those of the given objects themselves */
    FlatReader reset(double[] flat, boolean isStart) {
        this.flat = flat;
        this.lanes = 1;
        this.at = 0;
        this.isStart = isStart;
        parts.clear();
        kept.parts().clear();
        return this;
    }

    /** {@return the next number} */
    public double number() {
        return isZero ? 0.0 : flat[at++];
    }

    /**
     * {@return the tangent of a box: zero in the place of null}
     *
     * @param shape an object of the same shape
     */
    public double number(@Nullable Number shape) {
        return shape == null ? 0.0 : number();
    }

    /**
     * {@return the next number, or null in the place of null}
     *
     * @param shape the box at the start of the view
     */
    public @Nullable Double box(@Nullable Double shape) {
        return shape == null ? null : Double.valueOf(number());
    }

    /**
     * {@return the next number, rounded, or null in the place of null}
     *
     * @param shape the box at the start of the view
     */
    public @Nullable Float box(@Nullable Float shape) {
        return shape == null ? null : Float.valueOf((float) number());
    }

    /**
     * {@return the next numbers as a fresh array, or null in the place of null}
     *
     * @param shape an array of that length
     */
    public double @Nullable [] numbers(double @Nullable [] shape) {
        return (double[]) array(shape);
    }

    /**
     * {@return the next numbers, rounded, as a fresh array, or null in the place of null}
     *
     * @param shape an array of that length
     */
    public float @Nullable [] numbers(float @Nullable [] shape) {
        return (float[]) array(shape);
    }

    /**
     * {@return the next numbers as fresh arrays of any rank of {@code double} or {@code float}, null in the place of null}
     *
     * @param <A> the type of its elements: arrays of numbers
     * @param shape an object of the same shape
     */
    @SuppressWarnings("unchecked") // array returns the class it is given
    public <A extends @Nullable Object> A @Nullable [] numbers(A @Nullable [] shape) {
        return (A[]) array(shape);
    }

    private @Nullable Object array(@Nullable Object shape) {
        if (shape == null) {
            return null;
        }
        Object known = known(shape);
        if (known != null) {
            return known;
        }
        parts.open(shape);
        Object made = made(shape);
        parts.close(shape, made);
        return made;
    }

    private Object made(Object shape) {
        if (shape instanceof Object[] rows) {
            Object[] made = rows.clone(); // has their class, without reflection
            for (int i = 0; i < made.length; i++) {
                made[i] = array(rows[i]);
            }
            return made;
        }
        if (shape instanceof double[] numbers) {
            double[] made = new double[Math.multiplyExact(lanes, numbers.length)];
            at = isZero ? at : Packing.unpack(flat, at, made);
            return made;
        }
        float[] made = new float[Math.multiplyExact(lanes, ((float[]) shape).length)];
        at = isZero ? at : Packing.unpack(flat, at, made);
        return made;
    }

    /**
     * {@return the tangent of an object, of the next numbers}
     *
     * @param <V> the class
     * @param <T> its tangent class
     * @param shape an object of the same shape
     * @param layout how its class lies in a flat array
     */
    @SuppressWarnings("unchecked") // of one object, the same layout has made it before
    public <V, T> @Nullable T tangent(@Nullable V shape, ObjectLayout<V, T> layout) {
        if (shape == null || layout.isValue()) {
            return shape == null ? null : layout.tangent(shape, this);
        }
        Object known = parts.get(shape);
        if (known != null) {
            return known == shape ? null : (T) known;
        }
        parts.open(shape);
        T made = layout.tangent(shape, this);
        // An object without a tangent stands for itself.
        parts.close(shape, made == null ? shape : made);
        return made;
    }

    /**
     * {@return an object of the next numbers}
     *
     * @param <V> the class
     * @param shape an object of the same shape
     * @param layout how its class lies in a flat array
     */
    @SuppressWarnings("unchecked") // rebuilt objects have the class of their original
    public <V> @Nullable V value(@Nullable V shape, ObjectLayout<V, ?> layout) {
        if (shape == null) {
            return null;
        }
        if (layout.isValue()) {
            return isStart ? passed(shape, layout) : layout.rebuild(shape, this);
        }
        Object known = known(shape);
        if (known != null) {
            return (V) known;
        }
        parts.open(shape);
        V made = layout.rebuild(shape, this);
        parts.close(shape, Objects.requireNonNull(made));
        return made;
    }

    /**
     * Passes over an input that stays what it is, because it cannot be made again.
     *
     * @param <V> the class
     * @param value the object to keep
     * @param layout how its class lies in a flat array
     * @param name what the caller calls it, for messages
     * @throws IllegalArgumentException if a part of it is also a part of an input that is made anew
     */
    public <V> void keep(@Nullable V value, ObjectLayout<V, ?> layout, String name) {
        at += kept.put(value, layout);
        kept.parts().all().forEach(part -> {
            Object made = parts.get(part);
            if (made != null && made != part) {
                throw shared(part, name);
            }
            parts.close(part, part);
        });
    }

    private @Nullable Object known(Object shape) {
        Object made = parts.get(shape);
        if (made == shape) {
            throw shared(shape, "an input that cannot be made again");
        }
        return made;
    }

    private static IllegalArgumentException shared(Object part, String name) {
        return new IllegalArgumentException(
                name + " and another input, which the method may write to, share an object of "
                        + part.getClass().getTypeName() + ": pass a copy to one of them");
    }

    /** A value stands for an equal one, even where its constructor would make something else of its numbers. */
    private <V> V passed(V value, ObjectLayout<V, ?> layout) {
        at += FlatWriter.inputCounter().put(value, layout);
        return value;
    }
}
