package io.github.pushforward.devset;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Numbers and arrays of numbers of any shape, handled as flat lists. */
public final class Flat {
    private Flat() {}

    /** Every number of the parts, in order; nothing for {@code null}. */
    public static double[] of(List<? extends @Nullable Object> parts) {
        List<Double> numbers = new ArrayList<>();
        parts.forEach(part -> collect(part, numbers));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(@Nullable Object part, List<Double> numbers) {
        if (part == null) {
            return;
        }
        if (part.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(part); i++) {
                collect(Array.get(part, i), numbers);
            }
        } else if (part instanceof Boolean flag) {
            numbers.add(flag ? 1.0 : 0.0);
        } else if (part instanceof Number number) {
            numbers.add(number.doubleValue());
        }
    }

    public static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }

    public static @Nullable Object copy(@Nullable Object value) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, copy(Array.get(value, i)));
        }
        return copy;
    }

    public static @Nullable Object[] copies(@Nullable Object[] values) {
        return Arrays.stream(values).map(Flat::copy).toArray();
    }

    /** The type of the numbers in an array of any rank. */
    public static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    /** A value of the same shape and type filled with numbers, in order. */
    public static Object filled(Object shape, DoubleSupplier numbers) {
        if (shape.getClass().isArray()) {
            Object result = copy(shape);
            for (int i = 0; i < Array.getLength(result); i++) {
                Object element = Array.get(result, i);
                Array.set(result, i, element == null ? null : filled(element, numbers));
            }
            return result;
        }
        double number = numbers.getAsDouble();
        if (shape instanceof Float) {
            return (float) number;
        }
        return number;
    }

    /** The value of what a tangent method returned. */
    public static @Nullable Object value(@Nullable Object result) {
        if (result instanceof Dual dual) {
            return dual.value();
        }
        if (result instanceof DualFloat dual) {
            return dual.value();
        }
        return result instanceof DualOf<?, ?> dual ? dual.value() : result;
    }

    /** The tangent of what a tangent method returned; nothing where it cannot have one. */
    public static @Nullable Object tangent(@Nullable Object result) {
        if (result instanceof Dual dual) {
            return dual.tangent();
        }
        if (result instanceof DualFloat dual) {
            return dual.tangent();
        }
        return result instanceof DualOf<?, ?> dual ? dual.tangent() : null;
    }
}
