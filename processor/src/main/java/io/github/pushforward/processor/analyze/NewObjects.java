package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What constructors of active classes may do: the object itself is made by the constructor as it is, and its tangent by the same
 * statements run once more, which must not be noticed.
 */
final class NewObjects {
    private final Summaries summaries;
    private final Predicate<Expr> isVaried;

    NewObjects(Summaries summaries, Predicate<Expr> isVaried) {
        this.summaries = summaries;
        this.isVaried = isVaried;
    }

    Optional<Problem> problem(Expr.NewObject made) {
        if (!made.type().isActive() && made.type().holding() != ClassType.Holding.BARRED) {
            return Optional.empty();
        }
        for (int i = 0; i < made.arguments().size(); i++) {
            Expr argument = made.arguments().get(i);
            if (argument.type().carriesDerivative() && !made.construction().keeps(i) && isVaried.test(argument)) {
                return Optional.of(forgotten(made, argument));
            }
        }
        Callee body = made.construction().body();
        boolean isActive = made.arguments().stream().anyMatch(isVaried);
        return body == null || !isActive ? Optional.empty() : problem(made, body);
    }

    /** Of an object that has no tangent, where a variable that has one may refer to it. */
    static Problem forgotten(Expr.NewObject made, Expr argument) {
        if (!made.type().isActive()) {
            return new Problem(
                    Code.ConstantReceivesActiveValue,
                    "new " + made.type() + " is given a value that depends on an active parameter, and has no tangent, "
                            + "unlike other objects of the types that it implements or extends",
                    "mark " + made.type() + " @Differentiable",
                    made.span());
        }
        return new Problem(
                Code.ConstantReceivesActiveValue,
                "new " + made.type() + " puts a value of type " + argument.type()
                        + " that depends on an active parameter where it has no tangent: into a field that is @Constant, "
                        + "or of a superclass that is not marked @Differentiable",
                "take off that @Constant, or mark the class",
                made.span());
    }

    private Optional<Problem> problem(Expr.NewObject made, Callee body) {
        if (!summaries.of(body).written().isEmpty()) {
            return Optional.of(twice(made, "writes to an array or an object that it is given"));
        }
        boolean lasts = summaries
                .body(body)
                .flatMap(method -> new LastingWrites(summaries).in(method))
                .isPresent();
        return lasts ? Optional.of(twice(made, "leaves something behind that outlives the call")) : Optional.empty();
    }

    private static Problem twice(Expr.NewObject made, String what) {
        return new Problem(
                Code.UnsupportedExpression,
                "the constructor of " + made.type() + " computes what it puts into fields, so that it is run again for "
                        + "the tangent, and " + what,
                "let the constructor assign its parameters alone, and do the rest in a static method that calls it",
                made.span());
    }
}
