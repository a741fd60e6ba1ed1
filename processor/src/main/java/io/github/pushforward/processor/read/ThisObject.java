package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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
            if (isDeclared || !object.methods(name, context).isEmpty()) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** The methods of the class seen here, and of those above it, that a simple name may mean. */
    List<ExecutableElement> methods(String name, BodyContext context) {
        return context.names().methods(seenAs, name).stream()
                .filter(method -> !isBody || isInherited(method, context))
                .toList();
    }

    /** The innermost of these objects that has a field of the name. */
    Optional<ThisObject> withField(String name, BodyContext context) {
        for (ThisObject object = this; object != null; object = object.outer) {
            boolean isBody = object.isBody;
            if (context.names()
                    .field(object.seenAs, name)
                    .filter(field -> !isBody || isInherited(field, context))
                    .isPresent()) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** Whether an anonymous class, written in the given surroundings, has a member of its supertype (JLS 8.2). */
    static boolean isInherited(Element member, BodyContext context) {
        Set<Modifier> modifiers = member.getModifiers();
        boolean isEverywhere = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        String packageName =
                context.irTypes().of((TypeElement) member.getEnclosingElement()).packageName();
        return isEverywhere
                || !modifiers.contains(Modifier.PRIVATE)
                        && packageName.equals(context.enclosing().packageName());
    }
}
