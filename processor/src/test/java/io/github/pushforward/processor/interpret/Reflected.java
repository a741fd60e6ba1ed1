package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes that exist: those of the JDK, of the runtime, and the sources that are differentiated. */
final class Reflected {
    private record Key(String owner, String name, List<Type> types, boolean isStatic) {}

    private final ClassLoader loader;
    private final Map<String, Optional<Class<?>>> classes = new HashMap<>();
    private final Map<Key, Optional<Executable>> found = new HashMap<>();

    Reflected(ClassLoader loader) {
        this.loader = loader;
    }

    static String binaryName(ClassType type) {
        String nested = String.join("$", type.simpleNames());
        return type.packageName().isEmpty() ? nested : type.packageName() + "." + nested;
    }

    Optional<Class<?>> load(ClassType type) {
        return classes.computeIfAbsent(binaryName(type), name -> {
            try {
                return Optional.of(Class.forName(name, true, loader));
            } catch (ClassNotFoundException absent) {
                return Optional.empty();
            }
        });
    }

    /** The class of the values of a type; for tangents and functions that have none, that of what stands for them here. */
    Class<?> of(Type type) {
        if (type instanceof Primitive primitive) {
            return switch (primitive) {
                case VOID -> void.class;
                case BOOLEAN -> boolean.class;
                case BYTE -> byte.class;
                case SHORT -> short.class;
                case CHAR -> char.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
            };
        }
        if (type instanceof ArrayType array) {
            return of(array.component()).arrayType();
        }
        if (type instanceof DualType dual) {
            return dual.part() == Primitive.DOUBLE
                    ? Dual.class
                    : dual.part() == Primitive.FLOAT ? DualFloat.class : DualOf.class;
        }
        if (type instanceof FunctionType) {
            return Object.class;
        }
        if (type instanceof ClassType named) {
            Optional<Class<?>> real = load(named);
            boolean isTangent = real.isEmpty();
            return isTangent ? TangentObject.class : real.get();
        }
        return Object.class;
    }

