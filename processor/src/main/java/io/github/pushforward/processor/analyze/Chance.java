package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import java.util.Optional;
import java.util.Set;

/** Generators of random numbers that begin somewhere else at each call: no two passes over such a method are over one function. */
final class Chance {
    /** Classes whose constructor without arguments takes a seed from the system. */
    private static final Set<String> UNSEEDED =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    /** Methods without a seed that give a generator, or the number itself. */
    private static final Set<String> DRAWS = Set.of(
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGeneratorFactory.create",
            "java.util.UUID.randomUUID");

    private Chance() {}

    /** How the source calls what is another at each call, if it is. */
    static Optional<String> in(Expr node) {
        if (node instanceof Expr.NewObject made
                && made.arguments().isEmpty()
                && UNSEEDED.contains(made.type().canonicalName())) {
            return Optional.of("new " + made.type().simpleName() + "()");
        }
        if (node instanceof Expr.Call call && DRAWS.contains(name(call.callee())) && !isSeeded(call)) {
            return Optional.of(
                    call.callee().owner().simpleName() + "." + call.callee().name());
        }
        return Optional.empty();
    }

    private static String name(Callee callee) {
        return callee.owner().canonicalName() + "." + callee.name();
    }

    /** {@code factory.create(42)}: of the receiver, nothing is asked. */
    private static boolean isSeeded(Expr.Call call) {
        return call.callee().name().equals("create") && call.arguments().size() > 1;
    }
}
