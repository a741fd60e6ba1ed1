package io.github.pushforward.processor.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What the type variables of a generic method stand for in one call, as far as the types of plain arguments say so: the
 * simple part of inference (JLS 18), enough for {@code T requireNonNull(T)} and {@code T[] copyOf(T[], int)}.
 */
final class TypeArguments {
    private final Types types;
    private final Map<Element, TypeMirror> bindings = new HashMap<>();
    private final Set<Element> ambiguous = new HashSet<>();

    /** @param parameters the declared types of the parameters, as many as there are arguments */
    TypeArguments(Types types, List<TypeMirror> parameters, List<TypeMirror> arguments) {
        this.types = types;
        for (int i = 0; i < arguments.size(); i++) {
            bind(parameters.get(i), arguments.get(i));
        }
    }

    private void bind(TypeMirror formal, TypeMirror actual) {
        if (formal.getKind() == TypeKind.TYPEVAR) {
            bind(types.asElement(formal), actual);
        } else if (formal instanceof ArrayType formalArray && actual instanceof ArrayType actualArray) {
            bind(formalArray.getComponentType(), actualArray.getComponentType());
        } else if (formal instanceof DeclaredType formalClass && actual instanceof DeclaredType actualClass) {
            bindArguments(formalClass, actualClass);
        }
    }

    private void bindArguments(DeclaredType formal, DeclaredType actual) {
        List<? extends TypeMirror> formals = formal.getTypeArguments();
        List<? extends TypeMirror> actuals = actual.getTypeArguments();
        if (formal.asElement().equals(actual.asElement()) && formals.size() == actuals.size()) {
            for (int i = 0; i < formals.size(); i++) {
                bind(formals.get(i), actuals.get(i));
            }
        }
    }

    private void bind(Element variable, TypeMirror actual) {
        if (actual.getKind() == TypeKind.NULL) {
            return;
        }
        TypeMirror type = actual instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : actual;
        TypeMirror known = bindings.putIfAbsent(variable, type);
        if (known == null || types.isSubtype(type, known)) {
            return;
        }
        if (types.isSubtype(known, type)) {
            bindings.put(variable, type);
        } else {
            ambiguous.add(variable);
        }
    }

    /** The result type of the method in this call; where a variable stays open, its bound. */
    TypeMirror result(ExecutableElement method) {
        return substitute(method.getReturnType());
    }

    private TypeMirror substitute(TypeMirror type) {
        if (type.getKind() == TypeKind.TYPEVAR) {
            Element variable = types.asElement(type);
            return bindings.containsKey(variable) && !ambiguous.contains(variable) ? bindings.get(variable) : type;
        }
        if (type instanceof ArrayType array) {
            return types.getArrayType(substitute(array.getComponentType()));
        }
        return type instanceof DeclaredType named && !named.getTypeArguments().isEmpty() ? substituted(named) : type;
    }

    private TypeMirror substituted(DeclaredType type) {
        TypeMirror[] arguments =
                type.getTypeArguments().stream().map(this::substitute).toArray(TypeMirror[]::new);
        return types.getDeclaredType((TypeElement) type.asElement(), arguments);
    }
}
