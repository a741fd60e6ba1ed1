package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Primitive;
import java.util.List;
import java.util.Set;

/**
 * Methods without a body at hand that change the object they are called on, told by their names: a generator of random numbers
 * moves on, a list grows. Names that say the same everywhere are enough, since all that follows is a gradient less.
 */
final class StatefulLibrary {
    /** What takes values to print them, and gives none back. */
    private static final Set<String> SINKS = Set.of(
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.lang.System.Logger",
            "java.util.logging.Logger",
            "org.slf4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.apache.commons.logging.Log");

    private static final List<String> CHANGES = List.of(
            "next",
            "add",
            "put",
            "push",
            "pop",
            "poll",
            "offer",
            "remove",
            "clear",
            "append",
            "insert",
            "delete",
            "set",
            "increment",
            "decrement",
            "getAnd",
            "compareAnd",
            "accumulate",
            "update",
            "accept",
            "read",
            "write",
            "reset");

    private static final List<String> MAKERS =
            List.of("iterator", "listIterator", "of", "copy", "new", "create", "build", "asList", "clone");

    private static final List<String> CHECKS =
            List.of("check", "require", "validate", "verify", "ensure", "assert", "test", "is", "has");

    private StatefulLibrary() {}

    static boolean isSink(ClassType type) {
        return SINKS.contains(type.canonicalName());
    }

    /** Whether a call changes the object that it is called on, or a generator that everybody shares. */
    static boolean changes(Callee callee) {
        if (callee.kind() == Callee.Kind.FUNCTION) {
            return false;
        }
        if (callee.isStatic()) {
            return callee.name().equals("random") && callee.parameterTypes().isEmpty();
        }
        boolean isOrder = callee.result() == Primitive.VOID && !startsWithOneOf(CHECKS, callee.name());
        return !isSink(callee.owner()) && (isOrder || startsWithOneOf(CHANGES, callee.name()));
    }

    /** Whether what a call gives is an object of its own. */
    static boolean makes(Callee callee) {
        return startsWithOneOf(MAKERS, callee.name());
    }

    private static boolean startsWithOneOf(List<String> prefixes, String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
