package io.github.pushforward.runtime;

import java.util.function.IntFunction;

/** The layout of arrays of objects, or of arrays. */
final class ArrayLayout<V, T> implements ObjectLayout<V[], T[]> {
    private final ObjectLayout<V, T> element;
    private final IntFunction<T[]> tangents;

    ArrayLayout(ObjectLayout<V, T> element, IntFunction<T[]> tangents) {
        this.element = element;
        this.tangents = tangents;
    }

    @Override
    public void pack(V[] values, FlatWriter flat) {
        for (V value : values) {
            flat.put(value, element);
        }
    }

    @Override
    public void pack(V[] values, T[] tangent, FlatWriter flat) {
        ShapeMismatch.requireLength(values.length, tangent.length);
        for (int i = 0; i < values.length; i++) {
            try {
                flat.put(values[i], tangent[i], element, "");
            } catch (ShapeMismatch mismatch) {
                throw mismatch.in("[" + i + "]");
            }
        }
    }

    @Override
    public T[] tangent(V[] values, FlatReader flat) {
        T[] tangent = tangents.apply(values.length);
        for (int i = 0; i < values.length; i++) {
            tangent[i] = flat.tangent(values[i], element);
        }
        return tangent;
    }

    @Override
    public V[] rebuild(V[] values, FlatReader flat) {
        V[] rebuilt = values.clone();
        for (int i = 0; i < values.length; i++) {
            rebuilt[i] = flat.value(values[i], element);
        }
        return rebuilt;
    }
}
