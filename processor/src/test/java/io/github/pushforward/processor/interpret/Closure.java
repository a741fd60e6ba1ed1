package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Expr;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function that interpreted code made. */
final class Closure {
    private final Machine machine;
    private final Expr.Lambda lambda;
    private final Map<String, @Nullable Object> captured;

    Closure(Machine machine, Expr.Lambda lambda, Map<String, @Nullable Object> captured) {
        this.machine = machine;
        this.lambda = lambda;
        this.captured = captured;
    }

    @Nullable
    Object call(List<@Nullable Object> arguments) {
        return machine.apply(lambda, captured, arguments);
    }

    /** The same as an object of an interface that exists. */
    Object as(Class<?> type, ClassLoader loader) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            List<@Nullable Object> values = arguments == null ? List.of() : java.util.Arrays.asList(arguments);
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            return isAbstract(method) ? call(values) : InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler);
    }

    private static boolean isAbstract(Method method) {
        return Modifier.isAbstract(method.getModifiers());
    }
}
