package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Set;

/** The functions of numbers that {@code Double} and {@code Float} have: those of {@code Math}, and ways into a box and out. */
final class BoxFunctions {
    private static final Set<String> CLASSES = Set.of("java.lang.Double", "java.lang.Float");
    private static final Set<String> NAMES = Set.of("sum", "max", "min", "valueOf", "doubleValue", "floatValue");

    private BoxFunctions() {}

    /** @param parameterTypes with the receiver first, where there is one */
    static boolean contains(ClassType owner, String name, List<Type> parameterTypes) {
        return CLASSES.contains(owner.canonicalName())
                && NAMES.contains(name)
                && parameterTypes.stream().allMatch(Type::carriesDerivative);
    }
}
