package io.github.pushforward.processor.resolve;

import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses the method that a call means (JLS 15.12.2): first without boxing, then with it; of those that apply, the most
 * specific. Calls of variable arity are found only when the arguments are given as an array.
 */
public final class Overloads {
    private final Types types;
    private final IrTypes irTypes;

    public Overloads(Types types, IrTypes irTypes) {
        this.types = types;
        this.irTypes = irTypes;
    }

    /** The chosen method; nothing where none applies or several do and none is the most specific. */
    public Optional<ExecutableElement> choose(List<ExecutableElement> candidates, List<Type> argumentTypes) {
        List<TypeMirror> arguments = new ArrayList<>();
        for (Type type : argumentTypes) {
            Optional<TypeMirror> mirror = irTypes.mirror(type);
            if (mirror.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(mirror.get());
        }
        List<ExecutableElement> strict = candidates.stream()
                .filter(candidate -> applies(candidate, arguments, this::isSubtype))
                .toList();
        if (!strict.isEmpty()) {
            return mostSpecific(strict);
        }
        List<ExecutableElement> loose = candidates.stream()
                .filter(candidate -> applies(candidate, arguments, types::isAssignable))
                .toList();
        return mostSpecific(loose);
    }

    private interface Conversion {
        boolean converts(TypeMirror from, TypeMirror to);
    }

    private boolean applies(ExecutableElement method, List<TypeMirror> arguments, Conversion conversion) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (parameters.size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror parameter = types.erasure(parameters.get(i).asType());
            if (!conversion.converts(arguments.get(i), parameter)) {
                return false;
            }
        }
        return true;
    }

    /** Subtyping, which among primitives is widening (JLS 4.10.1). */
    private boolean isSubtype(TypeMirror from, TypeMirror to) {
        return from.getKind().isPrimitive() == to.getKind().isPrimitive() && types.isAssignable(from, to);
    }

    private Optional<ExecutableElement> mostSpecific(List<ExecutableElement> applicable) {
        return applicable.stream()
                .filter(candidate ->
                        applicable.stream().allMatch(other -> other == candidate || isMoreSpecific(candidate, other)))
                .findFirst();
    }

    private boolean isMoreSpecific(ExecutableElement method, ExecutableElement other) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            TypeMirror type = types.erasure(method.getParameters().get(i).asType());
            TypeMirror otherType = types.erasure(other.getParameters().get(i).asType());
            if (!isSubtype(type, otherType)) {
                return false;
            }
        }
        return true;
    }
}
