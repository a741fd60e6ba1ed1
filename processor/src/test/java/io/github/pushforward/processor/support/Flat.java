package io.github.pushforward.processor.support;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Numbers and arrays of numbers of any shape, handled as flat lists. */
final class Flat {
    private Flat() {}

    /** Every number in the parts, in order; integers as they are, {@code boolean} as 0 or 1. */
    static double[] of(List<Object> parts) {
        List<Double> numbers = new ArrayList<>();
        parts.forEach(part -> collect(part, numbers));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Object part, List<Double> numbers) {
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

    static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }

    static Object copy(Object value) {
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

    /** Random numbers in the shape of a value. */
    static Object random(Object shape, SplittableRandom random) {
        if (!shape.getClass().isArray()) {
            double number = 2 * random.nextDouble() - 1;
            return shape instanceof Float ? (Object) (float) number : (Object) number;
        }
        Object result = copy(shape);
        for (int i = 0; i < Array.getLength(result); i++) {
            Array.set(result, i, random(Array.get(result, i), random));
        }
        return result;
    }

    /** value + step · direction. */
    static Object moved(Object value, Object direction, double step) {
        if (!value.getClass().isArray()) {
            double moved = ((Number) value).doubleValue() + step * ((Number) direction).doubleValue();
            return value instanceof Float ? (Object) (float) moved : (Object) moved;
        }
        Object result = copy(value);
        for (int i = 0; i < Array.getLength(result); i++) {
            Array.set(result, i, moved(Array.get(value, i), Array.get(direction, i), step));
        }
        return result;
    }

    /** The value of what a tangent method returned. */
    static Object value(Object result) {
        if (result instanceof Dual dual) {
            return dual.value();
        }
        if (result instanceof DualFloat dual) {
            return dual.value();
        }
        return result instanceof DualOf<?, ?> dual ? dual.value() : result;
    }

    /** The tangent of what a tangent method returned; for a result that is never active, the result's derivative 0. */
    static Object tangent(Object result) {
        if (result instanceof Dual dual) {
            return dual.tangent();
        }
        if (result instanceof DualFloat dual) {
            return dual.tangent();
        }
        if (result instanceof DualOf<?, ?> dual) {
            return dual.tangent();
        }
        return result == null ? null : 0.0;
    }
}
