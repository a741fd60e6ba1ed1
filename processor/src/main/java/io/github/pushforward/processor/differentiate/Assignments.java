package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;

/** Writes assignments in the form that a person would choose. */
final class Assignments {
    private Assignments() {}

    static Stmt set(Local local, Expr value) {
        return assign(local.read(), value);
    }

    static Stmt assign(Expr target, Expr value) {
        return new Stmt.Evaluate(new Expr.Assign(target, value, Span.NONE));
    }

    /** What {@code target op= value} computes: the operation in the promoted type, narrowed to the target's. */
    static Expr expanded(Expr.CompoundAssign assign) {
        Type type = assign.target().type();
        Type wide =
                NumericTypes.binary(assign.op(), type, assign.value().type()).orElseThrow();
        Expr result = new Expr.Binary(assign.op(), Boxes.unboxed(assign.target()), assign.value(), wide);
        return wide.equals(Boxes.unboxed(type)) ? result : new Expr.Cast(type, result, assign.span());
    }

    /** {@code target op= value} where the value reads so, narrowing included; else a plain assignment. */
    static Stmt compact(Expr target, Expr value) {
        Expr inner = value instanceof Expr.Cast cast && cast.type().equals(target.type()) ? cast.operand() : value;
        if (inner instanceof Expr.Binary binary
                && binary.left().equals(Boxes.unboxed(target))
                && isArithmetic(binary.op())) {
            return new Stmt.Evaluate(new Expr.CompoundAssign(target, binary.op(), binary.right(), Span.NONE));
        }
        return assign(target, value);
    }

    private static boolean isArithmetic(BinaryOp op) {
        return op.precedence() >= BinaryOp.PLUS.precedence();
    }
}
