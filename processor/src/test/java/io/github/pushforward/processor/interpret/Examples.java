package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualBinaryOperator;
import io.github.pushforward.runtime.DualUnaryOperator;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Arguments to call a method with, and directions of its active ones. The same seed gives the same, made anew. */
final class Examples {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    private final Program program;

    Examples(Program program) {
        this.program = program;
    }

    /** What a method is given: numbers between 0.2 and 0.9, at which all functions are defined; indices that fit. */
    List<@Nullable Object> arguments(Method method, long seed) {
        Random random = new Random(seed * 31 + method.name().hashCode());
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            arguments.add(value(program.reflected.of(plain(parameter.local().type())), random));
        }
        return arguments;
    }

    private static Type plain(Type type) {
        return type instanceof io.github.pushforward.processor.ir.FunctionType function ? function.plain() : type;
    }

    private Object value(Class<?> type, Random random) {
        if (type == double.class || type == Double.class) {
            return 0.2 + 0.7 * random.nextDouble();
        }
        if (type == float.class || type == Float.class) {
            return 0.2f + 0.7f * random.nextFloat();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return random.nextBoolean() ? "one" : "other";
        }
        if (type == char.class) {
            return (char) ('a' + random.nextInt(3));
        }
        if (type == long.class) {
            return (long) random.nextInt(ROWS);
        }
        if (type == byte.class) {
            return (byte) random.nextInt(ROWS);
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(ROWS);
        }
        if (type == DoubleUnaryOperator.class || type == DualUnaryOperator.class) {
            return (DualUnaryOperator) (x, dx) -> new Dual(Math.sin(x), Math.cos(x) * dx);
        }
        if (type == DoubleBinaryOperator.class || type == DualBinaryOperator.class) {
            return (DualBinaryOperator) (x, y, dx, dy) -> new Dual(x * x * y, 2 * x * y * dx + x * x * dy);
        }
        return type.isArray() ? array(type, random) : object(type, random);
    }

    private Object array(Class<?> type, Random random) {
        Object array =
                Array.newInstance(type.componentType(), type.componentType().isArray() ? ROWS : COLUMNS);
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, value(type.componentType(), random));
        }
        return array;
    }

    private Object object(Class<?> type, Random random) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isSealed()) {
            Class<?>[] below = type.getPermittedSubclasses();
            return value(below[random.nextInt(below.length)], random);
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException("no example of " + type);
        }
        Constructor<?> constructor = Numbers.constructor(type);
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(parameter -> value(parameter, random))
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw Reflected.sneaky(thrown.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A direction for each active argument that has one: functions have none. */
    List<@Nullable Object> directions(Method method, List<@Nullable Object> arguments, long seed) {
        Random random = new Random(seed);
        return zeros(method, arguments).stream()
                .map(zero -> Numbers.filled(zero, () -> 2 * random.nextDouble() - 1))
                .toList();
    }

    /** The tangents of constants. */
    List<@Nullable Object> zeros(Method method, List<@Nullable Object> arguments) {
        List<@Nullable Object> zeros = new ArrayList<>();
        for (int i : moving(method)) {
            zeros.add(zero(method.parameters().get(i).local().type(), arguments.get(i)));
        }
        return zeros;
    }

    private @Nullable Object zero(Type type, @Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return value instanceof Double ? (Object) 0.0 : (Object) 0.0f;
        }
        if (value instanceof Object[] many && type.elementType().isFloating()
                || value instanceof double[]
                || value instanceof float[]) {
            Object zeros = Array.newInstance(value.getClass().componentType(), Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                Array.set(zeros, i, zero(type, Array.get(value, i)));
            }
            return zeros;
        }
        return program.tangentClasses
                .shape(type.elementType().tangentType())
                .map(shape -> program.tangentClasses.zeros(shape, value))
                .orElse(null);
    }

    /** The parameters that have tangents beside them. */
    static List<Integer> moving(Method method) {
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            Parameter parameter = method.parameters().get(i);
            boolean isFunction = parameter.local().type() instanceof io.github.pushforward.processor.ir.FunctionType;
            if (parameter.active() && !isFunction) {
                moving.add(i);
            }
        }
        return moving;
    }
}
