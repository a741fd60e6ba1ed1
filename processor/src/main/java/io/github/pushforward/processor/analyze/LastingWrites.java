package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a method writes that outlives its call: a field, or an array that a field holds. The next call starts from there, so that
 * several passes over such a method are not passes over one function.
 */
public final class LastingWrites {
    private final Summaries summaries;
    private final Sources sources;
    private final Set<String> visited = new HashSet<>();

    public LastingWrites(Summaries summaries) {
        this.summaries = summaries;
        this.sources = new Sources(summaries);
    }

    /** The first write, in the method or in one that it calls, as an advisory; nothing where there is none. */
    public Optional<Problem> in(Method method) {
        if (!visited.add(method.callee().signature())) {
            return Optional.empty();
        }
        return method.body()
                .allExpressions()
                .flatMap(node -> writtenBy(node, method).stream())
                .findFirst();
    }

    private Optional<Problem> writtenBy(Expr node, Method method) {
        if (node instanceof Expr.Assign assign) {
            return write(assign.target(), assign.span(), method);
        }
        if (node instanceof Expr.CompoundAssign assign) {
            return write(assign.target(), assign.span(), method);
        }
        if (node instanceof Expr.Step step) {
            return write(step.target(), step.span(), method);
        }
        return node instanceof Expr.Call call ? summaries.body(call.callee()).flatMap(this::in) : Optional.empty();
    }

    private Optional<Problem> write(Expr target, Span span, Method method) {
        if (target instanceof Expr.Field field && isMadeHere(field.object(), method)) {
            return Optional.empty();
        }
        return target instanceof Expr.Read
                ? Optional.empty()
                : sources.stored(target).stream()
                        .filter(Place.Field.class::isInstance)
                        .map(place -> problem(((Place.Field) place).name(), span))
                        .findFirst();
    }

    /** Whether the object is a variable of the method to which nothing but new objects are ever assigned. */
    private static boolean isMadeHere(Expr object, Method method) {
        return object instanceof Expr.Read read
                && method.parameters().stream()
                        .noneMatch(parameter -> parameter.local().equals(read.local()))
                && method.body().subtree().stream().allMatch(statement -> keepsNew(read.local(), statement));
    }

    private static boolean keepsNew(Local local, Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.local().equals(local)) {
            return declare.initializer() == null || declare.initializer() instanceof Expr.NewObject;
        }
        return statement.expressions().stream()
                .flatMap(expression -> expression.subtree().stream())
                .allMatch(node -> !(node instanceof Expr.Assign assign)
                        || !assign.target().equals(local.read())
                        || assign.value() instanceof Expr.NewObject);
    }

    private static Problem problem(String field, Span span) {
        return new Problem(
                Code.NoGradient,
                "the field " + field
                        + " is written to and outlives the call, so that each pass would start from what the one "
                        + "before it left: no *Gradient method is generated",
                "move the write out of the differentiable method, or silence this by @SuppressWarnings(\"pushforward\") "
                        + "where the tangent alone is wanted",
                span);
    }
}
