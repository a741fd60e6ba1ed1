package io.github.pushforward.devset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A static method of a library beside what was generated from it.
 *
 * @param active which of its parameters have a tangent
 */
public record Differentiated(Method original, Method tangent, Optional<Method> gradient, boolean[] active) {

    /** Value and tangent of one pass, each the result followed by the active arrays as the method left them. */
    public record Pass(double[] value, double[] tangent) {}

    /**
     * @param isActive by parameter
     */
    public static Differentiated of(ClassLoader classes, SourceMethod method, boolean[] isActive)
            throws ReflectiveOperationException {
        Method tangent = Arrays.stream(sibling(classes, method, "Tangent").getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.name()))
                .filter(candidate -> !java.lang.reflect.Modifier.isPrivate(candidate.getModifiers()))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("tangent of " + method));
        Class<?>[] types =
                Arrays.copyOf(tangent.getParameterTypes(), method.parameters().size());
        Method original = classes.loadClass(method.className()).getDeclaredMethod(method.name(), types);
        original.setAccessible(true);
        tangent.setAccessible(true);
        return new Differentiated(original, tangent, gradient(classes, method, types), isActive);
    }

    /** As {@link #of(ClassLoader, SourceMethod, boolean[])}, every parameter of real numbers active. */
    public static Differentiated of(ClassLoader classes, SourceMethod method) throws ReflectiveOperationException {
        Differentiated found = of(classes, method, new boolean[0]);
        Class<?>[] types = found.original.getParameterTypes();
        boolean[] active = new boolean[types.length];
        for (int i = 0; i < active.length; i++) {
            active[i] = Flat.isReal(types[i]);
        }
        return new Differentiated(found.original, found.tangent, found.gradient, active);
    }

    private static Optional<Method> gradient(ClassLoader classes, SourceMethod method, Class<?>[] types) {
        try {
            Method gradient = sibling(classes, method, "Gradient").getDeclaredMethod(method.name(), types);
            gradient.setAccessible(true);
            return Optional.of(gradient);
        } catch (ReflectiveOperationException absent) {
            return Optional.empty();
        }
    }

    private static Class<?> sibling(ClassLoader classes, SourceMethod method, String suffix)
            throws ClassNotFoundException {
        return classes.loadClass(method.className().replace('$', '_') + suffix);
    }

    /** The outputs at a point: the result, then the active arrays. */
    public double[] run(@Nullable Object[] point) throws Throwable {
        @Nullable Object[] arguments = Flat.copies(point);
        Object result = invoke(original, arguments);
        return outputs(result, activeOf(arguments));
    }

    /** The numbers of the result alone. */
    public double[] result(@Nullable Object[] point) throws Throwable {
        return Flat.of(Arrays.asList(invoke(original, Flat.copies(point))));
    }

    /** One pass of the tangent along a direction: a part for each active parameter, in order. */
    public Pass along(@Nullable Object[] point, List<Object> direction) throws Throwable {
        @Nullable Object[] arguments = Flat.copies(point);
        List<@Nullable Object> tangents = new ArrayList<>();
        direction.forEach(part -> tangents.add(Flat.copy(part)));
        Object dual = invoke(
                tangent,
                Stream.concat(Arrays.stream(arguments), tangents.stream()).toArray());
        return new Pass(outputs(Flat.value(dual), activeOf(arguments)), outputs(Flat.tangent(dual), tangents));
    }

    /** The active arguments. */
    public List<Object> activeOf(@Nullable Object[] arguments) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (active[i] && argument != null) {
                kept.add(argument);
            }
        }
        return kept;
    }

    private static double[] outputs(@Nullable Object result, List<? extends @Nullable Object> arguments) {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(result);
        arguments.stream()
                .filter(argument -> argument != null && argument.getClass().isArray())
                .forEach(parts::add);
        return Flat.of(parts);
    }

    /** The rows of the generated exact Jacobian: one for a scalar method. */
    public double[][] jacobian(@Nullable Object[] point) throws Throwable {
        Object record = invoke(gradient.orElseThrow(), Flat.copies(point));
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.add(accessor.invoke(record));
        }
        int inputs = activeOf(point).size();
        List<@Nullable Object> blocks = parts.subList(parts.size() - inputs, parts.size());
        if (!original.getReturnType().isArray() && original.getReturnType() != void.class) {
            return new double[][] {Flat.of(blocks)};
        }
        int outputs = java.lang.reflect.Array.getLength(blocks.get(0));
        double[][] rows = new double[outputs][];
        for (int i = 0; i < outputs; i++) {
            List<Object> row = new ArrayList<>();
            for (Object block : blocks) {
                row.add(java.lang.reflect.Array.get(block, i));
            }
            rows[i] = Flat.of(row);
        }
        return rows;
    }

    private static Object invoke(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
