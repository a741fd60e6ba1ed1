package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a tangent statement may run before its primal statement without anyone seeing another exception. Array
 * and shadow have equal lengths, so that their accesses fail alike.
 */
final class ThrowOrder {
    private final TangentLocals tangents;

    ThrowOrder(TangentLocals tangents) {
        this.tangents = tangents;
    }

    /** Each list holds the expressions of one statement in evaluation order. */
    boolean mayPrecede(List<Expr> tangentStatement, List<Expr> primalStatement) {
        Optional<List<Expr>> first = accesses(tangentStatement);
        Optional<List<Expr>> second = accesses(primalStatement);
        return first.isPresent() && second.isPresent() && first.get().equals(second.get());
    }

    /** The array accesses that may fail, each once, in order; nothing where something else may fail. */
    private Optional<List<Expr>> accesses(List<Expr> expressions) {
        List<Expr> accesses = new ArrayList<>();
        for (Expr expression : expressions) {
            if (!collect(expression, accesses)) {
                return Optional.empty();
            }
        }
        return Optional.of(accesses);
    }

    private boolean collect(Expr expression, List<Expr> accesses) {
        for (Expr child : expression.children()) {
            if (!collect(child, accesses)) {
                return false;
            }
        }
        if (expression instanceof Expr.Element) {
            Expr access = overPrimals(expression);
            if (!accesses.contains(access)) {
                accesses.add(access);
            }
            return true;
        }
        if (expression instanceof Expr.Field field) {
            // What fails is to look into the object, which is null for value and tangent alike.
            Expr access = new Expr.Length(overPrimals(field.object()));
            if (Effects.ofNode(field).mayThrow() && !accesses.contains(access)) {
                accesses.add(access);
            }
            return true;
        }
        return !Effects.ofNode(expression).mayThrow();
    }

    private Expr overPrimals(Expr expression) {
        if (expression instanceof Expr.Read read) {
            return tangents.primalOf(read.local())
                    .map(primal -> (Expr) primal.read())
                    .orElse(read);
        }
        if (expression instanceof Expr.DualPart part) {
            return new Expr.DualPart(part.dual(), DualHalf.VALUE);
        }
        return expression.withChildren(
                expression.children().stream().map(this::overPrimals).toList());
    }
}
