package io.github.pushforward.programs.check;

import io.github.pushforward.programs.interpret.ArrayValue;
import io.github.pushforward.programs.interpret.ObjectValue;
import io.github.pushforward.programs.interpret.Real;
import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes values of compiled programs, and their tangents, from values of the interpreter. */
final class JavaValues {
    private final ClassLoader classes;
    private final String programName;
    private final Map<Object, Object> values = new IdentityHashMap<>();
    private final Map<Object, Object> tangents = new IdentityHashMap<>();

    /**
     * @param programName with its package
     */
    JavaValues(ClassLoader classes, String programName) {
        this.classes = classes;
        this.programName = programName;
    }

    @Nullable
    Object value(Type type, @Nullable Object value) throws ReflectiveOperationException {
        if (value == null || !(type instanceof Type.Array || type instanceof Type.Named)) {
            return value == null ? null : number(type, value);
        }
        Object known = values.get(value);
        if (known != null) {
            return known;
        }
        Object made;
        if (value instanceof ArrayValue array) {
            made = Array.newInstance(classOf(array.type().element()), array.length());
            for (int i = 0; i < array.length(); i++) {
                Array.set(made, i, value(array.type().element(), array.get(i)));
            }
        } else {
            ObjectValue object = (ObjectValue) value;
            List<@Nullable Object> arguments = new ArrayList<>();
            for (Method.Parameter field : object.definition().fields()) {
                arguments.add(value(field.type(), object.get(field.name())));
            }
            made = construct(classOf(type), arguments);
        }
        values.put(value, made);
        return made;
    }

    private static Object number(Type type, Object value) {
        Primitive primitive = (Primitive) type;
        if (value instanceof Real real) {
            return primitive == Primitive.FLOAT ? (Object) (float) real.value() : (Object) real.value();
        }
        return value;
    }

    /** The tangent of an active value. */
    @Nullable
    Object tangent(Type type, @Nullable Object value) throws ReflectiveOperationException {
        if (value == null) {
            return null;
        }
        if (value instanceof Real real) {
            return type == Primitive.FLOAT ? (Object) (float) real.tangent() : (Object) real.tangent();
        }
        Object known = tangents.get(value);
        if (known != null) {
            return known;
        }
        Object made;
        if (value instanceof ArrayValue array) {
            made = Array.newInstance(tangentClass(array.type().element()), array.length());
            for (int i = 0; i < array.length(); i++) {
                Array.set(made, i, tangent(array.type().element(), array.get(i)));
            }
        } else {
            made = tangentObject((ObjectValue) value);
        }
        tangents.put(value, made);
        return made;
    }

    private Object tangentObject(ObjectValue object) throws ReflectiveOperationException {
        ClassDefinition definition = object.definition();
        Class<?> type = tangentClass(definition.type());
        List<Method.Parameter> active =
                definition.fields().stream().filter(Method.Parameter::isActive).toList();
        List<@Nullable Object> parts = new ArrayList<>();
        for (Method.Parameter field : active) {
            parts.add(tangent(field.type(), object.get(field.name())));
        }
        if (definition.isRecord()) {
            return construct(type, parts);
        }
        Object made = construct(type, List.of());
        for (int i = 0; i < parts.size(); i++) {
            Field field = type.getDeclaredField(active.get(i).name());
            field.setAccessible(true);
            field.set(made, parts.get(i));
        }
        return made;
    }

    private static Object construct(Class<?> type, List<@Nullable Object> arguments)
            throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == arguments.size()) {
                constructor.setAccessible(true);
                return constructor.newInstance(arguments.toArray());
            }
        }
        throw new NoSuchMethodException("constructor of " + type);
    }

    /** The class of values of a type. */
    Class<?> classOf(Type type) throws ClassNotFoundException {
        if (type instanceof Type.Array array) {
            return classOf(array.element()).arrayType();
        }
        if (type instanceof Type.Named named) {
            boolean isOutermost = programName.endsWith("." + named.name());
            return classes.loadClass(isOutermost ? programName : programName + "$" + named.name());
        }
        return switch ((Primitive) type) {
            case BOOLEAN -> boolean.class;
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
            case VOID -> void.class;
        };
    }

    /** The class of tangents of a type. */
    Class<?> tangentClass(Type type) throws ClassNotFoundException {
        if (type instanceof Type.Array array) {
            return tangentClass(array.element()).arrayType();
        }
        return type instanceof Type.Named named
                ? classes.loadClass(programName + "_" + named.name() + "Tangent")
                : classOf(type);
    }

    /** What a field of an object of a compiled program has. */
    static @Nullable Object read(Object object, String field) throws ReflectiveOperationException {
        Field found = Objects.requireNonNull(object).getClass().getDeclaredField(field);
        found.setAccessible(true);
        return found.get(object);
    }
}
