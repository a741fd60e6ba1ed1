package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ClassType;
import java.util.Set;

/** The classes whose functions of numbers have the names and the meanings of those of {@code Math}, and perhaps a few more. */
final class MathLibraries {
    private static final Set<String> CLASSES = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "org.apache.commons.math3.util.FastMath",
            "org.apache.commons.math.util.FastMath",
            "org.apache.commons.math4.core.jdkmath.AccurateMath",
            "org.apache.commons.math4.core.jdkmath.JdkMath",
            "org.hipparchus.util.FastMath",
            "net.jafama.FastMath",
            "net.jafama.StrictFastMath");

    private MathLibraries() {}

    static boolean contains(ClassType type) {
        return CLASSES.contains(type.canonicalName());
    }
}
