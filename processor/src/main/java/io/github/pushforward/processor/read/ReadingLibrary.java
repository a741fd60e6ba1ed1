package io.github.pushforward.processor.read;

import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The methods of the JDK that are given arrays, or objects that may be arrays, and only read them: by class and name. */
final class ReadingLibrary {
    private static final Map<String, Set<String>> METHODS = Map.of(
            "java.util.Arrays",
            Set.of(
                    "binarySearch",
                    "compare",
                    "deepEquals",
                    "deepHashCode",
                    "deepToString",
                    "equals",
                    "hashCode",
                    "mismatch",
                    "toString"),
            "java.util.Objects",
            Set.of(
                    "deepEquals",
                    "equals",
                    "hash",
                    "hashCode",
                    "isNull",
                    "nonNull",
                    "requireNonNull",
                    "toIdentityString",
                    "toString"),
            "java.lang.System",
            Set.of("identityHashCode"),
            "java.lang.String",
            Set.of("format", "valueOf"),
            "java.lang.reflect.Array",
            Set.of("getLength"));

    private ReadingLibrary() {}

    static boolean contains(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return METHODS.getOrDefault(owner, Set.of())
                .contains(method.getSimpleName().toString());
    }
}
