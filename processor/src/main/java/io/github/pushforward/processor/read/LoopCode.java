package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small statements and conditions that the loops of pipelines are made of. */
final class LoopCode {
    static final Expr ZERO = new Expr.Literal(Primitive.INT, 0);

    private LoopCode() {}

    static Expr truth(boolean value) {
        return new Expr.Literal(Primitive.BOOLEAN, value);
    }

    static Expr test(Expr left, BinaryOp op, Expr right) {
        return new Expr.Binary(op, left, right, Primitive.BOOLEAN);
    }

    static Expr not(Expr condition) {
        return condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT
                ? unary.operand()
                : new Expr.Unary(UnaryOp.NOT, condition, Primitive.BOOLEAN);
    }

    static @Nullable Expr and(@Nullable Expr one, @Nullable Expr other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return test(one, BinaryOp.CONDITIONAL_AND, other);
    }

    static Stmt set(Local local, Expr value) {
        return set(local.read(), value);
    }

    static Stmt set(Expr target, Expr value) {
        return new Stmt.Evaluate(new Expr.Assign(target, value, Span.NONE));
    }

    static Stmt add(Local sum, Expr element) {
        return new Stmt.Evaluate(new Expr.CompoundAssign(sum.read(), BinaryOp.PLUS, element, Span.NONE));
    }

    static Stmt increase(Local counter) {
        return new Stmt.Evaluate(new Expr.Step(counter.read(), true, false));
    }

    static Stmt decrease(Local counter) {
        return new Stmt.Evaluate(new Expr.Step(counter.read(), false, false));
    }

    static Stmt when(Expr condition, Stmt... then) {
        return new Stmt.If(condition, new Stmt.Block(List.of(then)), null);
    }
}