    /** Calls a method by name, as an overload resolution among those that anyone may call finds it. */
    @Nullable
    Object call(
            ClassType owner,
            String name,
            List<Type> types,
            @Nullable Object receiver,
            List<@Nullable Object> arguments) {
        boolean isStatic = receiver == null;
        Class<?> type = load(owner).orElseThrow(() -> new BrokenIr("no class " + owner + ", for " + name));
        Method method = (Method) found.computeIfAbsent(
                        new Key(owner.canonicalName(), name, types, isStatic),
                        key -> best(
                                methods(type)
                                        .filter(each -> each.getName().equals(name)
                                                && Modifier.isStatic(each.getModifiers()) == isStatic),
                                types))
                .orElseThrow(() -> new BrokenIr("no method " + owner + "." + name + types));
        try {
            return method.invoke(receiver, converted(method, arguments));
        } catch (InvocationTargetException thrown) {
            throw sneaky(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new BrokenIr(hidden.toString());
        }
    }

    @Nullable
    Object make(ClassType type, List<Type> types, List<@Nullable Object> arguments) {
        Class<?> real = load(type).orElseThrow(() -> new BrokenIr("no class " + type));
        Constructor<?> constructor = (Constructor<?>) found.computeIfAbsent(
                        new Key(type.canonicalName(), "<init>", types, true),
                        key -> best(Stream.of(real.getDeclaredConstructors()), types))
                .orElseThrow(() -> new BrokenIr("no constructor of " + type + " for " + types));
        try {
            return constructor.newInstance(converted(constructor, arguments));
        } catch (InvocationTargetException thrown) {
            throw sneaky(thrown.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new BrokenIr(hidden.toString());
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        List<Method> all = new ArrayList<>();
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            all.addAll(Arrays.asList(next.getDeclaredMethods()));
        }
        all.addAll(Arrays.asList(type.getMethods()));
        if (type.isInterface()) {
            all.addAll(Arrays.asList(Object.class.getMethods()));
        }
        return all.stream().filter(method -> !method.isBridge());
    }

    /** The most specific one that applies, of those that are not private. */
    private Optional<Executable> best(Stream<? extends Executable> candidates, List<Type> types) {
        Class<?>[] given = types.stream().map(this::of).toArray(Class<?>[]::new);
        Executable best = null;
        for (Executable candidate : candidates.toList()) {
            boolean isVisible = !Modifier.isPrivate(candidate.getModifiers());
            if (isVisible && applies(candidate, given) && (best == null || isMoreSpecific(candidate, best))) {
                best = candidate;
            }
        }
        Optional<Executable> found = Optional.ofNullable(best);
        found.ifPresent(Reflected::open);
        return found;
    }

    private static void open(AccessibleObject member) {
        try {
            member.setAccessible(true);
        } catch (RuntimeException strong) {
            // A public member of the JDK, which is accessible as it is.
        }
    }

    private static boolean applies(Executable candidate, Class<?>[] given) {
        Class<?>[] taken = candidate.getParameterTypes();
        if (taken.length == given.length) {
            boolean fits = true;
            for (int i = 0; i < taken.length; i++) {
                fits &= fits(given[i], taken[i]);
            }
            if (fits) {
                return true;
            }
        }
        if (!candidate.isVarArgs() || given.length < taken.length - 1) {
            return false;
        }
        Class<?> element = taken[taken.length - 1].componentType();
        for (int i = 0; i < given.length; i++) {
            if (!fits(given[i], i < taken.length - 1 ? taken[i] : element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an argument of a class may go to a parameter; what has no class here, to any reference. */
    private static boolean fits(Class<?> given, Class<?> taken) {
        if (taken.isPrimitive()) {
            Class<?> plain = MethodType.methodType(given).unwrap().returnType();
            return plain == taken || (plain.isPrimitive() && rank(plain) < rank(taken) && rank(plain) > 0);
        }
        Class<?> boxed = MethodType.methodType(given).wrap().returnType();
        return given == Object.class && !taken.isArray()
                || taken.isAssignableFrom(boxed)
                || given == TangentObject.class && taken == Object.class;
    }

    private static int rank(Class<?> primitive) {
        return List.of(byte.class, short.class, char.class, int.class, long.class, float.class, double.class)
                        .indexOf(primitive)
                + 1;
    }

    private static boolean isMoreSpecific(Executable one, Executable other) {
        Class<?>[] a = one.getParameterTypes();
        Class<?>[] b = other.getParameterTypes();
        if (one.isVarArgs() != other.isVarArgs()) {
            return other.isVarArgs();
        }
        if (Arrays.equals(a, b)) {
            return other.getDeclaringClass().isAssignableFrom(one.getDeclaringClass())
                    && one.getDeclaringClass() != other.getDeclaringClass();
        }
        return a.length == b.length && applies(other, a);
    }

    private Object[] converted(Executable target, List<@Nullable Object> arguments) {
        Class<?>[] taken = target.getParameterTypes();
        boolean isSpread = target.isVarArgs() && !isWhole(taken, arguments);
        Object[] converted = new Object[taken.length];
        for (int i = 0; i < taken.length; i++) {
            if (isSpread && i == taken.length - 1) {
                List<@Nullable Object> rest = arguments.subList(i, arguments.size());
                Object array = Array.newInstance(taken[i].componentType(), rest.size());
                for (int j = 0; j < rest.size(); j++) {
                    Array.set(array, j, converted(rest.get(j), taken[i].componentType()));
                }
                converted[i] = array;
            } else {
                converted[i] = converted(arguments.get(i), taken[i]);
            }
        }
        return converted;
    }

    private static boolean isWhole(Class<?>[] taken, List<@Nullable Object> arguments) {
        return taken.length == arguments.size()
                && (arguments.get(taken.length - 1) == null
                        || taken[taken.length - 1].isInstance(arguments.get(taken.length - 1)));
    }

    private @Nullable Object converted(@Nullable Object argument, Class<?> taken) {
        if (argument instanceof Closure closure && taken.isInterface()) {
            return closure.as(taken, loader);
        }
        return argument;
    }

    /** A field of any access, as someone who tests reads it. */
    @Nullable
    Object peek(Object object, String name) {
        try {
            return field(object.getClass(), name).get(object);
        } catch (IllegalAccessException hidden) {
            throw new BrokenIr(hidden.toString());
        }
    }

    static Field field(Class<?> type, String name) {
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            for (Field field : next.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    open(field);
                    return field;
                }
            }
        }
        throw new BrokenIr(type + " has no field " + name);
    }

    /** A field that another class of the package may use. */
    Field usableField(ClassType owner, String name) {
        Class<?> type = load(owner).orElseThrow(() -> new BrokenIr("no class " + owner));
        Field field = field(type, name);
        if (Modifier.isPrivate(field.getModifiers())) {
            throw new BrokenIr(field + " cannot be reached");
        }
        return field;
    }

    boolean isInstance(@Nullable Object value, Type type) {
        Type wanted = Boxes.boxed(type);
        return value != null && of(wanted).isInstance(value);
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
