package io.github.pushforward.processor.singular;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;
import io.github.pushforward.runtime.HyperDual;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One function with one choice of active arguments: the compiled method and its generated siblings. */
final class Subject {
    private final Compiled compiled;
    private final Form form;
    private final String name;
    private final Class<?> number;
    private final Map<String, Method> methods = new HashMap<>();

    /** @param number {@code double} or {@code float}: that of parameters and results */
    Subject(Compiled compiled, Form form, String name, Class<?> number) {
        this.compiled = compiled;
        this.form = form;
        this.name = name;
        this.number = number;
    }

    /** What the original returns. */
    Number original(Datum datum) {
        return (Number) call("demo.Demo", datum, List.of());
    }

    Dual tangent(Datum datum, List<@Nullable Double> v) {
        return (Dual) call("demo.DemoTangent", datum, List.of(v));
    }

    DualFloat floatTangent(Datum datum, List<@Nullable Double> v) {
        return (DualFloat) call("demo.DemoTangent", datum, List.of(v));
    }

    /** Value and tangents, and the second derivative along v and w. */
    HyperDual second(Datum datum, List<@Nullable Double> v, List<@Nullable Double> w) {
        DualOf<?, ?> both = (DualOf<?, ?>) call("demo.DemoSecondOrder", datum, List.of(v, w));
        Dual alongV = (Dual) both.value();
        Dual alongW = (Dual) both.tangent();
        return new HyperDual(alongV.value(), alongV.tangent(), alongW.value(), alongW.tangent());
    }

    /** The flat view over the active arguments, whose passes carry several directions. */
    TwiceDifferentiableFunction view(Datum datum) {
        return (TwiceDifferentiableFunction) call("demo.DemoGradient", datum, List.of());
    }

    private Object call(String owner, Datum datum, List<List<@Nullable Double>> directions) {
        List<Object> all = new ArrayList<>(form.arguments(datum.arguments(), number));
        for (List<@Nullable Double> direction : directions) {
            for (Double part : direction) {
                if (part != null) {
                    all.add(number == float.class ? (Object) part.floatValue() : part);
                }
            }
        }
        String called = owner.endsWith("Gradient") ? name + "Function" : name;
        Method method = methods.computeIfAbsent(owner, key -> compiled.method(key, called, all.size()));
        try {
            return Objects.requireNonNull(method.invoke(null, all.toArray()));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    @Override
    public String toString() {
        return form.expression();
    }
}
