package io.github.pushforward.processor;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds the syntax trees of javac behind the environments that build tools put in front of it: IntelliJ passes a proxy,
 * Gradle a wrapper with a delegate.
 */
final class CompilerAccess {
    private static final int MAX_WRAPPERS = 8;

    private CompilerAccess() {}

    /** The trees of javac; nothing where another compiler is running. */
    static Optional<Trees> trees(ProcessingEnvironment environment) {
        Object candidate = unwrappedByIntelliJ(environment);
        for (int depth = 0; depth < MAX_WRAPPERS && candidate instanceof ProcessingEnvironment wrapped; depth++) {
            try {
                return Optional.of(Trees.instance(wrapped));
            } catch (IllegalArgumentException | LinkageError notJavac) {
                candidate = delegate(wrapped);
            }
        }
        return Optional.empty();
    }

    private static Object unwrappedByIntelliJ(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers = environment.getClass().getClassLoader() == null
                    ? Class.forName("org.jetbrains.jps.javac.APIWrappers")
                    : environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Object unwrapped = wrappers.getMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped == null ? environment : unwrapped;
        } catch (ReflectiveOperationException | LinkageError notIntelliJ) {
            return environment;
        }
    }

    /** The environment that a proxy or a wrapper holds, or nothing. */
    private static Object delegate(ProcessingEnvironment wrapper) {
        Object holder = wrapper;
        if (Proxy.isProxyClass(wrapper.getClass())) {
            InvocationHandler handler = Proxy.getInvocationHandler(wrapper);
            holder = handler;
        }
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = read(field, holder);
                if (value instanceof ProcessingEnvironment inner && inner != wrapper) {
                    return inner;
                }
            }
        }
        return Optional.empty();
    }

    private static Object read(Field field, Object holder) {
        try {
            return field.trySetAccessible() ? field.get(holder) : Optional.empty();
        } catch (IllegalAccessException | RuntimeException hidden) {
            return Optional.empty();
        }
    }
}
