package io.github.pushforward.processor;

import io.github.pushforward.Differentiable;
import io.github.pushforward.processor.read.AnnotationValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The classes that wait for a type of a later round. Remembered by name: the elements of one round are not those of the
 * next.
 */
final class PendingMethods {
    private final Set<String> classes = new LinkedHashSet<>();

    void add(TypeElement owner) {
        classes.add(owner.getQualifiedName().toString());
    }

    /** The waiting classes as this round sees them; none waits afterwards. */
    List<TypeElement> take(Elements elements) {
        List<TypeElement> waiting = classes.stream()
                .map(elements::getTypeElement)
                .filter(type -> type != null)
                .toList();
        classes.clear();
        return waiting;
    }

    /** The methods of a class that carry the annotation, in source order. */
    static List<ExecutableElement> annotatedIn(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> AnnotationValues.isPresent(method, Differentiable.class))
                .toList();
    }
}
