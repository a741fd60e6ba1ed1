package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.stream.Stream;

/**
 * The method of a functional interface, and that of its dual form: it takes a tangent for each active parameter after
 * those, and returns what tangent methods return.
 *
 * @param method the name of the method
 * @param dualMethod its name in the dual form: the same, unless the interface has another method of that name and of the
 *     parameters of the dual one
 * @param names those of its parameters
 * @param active which parameters have tangents
 * @param isGenerated whether the interface is one of this compilation, whose dual form is generated
 */
public record DualForm(
        String method,
        String dualMethod,
        List<String> names,
        List<Type> parameterTypes,
        List<Boolean> active,
        Type result,
        List<Type> thrown,
        boolean isGenerated) {

    public DualForm {
        names = List.copyOf(names);
        parameterTypes = List.copyOf(parameterTypes);
        active = List.copyOf(active);
        thrown = List.copyOf(thrown);
    }

    /** The functional interfaces among what it takes and gives. */
    public List<FunctionType> functions() {
        return Stream.concat(parameterTypes.stream(), Stream.of(result))
                .filter(FunctionType.class::isInstance)
                .map(FunctionType.class::cast)
                .toList();
    }

    /** Whether it can be given an active value: a constant function would lose the derivative. */
    public boolean takesActive() {
        return active.contains(true);
    }
}
