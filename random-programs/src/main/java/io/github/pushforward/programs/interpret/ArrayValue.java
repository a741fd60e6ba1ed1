package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of a program; equal references are one object. */
public final class ArrayValue {
    private final Type.Array type;
    private final @Nullable Object[] elements;

    public ArrayValue(Type.Array type, List<? extends @Nullable Object> elements) {
        this.type = type;
        this.elements = elements.toArray();
    }

    /** One whose elements are zero or {@code null}. */
    static ArrayValue ofZeros(Type.Array type, int length) {
        if (length < 0) {
            throw new Thrown("NegativeArraySizeException", String.valueOf(length));
        }
        ArrayValue array = new ArrayValue(type, Arrays.asList(new Object[length]));
        Arrays.fill(array.elements, zero(type.element()));
        return array;
    }

    /** What a variable of the type is before anything is assigned to it. */
    static @Nullable Object zero(Type type) {
        if (!(type instanceof Primitive primitive)) {
            return null;
        }
        if (primitive == Primitive.BOOLEAN) {
            return false;
        }
        if (primitive.isFloating()) {
            return Real.constant(0);
        }
        return primitive == Primitive.LONG ? (Object) 0L : (Object) 0;
    }

    public Type.Array type() {
        return type;
    }

    public int length() {
        return elements.length;
    }

    public @Nullable Object get(int index) {
        check(index);
        return elements[index];
    }

    void set(int index, @Nullable Object value) {
        check(index);
        elements[index] = value;
    }

    private void check(int index) {
        if (index < 0 || index >= elements.length) {
            throw new Thrown(
                    "ArrayIndexOutOfBoundsException",
                    "Index " + index + " out of bounds for length " + elements.length);
        }
    }

    /** A copy of the elements from one index to another, with zeros beyond the end. */
    ArrayValue copy(int from, int to) {
        ArrayValue copy = ofZeros(type, to - from);
        System.arraycopy(elements, from, copy.elements, 0, Math.min(elements.length, to) - from);
        return copy;
    }

    @Nullable
    Object[] elements() {
        return elements;
    }
}
