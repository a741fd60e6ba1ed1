package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;

/** What may be one place under two names: array elements of one type, a field of two objects. */
public final class Aliases {
    private Aliases() {}

    /** Whether evaluating the expression may read what an assignment to the target writes. */
    public static boolean mayRead(Expr expression, Expr target) {
        if (target instanceof Expr.Field field) {
            return expression.subtree().stream()
                    .anyMatch(node -> node instanceof Expr.Field other
                            && other.name().equals(field.name())
                            && other.owner().equals(field.owner()));
        }
        return target instanceof Expr.Element
                && expression.subtree().stream()
                        .anyMatch(node ->
                                node instanceof Expr.Element && node.type().equals(target.type()));
    }
}
