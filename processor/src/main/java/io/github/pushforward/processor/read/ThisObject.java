package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What {@code this} means in a body made for an object of an anonymous class.
 *
 * @param seenAs the class whose members its simple names may mean
 * @param isBody whether the body is written in the anonymous class itself, and not in a class that it extends
 * @param outer the object around it, if that is of an anonymous class as well
 */
record ThisObject(
        Closure closure,
        TypeElement seenAs,
        boolean isBody,
        @Nullable ThisObject outer) {

    ThisObject moved(Map<Local, Local> moves) {
        return new ThisObject(closure.moved(moves), seenAs, isBody, outer == null ? null : outer.moved(moves));
    }

    /** The innermost of these objects that has a method of the name. */
    Optional<ThisObject> withMethod(String name, BodyContext context) {
        for (ThisObject object = this; object != null; object = object.outer) {
            boolean isDeclared = object.isBody
                    && AnonymousBody.of(object.closure).methods(name).findAny().isPresent();
            if (isDeclared || !context.names().methods(object.seenAs, name).isEmpty()) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** The innermost of these objects that has a field of the name. */
    Optional<ThisObject> withField(String name, BodyContext context) {
        for (ThisObject object = this; object != null; object = object.outer) {
            if (context.names().field(object.seenAs, name).isPresent()) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }
}
