package io.github.pushforward.processor.ir;

/**
 * The type of a sum that adds up as the JDK's streams do, compensating for rounding. Its value is a number, and so is its
 * tangent: the plain sum of the tangents, since the derivative of a sum is no matter of rounding.
 */
public final class RunningSum {
    public static final ClassType TYPE = ClassType.of("io.github.pushforward.runtime", "StreamSum");

    private RunningSum() {}
}
