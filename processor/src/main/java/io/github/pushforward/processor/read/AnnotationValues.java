package io.github.pushforward.processor.read;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What is written in annotations that name classes. Those classes are not loaded, and may not exist yet: then javac fails
 * to make the annotation itself, even where only its presence is asked for.
 */
public final class AnnotationValues {
    private AnnotationValues() {}

    public static boolean isPresent(Element annotated, Class<? extends Annotation> annotation) {
        return mirror(annotated, annotation).isPresent();
    }

    private static Optional<? extends AnnotationMirror> mirror(
            Element annotated, Class<? extends Annotation> annotation) {
        return annotated.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation.getName()))
                .findFirst();
    }

    /** A member as it is written; nothing where it is left out. */
    static Optional<Object> of(Element annotated, Class<? extends Annotation> annotation, String member) {
        return mirror(annotated, annotation)
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                        .map(entry -> entry.getValue().getValue())
                        .findFirst());
    }

    /** The elements of a member of an array type; a value that stands alone is the only one. */
    static List<Object> listOf(Element annotated, Class<? extends Annotation> annotation, String member) {
        Object value = of(annotated, annotation, member).orElse(List.of());
        return value instanceof List<?> list
                ? list.stream().map(AnnotationValues::unwrapped).toList()
                : List.of(value);
    }

    private static Object unwrapped(Object value) {
        return value instanceof AnnotationValue inner ? inner.getValue() : value;
    }
}
