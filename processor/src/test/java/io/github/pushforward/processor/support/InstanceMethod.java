package io.github.pushforward.processor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * A differentiable instance method of one active number, on objects of any class that has it: its value bit for bit, its tangent
 * against central differences.
 */
public final class InstanceMethod {
    private final Compiled compiled;
    private final String type;
    private final String name;

    private InstanceMethod(Compiled compiled, String type, String name) {
        this.compiled = compiled;
        this.type = type;
        this.name = name;
    }

    /** @param type the name at run time of the class or interface that declares it */
    public static InstanceMethod of(Compiled compiled, String type, String name) {
        return new InstanceMethod(compiled, type, name);
    }

    /** An object of a compiled class, by its constructor of so many parameters. */
    public static Object object(Compiled compiled, String className, Object... arguments) {
        Constructor<?> constructor = Arrays.stream(compiled.load(className).getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The constant of an enum. */
    public static Object constant(Compiled compiled, String enumName, String name) {
        return Arrays.stream(compiled.load(enumName).getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Dual tangent(Object receiver, double x) {
        return (Dual) compiled.call(type.replace('$', '_') + "Tangent", name, receiver, x, 1.0);
    }

    public InstanceMethod at(Object receiver, double... points) {
        for (double x : points) {
            Dual dual = tangent(receiver, x);
            assertThat(Double.doubleToLongBits(dual.value()))
                    .as("value at %s", x)
                    .isEqualTo(Double.doubleToLongBits(value(receiver, x)));
            double h = 1e-5;
            double slope = (value(receiver, x + h) - value(receiver, x - h)) / (2 * h);
            assertThat(dual.tangent())
                    .as("tangent at %s", x)
                    .isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
        }
        return this;
    }

    private double value(Object receiver, double x) {
        try {
            return (double) compiled.method(type, name, 1).invoke(receiver, x);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
