package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.Set;

/** The functions of the JDK whose derivatives the rule table has. */
public final class RuledFunctions {
    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");
    private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");
    private static final Set<String> OF_BOXES = Set.of("sum", "max", "min", "valueOf", "doubleValue", "floatValue");

    private RuledFunctions() {}

    /** @param parameterTypes with the receiver first, where there is one */
    public static boolean contains(ClassType owner, String name, List<Type> parameterTypes) {
        return MATH.contains(owner.canonicalName())
                || (BOXES.contains(owner.canonicalName())
                        && OF_BOXES.contains(name)
                        && parameterTypes.stream().allMatch(Type::carriesDerivative));
    }
}
