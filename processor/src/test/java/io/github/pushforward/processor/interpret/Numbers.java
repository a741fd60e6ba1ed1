package io.github.pushforward.processor.interpret;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The numbers in values and tangents: those of arrays, duals and objects, in a fixed order. */
final class Numbers {
    private Numbers() {}

    /** The numbers in a tangent. */
    static List<Double> in(@Nullable Object tangent) {
        return in(tangent, tangent);
    }

    /** The numbers in a value that a tangent has numbers for, in its order. */
    static List<Double> in(@Nullable Object value, @Nullable Object tangent) {
        List<Double> numbers = new ArrayList<>();
        collect(value, tangent, numbers);
        return numbers;
    }

    private static void collect(@Nullable Object value, @Nullable Object tangent, List<Double> numbers) {
        if (tangent == null) {
            return;
        }
        if (value == null) {
            throw new IllegalArgumentException("a tangent of null: " + tangent);
        }
        if (tangent instanceof Double || tangent instanceof Float) {
            numbers.add(((Number) value).doubleValue());
        } else if (tangent instanceof Dual) {
            Dual dual = (Dual) value;
            numbers.add(dual.value());
            numbers.add(dual.tangent());
        } else if (tangent instanceof DualFloat) {
            DualFloat dual = (DualFloat) value;
            numbers.add((double) dual.value());
            numbers.add((double) dual.tangent());
        } else if (tangent instanceof DualOf<?, ?> of) {
            DualOf<?, ?> dual = (DualOf<?, ?>) value;
            collect(dual.value(), of.value(), numbers);
            collect(dual.tangent(), of.tangent(), numbers);
        } else if (tangent instanceof TangentObject object) {
            object.parts.forEach((name, part) -> collect(part(value, name), part, numbers));
        } else if (tangent.getClass().isArray()) {
            if (Array.getLength(value) != Array.getLength(tangent)) {
                throw new IllegalArgumentException("a tangent of another length");
            }
            for (int i = 0; i < Array.getLength(tangent); i++) {
                collect(Array.get(value, i), Array.get(tangent, i), numbers);
            }
        }
    }

    private static @Nullable Object part(Object value, String name) {
        return value instanceof TangentObject tangent
                ? tangent.get(name)
                : get(Reflected.field(value.getClass(), name), value);
    }

    static boolean isOfCorpus(Object value) {
        return value.getClass().getName().startsWith("corpus.")
                && !value.getClass().isHidden()
                && !value.getClass().isEnum();
    }

    /** The fields of a class, those of its superclass first. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            fields.addAll(fields(type.getSuperclass()));
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }

    static @Nullable Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** The same tangent with other numbers. */
    static @Nullable Object filled(@Nullable Object tangent, DoubleSupplier numbers) {
        return filled(tangent, numbers, new IdentityHashMap<>());
    }

    private static @Nullable Object filled(@Nullable Object tangent, DoubleSupplier numbers, Map<Object, Object> done) {
        if (tangent instanceof Double) {
            return numbers.getAsDouble();
        }
        if (tangent instanceof Float) {
            return (float) numbers.getAsDouble();
        }
        if (tangent instanceof TangentObject object && done.put(object, object) == null) {
            object.parts.replaceAll((name, part) -> filled(part, numbers, done));
        } else if (tangent != null && tangent.getClass().isArray() && done.put(tangent, tangent) == null) {
            for (int i = 0; i < Array.getLength(tangent); i++) {
                Array.set(tangent, i, filled(Array.get(tangent, i), numbers, done));
            }
        }
        return tangent;
    }

    /** Whether two values are the same to the last bit, their parts as well. */
    static boolean areSame(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return false;
        }
        if (one.getClass().isArray()) {
            boolean same = Array.getLength(one) == Array.getLength(other);
            for (int i = 0; same && i < Array.getLength(one); i++) {
                same = areSame(Array.get(one, i), Array.get(other, i));
            }
            return same;
        }
        if (one instanceof TangentObject a && other instanceof TangentObject b) {
            return a.parts.keySet().equals(b.parts.keySet())
                    && a.parts.entrySet().stream()
                            .allMatch(part -> areSame(part.getValue(), b.parts.get(part.getKey())));
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = areSame(a.get(i), b.get(i));
            }
            return same;
        }
        if (one instanceof DualOf<?, ?> a && other instanceof DualOf<?, ?> b) {
            return areSame(a.value(), b.value()) && areSame(a.tangent(), b.tangent());
        }
        if (isOfCorpus(one)) {
            return fields(one.getClass()).stream().allMatch(field -> areSame(get(field, one), get(field, other)));
        }
        // Boxed doubles compare by their bits: -0.0 is not 0.0, and NaN is NaN.
        return one.equals(other) || !(one instanceof Number) && !(one instanceof Record) && !(one instanceof String);
    }

    /** {@code value + h * direction}, of arrays and objects in place where their numbers can be changed. */
    static @Nullable Object moved(@Nullable Object value, @Nullable Object direction, double h) {
        if (value == null || direction == null) {
            return value;
        }
        if (value instanceof Double number) {
            return number + h * (Double) direction;
        }
        if (value instanceof Float number) {
            return (float) (number + h * (Float) direction);
        }
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                Array.set(value, i, moved(Array.get(value, i), Array.get(direction, i), h));
            }
            return value;
        }
        return movedObject(value, (TangentObject) direction, h);
    }

    private static Object movedObject(Object value, TangentObject direction, double h) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (Field field : fields(value.getClass())) {
            Object part = get(field, value);
            boolean isActive = direction.parts.containsKey(field.getName());
            Object moved = isActive ? moved(part, direction.parts.get(field.getName()), h) : part;
            parts.add(moved);
            if (!value.getClass().isRecord()) {
                try {
                    field.set(value, moved);
                } catch (IllegalAccessException hidden) {
                    throw new IllegalStateException(hidden);
                }
            }
        }
        if (!value.getClass().isRecord()) {
            return value;
        }
        try {
            return constructor(value.getClass()).newInstance(parts.toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The constructor of a class with the most parameters: of a record, the canonical one. */
    static Constructor<?> constructor(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> !Modifier.isPrivate(each.getModifiers()))
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalArgumentException("no constructor of " + type));
        constructor.setAccessible(true);
        return constructor;
    }
}
