package io.github.pushforward.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types of parameters that take objects of all kinds: {@code Object}, type variables, and arrays of those. */
final class AnyObject {
    private AnyObject() {}

    static boolean isTaken(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isTaken(array.getComponentType());
        }
        return type.getKind() == TypeKind.TYPEVAR
                || type instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals("java.lang.Object");
    }
}
