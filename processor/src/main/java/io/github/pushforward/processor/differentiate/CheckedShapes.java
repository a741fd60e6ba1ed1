package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which tangent methods come in two: to check the tangents of arrays of arrays takes time for each row, which generated code that calls
 * the method in a loop must not pay. {@code loss} checks and calls {@code lossUnchecked}; generated code calls that one.
 */
final class CheckedShapes {
    private static final String SUFFIX = "Unchecked";

    private CheckedShapes() {}

    /** What the tangent method of an annotated method is called that does no more than a fixed number of checks. */
    static String unchecked(String name, List<Type> types, List<Boolean> active) {
        return haveRows(types, active) ? unchecked(name) : name;
    }

    static String unchecked(Callee annotated) {
        return unchecked(annotated.name(), annotated.parameterTypes(), annotated.active());
    }

    /** A name that a tangent class may use beside that of an annotated method. */
    static String unchecked(String name) {
        return name + SUFFIX;
    }

    /** What the method is called that such a method is the tangent of, which names its other forms. */
    static String stem(Callee tangent) {
        String name = tangent.name();
        return name.endsWith(SUFFIX) && haveRows(tangent.parameterTypes(), tangent.active())
                ? name.substring(0, name.length() - SUFFIX.length())
                : name;
    }

    private static boolean haveRows(List<Type> types, List<Boolean> active) {
        return IntStream.range(0, active.size())
                .anyMatch(i -> active.get(i) && types.get(i).rank() > 1);
    }
}
