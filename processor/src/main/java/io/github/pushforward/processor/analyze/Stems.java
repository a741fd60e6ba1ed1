package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.SwitchExpr;

/** Names for intermediate results, after the operation that makes them. */
public final class Stems {
    private Stems() {}

    public static String of(Expr expression) {
        if (expression instanceof Expr.Call call) {
            return call.callee().name();
        }
        if (expression instanceof Expr.Binary binary) {
            return of(binary.op());
        }
        if (expression instanceof Expr.Element element && element.array() instanceof Expr.Read array) {
            return array.local().name() + "Element";
        }
        if (expression instanceof Expr.Read read) {
            return read.local().name() + "Before";
        }
        if (expression instanceof Expr.Step step && step.target() instanceof Expr.Read read) {
            return read.local().name() + "Before";
        }
        if (expression instanceof Expr.Conditional || expression instanceof SwitchExpr) {
            return "choice";
        }
        if (expression instanceof Expr.Field field) {
            return field.name();
        }
        if (expression instanceof Expr.NewObject made) {
            String name =
                    made.type().simpleNames().get(made.type().simpleNames().size() - 1);
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        if (expression instanceof Expr.Cast cast) {
            return of(cast.operand());
        }
        return expression instanceof Expr.Lambda ? "function" : "value";
    }

    private static String of(BinaryOp op) {
        return switch (op) {
            case MULTIPLY -> "product";
            case DIVIDE -> "quotient";
            case REMAINDER -> "remainder";
            case PLUS -> "sum";
            case MINUS -> "difference";
            default -> op.isComparison() || op.isLazy() ? "test" : "bits";
        };
    }
}
