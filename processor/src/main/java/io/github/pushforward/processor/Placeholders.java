package io.github.pushforward.processor;

import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.emit.PlaceholderClass;
import io.github.pushforward.processor.emit.Surroundings;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** What uses of the siblings of classes with errors refer to, so that they are no errors as well. */
final class Placeholders {
    /** The tangent classes that are not generated, by their names. */
    private final Set<String> absent = new HashSet<>();

    /** @param outlines the annotated methods of the class */
    void write(TypeElement owner, ClassType type, List<Method> outlines, Surroundings surroundings, SourceFiles files) {
        absent.add(type.sibling("Tangent").canonicalName());
        boolean isInterface = owner.getKind().isInterface();
        files.writePlaceholder(PlaceholderClass.ofTangents(type, isInterface, outlines, surroundings), owner);
        if (!outlines.isEmpty()) {
            files.writePlaceholder(PlaceholderClass.ofGradients(type, outlines, surroundings), owner);
        }
    }

    /** Whether a sibling refers to one that is not generated. */
    boolean areReferredToBy(Sibling sibling) {
        return sibling.classes().stream().anyMatch(named -> absent.contains(named.canonicalName()));
    }
}
