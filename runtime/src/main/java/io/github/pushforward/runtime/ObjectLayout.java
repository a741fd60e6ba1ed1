package io.github.pushforward.runtime;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * In which order the active numbers of an object follow each other in a flat array: those of its superclass first, then
 * in the order of their declaration, and those of the objects and arrays in it in their place. The tangent of a class
 * marked {@code @Differentiable} has one, which generated flat views use; {@code null} is never handed to it.
 *
 * @param <V> the class, or an array type
 * @param <T> its tangents
 */
public interface ObjectLayout<V, T> {

    /**
     * Writes the numbers of {@code value}.
     *
     * @param value an object of the class; {@code null} has no numbers
     * @param flat the flat array, at the place of the object
     */
    void pack(V value, FlatWriter flat);

    /**
     * Writes the numbers of {@code tangent}, which must have the shape of {@code value}.
     *
     * @param value an object of the class; {@code null} has no numbers
     * @param tangent its tangent
     * @param flat the flat array, at the place of the object
     */
    void pack(V value, T tangent, FlatWriter flat);

    /**
     * {@return a tangent in the shape of {@code value}, of the next numbers; null for an object that has none}
     *
     * @param value an object of the class; {@code null} has no numbers
     * @param flat the flat array, at the place of the object
     */
    @Nullable
    T tangent(V value, FlatReader flat);

    /**
     * {@return a new object with the next numbers, which is else what {@code value} is}
     *
     * @param value an object of the class; {@code null} has no numbers
     * @param flat the flat array, at the place of the object
     */
    default V rebuild(V value, FlatReader flat) {
        throw new IllegalStateException(
                "objects of " + value.getClass().getName()
                        + " cannot be made again with other numbers: a constructor that puts its parameters into fields is needed");
    }

    /** {@return whether objects never change, so that equal ones may stand for each other} */
    default boolean isValue() {
        return false;
    }

    /**
     * {@return the layout of arrays of such objects: one after the other}
     *
     * @param tangents makes an array of tangents, of the given length
     */
    default ObjectLayout<V[], T[]> arrays(IntFunction<T[]> tangents) {
        return new ArrayLayout<>(this, tangents);
    }
}
