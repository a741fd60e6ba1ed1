package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The methods of functions that have a counterpart in the dual form. */
final class FunctionCallees {
    private static final ClassType UNARY = ClassType.of("java.util.function", "DoubleUnaryOperator");
    private static final Set<String> COMPOSITIONS = Set.of("andThen", "compose");

    private FunctionCallees() {}

    /** The method as the type arguments of the interface have it; nothing for those without a counterpart. */
    static Optional<Callee> of(FunctionType type, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (method.getModifiers().contains(Modifier.ABSTRACT)
                && name.equals(type.form().method())) {
            return Optional.of(callee(
                    type,
                    name,
                    type.form().parameterTypes(),
                    type.form().active(),
                    type.form().result()));
        }
        return type.plain().equals(UNARY) && COMPOSITIONS.contains(name)
                ? Optional.of(callee(type, name, List.of(type), List.of(true), type))
                : Optional.empty();
    }

    private static Callee callee(
            FunctionType type, String name, List<Type> parameters, List<Boolean> active, Type result) {
        List<Type> parameterTypes = new ArrayList<>(parameters);
        parameterTypes.add(0, type);
        List<Boolean> all = new ArrayList<>(active);
        all.add(0, true);
        return new Callee(
                type.plain(),
                name,
                parameterTypes,
                result,
                Callee.Kind.FUNCTION,
                all,
                false,
                Callee.Invocation.VIRTUAL);
    }
}
