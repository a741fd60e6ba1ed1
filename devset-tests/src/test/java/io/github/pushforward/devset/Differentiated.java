package io.github.pushforward.devset;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
        int parameters = isActive.length;
        int tangents = 0;
        for (boolean is : isActive) {
            tangents += is ? 1 : 0;
        }
        int all = parameters + tangents;
        Method tangent = Arrays.stream(sibling(classes, method, "Tangent").getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.name()))
                .filter(candidate -> !Modifier.isPrivate(candidate.getModifiers()))
                .filter(candidate -> candidate.getParameterCount() == all && takes(candidate, method.parameters()))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("tangent of " + method));
        Class<?>[] types = Arrays.copyOf(tangent.getParameterTypes(), parameters);
        Method original = classes.loadClass(method.className()).getDeclaredMethod(method.name(), types);
        original.setAccessible(true);
        tangent.setAccessible(true);
        return new Differentiated(original, tangent, gradient(classes, method, types), isActive);
    }

    private static boolean takes(Method candidate, List<SourceMethod.Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            String written = parameters.get(i).type().replaceAll("<.*>", "").replaceAll(".*\\.", "");
            if (!candidate.getParameterTypes()[i].getSimpleName().equals(written)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #of(ClassLoader, SourceMethod, boolean[])}, every parameter of real numbers active. */
    public static Differentiated of(ClassLoader classes, SourceMethod method) throws ReflectiveOperationException {
        boolean[] active = new boolean[method.parameters().size()];
        for (int i = 0; i < active.length; i++) {
            active[i] = method.parameters().get(i).isReal();
        }
        return of(classes, method, active);
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

    /**
     * The generated exact Jacobian.
     *
     * @param outputs which of the outputs of {@link #run} it has a row for: those that the method never writes have none
     */
    public record Exact(int[] outputs, double[][] rows) {}

    /** The exact Jacobian as {@code *Gradient} computes it, one row for a scalar method. */
    public Exact exact(@Nullable Object[] point) throws Throwable {
        Object record = invoke(gradient.orElseThrow(), Flat.copies(point));
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.add(accessor.invoke(record));
        }
        int values = parts.size() - activeOf(point).size();
        List<Object> blocks = parts.subList(values, parts.size());
        int[] outputs = outputs(point, parts.subList(0, values));
        double[][] rows = new double[outputs.length][];
        boolean isScalar = !original.getReturnType().isArray() && original.getReturnType() != void.class;
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            rows[i] = Flat.of(
                    isScalar && rows.length == 1
                            ? blocks
                            : blocks.stream()
                                    .map(block -> Array.get(block, row))
                                    .toList());
        }
        return new Exact(outputs, rows);
    }

    /** Finds each value among the result and the arrays that the method leaves, which are in the same order. */
    private int[] outputs(@Nullable Object[] point, List<Object> values) throws Throwable {
        @Nullable Object[] arguments = Flat.copies(point);
        List<Object> candidates = new ArrayList<>();
        Object result = invoke(original, arguments);
        if (result != null) {
            candidates.add(result);
        }
        activeOf(arguments).stream()
                .filter(argument -> argument.getClass().isArray())
                .forEach(candidates::add);
        List<Integer> outputs = new ArrayList<>();
        int next = 0;
        int offset = 0;
        for (Object value : values) {
            long[] bits = Flat.bits(Flat.of(List.of(value)));
            while (!Arrays.equals(bits, Flat.bits(Flat.of(List.of(candidates.get(next)))))) {
                offset += Flat.of(List.of(candidates.get(next++))).length;
            }
            for (int i = 0; i < bits.length; i++) {
                outputs.add(offset++);
            }
            next++;
        }
        return outputs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Object invoke(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
