package io.github.pushforward.processor.emit;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ClassType;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What generated classes must know of where they go.
 *
 * @param access who may use the class that they belong to
 * @param hidesJavaLang whether the package has a class of a name that generated code means from {@code java.lang}
 * @param isConcrete whether a class has objects of its own; those of other types may be constants, which have no tangent
 */
public record Surroundings(Access access, boolean hidesJavaLang, Predicate<ClassType> isConcrete) {
    /** The classes of {@code java.lang} that generated code names. */
    public static final Set<String> USED_JAVA_LANG = Set.of(
            "Math",
            "StrictMath",
            "System",
            "Override",
            "Object",
            "String",
            "Boolean",
            "Byte",
            "Short",
            "Character",
            "Integer",
            "Long",
            "Float",
            "Double");
}
