package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Callee;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What runs when a method without a body is called on the objects of a class, subclasses included.
 *
 * @param type the class to test for, which declares the method or inherits it
 * @param callee how calls reach its derivative
 */
record Implementation(TypeElement type, ExecutableElement method, Callee callee) {

    boolean hasTangent() {
        return switch (callee.kind()) {
            case ANNOTATED, HELPER, RULE -> true;
            default -> false;
        };
    }
}
