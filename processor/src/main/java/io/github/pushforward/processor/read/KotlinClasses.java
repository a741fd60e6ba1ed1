package io.github.pushforward.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What was written in Kotlin. Its annotation tool shows processors Java stubs, whose bodies are empty or return zero: what they
 * compute is not to be seen.
 */
final class KotlinClasses {
    private static final String METADATA = "kotlin.Metadata";

    private KotlinClasses() {}

    /** Whether an element is a class of Kotlin or in one. */
    static boolean isIn(Element member) {
        for (Element element = member; element != null; element = element.getEnclosingElement()) {
            if (element instanceof TypeElement
                    && element.getAnnotationMirrors().stream()
                            .anyMatch(annotation -> ((TypeElement)
                                            annotation.getAnnotationType().asElement())
                                    .getQualifiedName()
                                    .contentEquals(METADATA))) {
                return true;
            }
        }
        return false;
    }
}
