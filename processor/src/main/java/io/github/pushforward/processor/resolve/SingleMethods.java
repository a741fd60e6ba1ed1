package io.github.pushforward.processor.resolve;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What makes an interface a functional one (JLS 9.8). */
final class SingleMethods {
    private final Elements elements;

    SingleMethods(Elements elements) {
        this.elements = elements;
    }

    /** The one method of a functional interface. */
    Optional<ExecutableElement> of(TypeElement type) {
        boolean isOpen = type.getKind().isInterface() && !type.getModifiers().contains(Modifier.SEALED);
        return isOpen ? single(type) : Optional.empty();
    }

    private Optional<ExecutableElement> single(TypeElement type) {
        @Nullable ExecutableElement found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method, type)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = method;
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean isOfObject(ExecutableElement method, TypeElement type) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(other -> elements.overrides(method, other, type));
    }
}
