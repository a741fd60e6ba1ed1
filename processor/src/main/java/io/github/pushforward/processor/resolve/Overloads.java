package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses the method that a call means (JLS 15.12.2): first without boxing, then with it, then by variable arity; of those
 * that apply, the most specific.
 */
public final class Overloads {
    private final Types types;
    private final IrTypes irTypes;

    public Overloads(Types types, IrTypes irTypes) {
        this.types = types;
        this.irTypes = irTypes;
    }

    /**
     * The method that a call means.
     *
     * @param gathers whether the last arguments of the call go into a new array, the last parameter
     * @param result the type of the call; nothing where it does not resolve
     */
    public record Choice(ExecutableElement method, boolean gathers, Optional<Type> result) {}

    /** The chosen method; nothing where none applies or several do and none is the most specific. */
    public Optional<Choice> choose(List<ExecutableElement> candidates, List<Type> argumentTypes) {
        List<TypeMirror> arguments = new ArrayList<>();
        for (Type type : argumentTypes) {
            Optional<TypeMirror> mirror = irTypes.mirror(type);
            if (mirror.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(mirror.get());
        }
        int count = arguments.size();
        List<ExecutableElement> byFixedArity =
                filter(candidates, method -> method.getParameters().size() == count);
        List<ExecutableElement> strict =
                filter(byFixedArity, method -> applies(parameters(method, count, false), arguments, this::isSubtype));
        List<ExecutableElement> applicable = strict.isEmpty()
                ? filter(byFixedArity, method -> applies(parameters(method, count, false), arguments, this::isLoose))
                : strict;
        boolean gathers = applicable.isEmpty();
        if (gathers) {
            applicable = filter(
                    candidates,
                    method -> method.isVarArgs()
                            && count >= method.getParameters().size() - 1
                            && applies(parameters(method, count, true), arguments, this::isLoose));
        }
        return mostSpecific(applicable, count, gathers)
                .map(method -> new Choice(
                        method,
                        gathers,
                        irTypes.of(new TypeArguments(types, parameters(method, count, gathers), arguments)
                                .result(method))));
    }

    private static List<ExecutableElement> filter(
            List<ExecutableElement> methods, Predicate<ExecutableElement> condition) {
        return methods.stream().filter(condition).toList();
    }

    private interface Conversion {
        boolean converts(TypeMirror from, TypeMirror to);
    }

    /** The types of as many parameters as a call has arguments; by variable arity, the last one repeats its component. */
    private static List<TypeMirror> parameters(ExecutableElement method, int count, boolean gathers) {
        List<? extends VariableElement> declared = method.getParameters();
        List<TypeMirror> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isGathered = gathers && i >= declared.size() - 1;
            TypeMirror type = declared.get(isGathered ? declared.size() - 1 : i).asType();
            parameters.add(isGathered ? ((ArrayType) type).getComponentType() : type);
        }
        return parameters;
    }

    private boolean applies(List<TypeMirror> parameters, List<TypeMirror> arguments, Conversion conversion) {
        for (int i = 0; i < arguments.size(); i++) {
            if (!conversion.converts(arguments.get(i), types.erasure(parameters.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Subtyping, which among primitives is widening (JLS 4.10.1). */
    private boolean isSubtype(TypeMirror from, TypeMirror to) {
        return from.getKind().isPrimitive() == to.getKind().isPrimitive() && isLoose(from, to);
    }

    private boolean isLoose(TypeMirror from, TypeMirror to) {
        return types.isAssignable(from, to);
    }

    /** Of equal ones that come from a class and from interfaces, that with a body (JLS 15.12.2.5). */
    private Optional<ExecutableElement> mostSpecific(List<ExecutableElement> applicable, int count, boolean gathers) {
        return applicable.stream()
                .sorted(Comparator.comparing(method -> method.getModifiers().contains(Modifier.ABSTRACT)))
                .filter(candidate -> applicable.stream()
                        .allMatch(other -> other == candidate || isMoreSpecific(candidate, other, count, gathers)))
                .findFirst();
    }

    private boolean isMoreSpecific(ExecutableElement method, ExecutableElement other, int count, boolean gathers) {
        // By variable arity, a parameter that gets no argument takes part in the comparison (JLS 15.12.2.5).
        int compared = gathers ? Math.max(count, other.getParameters().size()) : count;
        List<TypeMirror> erased = parameters(method, compared, gathers).stream()
                .map(types::erasure)
                .toList();
        return applies(parameters(other, compared, gathers), erased, this::isSubtype);
    }
}
