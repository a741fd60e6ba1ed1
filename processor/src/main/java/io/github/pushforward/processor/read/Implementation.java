package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What runs when a method without a body is called on the objects of a class, subclasses included, or on the constant of an
 * enum.
 *
 * @param type the class to test for, which declares the method or inherits it
 * @param callee how calls reach its derivative
 * @param constant the only object that it runs on, if it stands in the body of one
 */
record Implementation(
        TypeElement type,
        ExecutableElement method,
        Callee callee,
        @Nullable VariableElement constant) {

    boolean hasTangent() {
        return switch (callee.kind()) {
            case ANNOTATED, HELPER, RULE -> true;
            default -> false;
        };
    }
}
