package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;

/** Says where a tangent method outgrows what a class file can hold, or what HotSpot compiles. */
final class SizeLimits {
    /** How much larger than the code the bound on it may be, so that no advisory is given without need. */
    private static final double LOOSENESS = 1.25;

    private SizeLimits() {}

    static void check(Method source, Method tangent, boolean advises, Reporter reporter) {
        int size = CodeSize.of(tangent);
        int slots = CodeSize.slots(tangent);
        if (slots > CodeSize.PARAMETER_SLOTS) {
            reporter.report(new Problem(
                    Code.MethodTooLarge,
                    "the tangent of " + source.name() + " has parameters for " + slots
                            + " words, and a method can have no more than " + CodeSize.PARAMETER_SLOTS,
                    "pass numbers in an array, or mark parameters @Constant",
                    source.span()));
        } else if (size > CodeSize.POSSIBLE) {
            reporter.report(new Problem(
                    Code.MethodTooLarge,
                    "the tangent of " + source.name() + " has about " + size
                            + " byte codes, and a class file has room for no more than " + CodeSize.POSSIBLE,
                    "move parts of " + source.name() + " into methods of this class",
                    source.span()));
        } else if (advises && size > LOOSENESS * CodeSize.COMPILED) {
            reporter.advise(new Problem(
                    Code.MethodTooLarge,
                    "the tangent of " + source.name() + " has about " + size
                            + " byte codes, and HotSpot compiles no method of more than " + CodeSize.COMPILED
                            + ": it will be interpreted, which is many times slower",
                    "move parts of " + source.name()
                            + " into methods of this class, or silence this by @SuppressWarnings(\"pushforward\")",
                    source.span()));
        }
    }
}
