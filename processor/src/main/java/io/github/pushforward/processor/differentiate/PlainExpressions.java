package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Refusal;

/** Sees to it that what stays as it is, because there is no room for a tangent beside it, needs none. */
final class PlainExpressions {
    private final Activity activity;

    PlainExpressions(Activity activity) {
        this.activity = activity;
    }

    /** Refuses an expression that changes something active. */
    void require(Expr expression) {
        for (Expr node : expression.subtree()) {
            if (node instanceof Expr.Assign assign && activity.isActive(assign.target())) {
                throw lostDerivative(assign.span());
            }
            if (node instanceof Expr.CompoundAssign assign && activity.isActive(assign.target())) {
                throw lostDerivative(assign.span());
            }
            if (node instanceof Expr.Call call && activity.writesActive(call)) {
                throw lostDerivative(call.span());
            }
        }
    }

    private static Refusal lostDerivative(Span span) {
        return new Refusal(
                Code.UnsupportedExpression,
                "something active is written to where its derivative cannot be: in an assertion, the guard of a case "
                        + "or the resource of a try",
                "write to it in a statement of its own, before or after",
                span);
    }
}
