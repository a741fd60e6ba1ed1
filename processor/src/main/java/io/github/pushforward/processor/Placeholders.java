package io.github.pushforward.processor;

import io.github.pushforward.processor.differentiate.Sibling;
import io.github.pushforward.processor.emit.PlaceholderClass;
import io.github.pushforward.processor.emit.Surroundings;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.read.MethodReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/** What uses of the siblings of classes with errors refer to, so that they are no errors as well. */
final class Placeholders {
    /** The tangent classes that are not generated, by their names. */
    private final Set<String> absent = new HashSet<>();

    /**
     * Writes those of a class. They spare the user what follows from an error, and must not add another one where the source is such
     * that they cannot be made.
     *
     * @return the functional interfaces in the signatures of its methods, whose dual forms were to be generated as well
     */
    List<FunctionType> write(
            TypeElement owner, MethodReader reader, Supplier<Surroundings> surroundings, SourceFiles files) {
        ClassType type = reader.type(owner);
        absent.add(type.sibling("Tangent").canonicalName());
        try {
            List<Method> outlines = PendingMethods.annotatedIn(owner).stream()
                    .flatMap(element -> reader.outline(element).stream())
                    .toList();
            write(owner, type, outlines, surroundings.get(), files);
            return outlines.stream()
                    .flatMap(outline -> outline.callee().parameterTypes().stream())
                    .filter(FunctionType.class::isInstance)
                    .map(FunctionType.class::cast)
                    .toList();
        } catch (RuntimeException broken) {
            return List.of(); // the error that is known will do
        }
    }

    private static void write(
            TypeElement owner, ClassType type, List<Method> outlines, Surroundings surroundings, SourceFiles files) {
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
