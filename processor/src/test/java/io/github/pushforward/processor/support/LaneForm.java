package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lane form of a tangent method, against the form of one direction, bit for bit. */
final class LaneForm {
    private final Method method;
    private final int lanes;

    private LaneForm(Method method, int lanes) {
        this.method = method;
        this.lanes = lanes;
    }

    /** The form of a method with so many tangents, if it has one. */
    static Optional<LaneForm> find(Compiled compiled, String sibling, String name, int tangents, int parameters) {
        String lanesName = sibling.replaceFirst("Tangent$", "Lanes");
        if (!compiled.has(lanesName)) {
            return Optional.empty();
        }
        Class<?> lanesClass = compiled.load(lanesName);
        Pattern pattern = Pattern.compile(Pattern.quote(name + tangents) + "x(\\d+)");
        for (Method candidate : lanesClass.getDeclaredMethods()) {
            Matcher matcher = pattern.matcher(candidate.getName());
            if (matcher.matches() && isFor(candidate, parameters, tangents, Integer.parseInt(matcher.group(1)))) {
                candidate.setAccessible(true);
                return Optional.of(new LaneForm(candidate, Integer.parseInt(matcher.group(1))));
            }
        }
        return Optional.empty();
    }

    private static boolean isFor(Method candidate, int parameters, int tangents, int lanes) {
        Class<?>[] types = candidate.getParameterTypes();
        int numbers = 0;
        for (int i = parameters; i < types.length; i++) {
            numbers += types[i].isArray() ? lanes : 1;
        }
        return numbers == tangents * lanes;
    }

    int lanes() {
        return lanes;
    }

    /** Random directions, one for each lane, in the shape of the active arguments. */
    List<List<Object>> directions(List<Object> active, SplittableRandom random) {
        List<List<Object>> directions = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            List<Object> direction = new ArrayList<>();
            active.forEach(part -> direction.add(Flat.random(part, random)));
            directions.add(direction);
        }
        return directions;
    }

    /** What one pass gives. */
    record Outcome(Object value, List<Object> tangentsOfValue, List<List<Object>> writtenTangents) {}

    Outcome run(Object[] arguments, List<List<Object>> directions) throws Throwable {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        List<Object> interleaved = new ArrayList<>();
        for (int i = 0; i < directions.get(0).size(); i++) {
            int part = i;
            List<Object> parts =
                    directions.stream().map(direction -> direction.get(part)).toList();
            if (parts.get(0).getClass().isArray()) {
                Object array = interleave(parts);
                interleaved.add(array);
                all.add(array);
            } else {
                interleaved.add(null);
                all.addAll(parts);
            }
        }
        Object result;
        try {
            result = method.invoke(null, all.toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        List<List<Object>> written = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            List<Object> own = new ArrayList<>();
            for (Object array : interleaved) {
                own.add(array == null ? null : lane(array, lane));
            }
            written.add(own);
        }
        return new Outcome(value(result), tangents(result), written);
    }

    private Object value(Object result) {
        return result == null || !result.getClass().isRecord() ? result : component(result, "value");
    }

    private List<Object> tangents(Object result) {
        List<Object> tangents = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            if (result == null || !result.getClass().isRecord()) {
                tangents.add(Flat.tangent(result));
            } else if (result.getClass().getSimpleName().equals("DualOf")) {
                tangents.add(lane(component(result, "tangent"), lane));
            } else {
                tangents.add(component(result, "tangent" + lane));
            }
        }
        return tangents;
    }

    private static Object component(Object record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private Object interleave(List<Object> arrays) {
        Object first = arrays.get(0);
        if (first == null) {
            return null;
        }
        int length = Array.getLength(first);
        boolean isOfRows = first.getClass().getComponentType().isArray();
        Object result = Array.newInstance(first.getClass().getComponentType(), isOfRows ? length : lanes * length);
        for (int i = 0; i < length; i++) {
            int index = i;
            if (isOfRows) {
                List<Object> rows = new ArrayList<>();
                arrays.forEach(array -> rows.add(Array.get(array, index)));
                Array.set(result, i, interleave(rows));
                continue;
            }
            for (int lane = 0; lane < lanes; lane++) {
                Array.set(result, lanes * i + lane, Array.get(arrays.get(lane), i));
            }
        }
        return result;
    }

    private Object lane(Object array, int lane) {
        if (array == null) {
            return null;
        }
        int length = Array.getLength(array);
        boolean isOfRows = array.getClass().getComponentType().isArray();
        if (!isOfRows) {
            assertThat(length % lanes).as("interleaved by lane").isZero();
        }
        Object result = Array.newInstance(array.getClass().getComponentType(), isOfRows ? length : length / lanes);
        for (int i = 0; i < Array.getLength(result); i++) {
            Array.set(result, i, isOfRows ? lane(Array.get(array, i), lane) : Array.get(array, lanes * i + lane));
        }
        return result;
    }
}
