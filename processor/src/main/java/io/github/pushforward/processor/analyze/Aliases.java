package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;

/** What may be one place under two names: array elements of one type. */
public final class Aliases {
    private Aliases() {}

    /** Whether evaluating the expression may read the element that an assignment to the target writes. */
    public static boolean mayRead(Expr expression, Expr target) {
        return target instanceof Expr.Element
                && expression.subtree().stream()
                        .anyMatch(node ->
                                node instanceof Expr.Element && node.type().equals(target.type()));
    }
}
