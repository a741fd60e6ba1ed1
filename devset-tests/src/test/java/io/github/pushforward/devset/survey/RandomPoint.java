package io.github.pushforward.devset.survey;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Arguments of sensible sizes for a method of numbers and arrays of them. */
final class RandomPoint {
    private static final int[] SIZES = {3, 4, 4, 31, 3};
    private static final double[][] RANGES = {{0.1, 0.9}, {1, 3}, {-2, 2}, {0.5, 12}};

    private final SplittableRandom random;
    private final double low;
    private final double high;
    private final int size;
    private final int smallest;
    private final boolean sorted;

    /** The rules by which the points vary depend on their number alone. */
    RandomPoint(int number) {
        random = new SplittableRandom(number);
        low = RANGES[number % RANGES.length][0];
        high = RANGES[number % RANGES.length][1];
        size = SIZES[number % SIZES.length];
        // Steps and counts must not be 0; indices may be, and then stay small.
        smallest = number % 2;
        sorted = number % 3 == 0;
    }

    static boolean supports(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive();
    }

    Object[] of(Class<?>[] types) {
        return Arrays.stream(types).map(this::value).toArray();
    }

    private Object value(Class<?> type) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), size);
            for (int i = 0; i < size; i++) {
                Array.set(array, i, value(type.getComponentType()));
            }
            if (sorted && array instanceof double[] numbers) {
                Arrays.sort(numbers);
            }
            return array;
        }
        double real = low + (high - low) * random.nextDouble();
        int whole = smallest + random.nextInt(3);
        if (type == double.class) {
            return real;
        }
        if (type == float.class) {
            return (float) real;
        }
        if (type == long.class) {
            return (long) whole;
        }
        if (type == short.class) {
            return (short) whole;
        }
        if (type == byte.class) {
            return (byte) whole;
        }
        if (type == char.class) {
            return (char) whole;
        }
        return type == boolean.class ? (Object) random.nextBoolean() : (Object) whole;
    }
}
