package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.NumericTypes;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.UnaryOp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds tangent expressions in which a zero, written {@code null}, costs nothing. */
final class Simplify {
    static final Expr ZERO = number(0);

    private Simplify() {}

    static Expr number(double value) {
        return new Expr.Literal(Primitive.DOUBLE, value);
    }

    static @Nullable Expr plus(@Nullable Expr left, @Nullable Expr right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Expr positive = withoutSign(right);
        return positive == null ? binary(BinaryOp.PLUS, left, right) : binary(BinaryOp.MINUS, left, positive);
    }

    static @Nullable Expr minus(@Nullable Expr left, @Nullable Expr right) {
        if (right == null) {
            return left;
        }
        if (left == null) {
            return negate(right);
        }
        Expr positive = withoutSign(right);
        return positive == null ? binary(BinaryOp.MINUS, left, right) : binary(BinaryOp.PLUS, left, positive);
    }

    /** What a minus stands before; not an integer, the negative of which may be itself. */
    private static @Nullable Expr withoutSign(Expr expression) {
        boolean isNegated = expression instanceof Expr.Unary unary
                && unary.op() == UnaryOp.MINUS
                && unary.operand().type().isFloating();
        return isNegated ? ((Expr.Unary) expression).operand() : null;
    }

    static @Nullable Expr negate(@Nullable Expr operand) {
        if (operand == null) {
            return null;
        }
        if (operand instanceof Expr.Unary negated && negated.op() == UnaryOp.MINUS) {
            return negated.operand();
        }
        boolean isProduct = operand instanceof Expr.Binary binary
                && (binary.op() == BinaryOp.MULTIPLY || binary.op() == BinaryOp.DIVIDE);
        if (isProduct && operand.children().get(0).type().isFloating()) {
            // Changing the sign of a factor is exact: -(a * b) is -a * b. That of an integer may overflow.
            List<Expr> factors = operand.children();
            return operand.withChildren(List.of(Objects.requireNonNull(negate(factors.get(0))), factors.get(1)));
        }
        return new Expr.Unary(UnaryOp.MINUS, operand, operand.type());
    }

    /** The same sign before the operand, two minuses left out. */
    static Expr signed(Expr.Unary unary) {
        if (unary.op() != UnaryOp.MINUS) {
            return unary.operand();
        }
        return unary.operand() instanceof Expr.Unary inner && inner.op() == UnaryOp.MINUS ? inner.operand() : unary;
    }

    /** A cast, left out where the operand has the type already. */
    static Expr cast(Expr expression) {
        boolean isIdle = expression instanceof Expr.Cast cast
                && cast.type().equals(cast.operand().type());
        return isIdle ? expression.children().get(0) : expression;
    }

    static Expr times(Expr left, Expr right) {
        return binary(BinaryOp.MULTIPLY, left, right);
    }

    static Expr divide(Expr left, Expr right) {
        return binary(BinaryOp.DIVIDE, left, right);
    }

    /** The zero among the tangents of numbers of a type. */
    static Expr zero(Type type) {
        return type.tangentType() == Primitive.FLOAT ? new Expr.Literal(Primitive.FLOAT, 0.0f) : ZERO;
    }

    static Expr orZero(@Nullable Expr tangent) {
        return tangent == null ? ZERO : tangent;
    }

    static Expr binary(BinaryOp op, Expr left, Expr right) {
        Type type = NumericTypes.binary(op, left.type(), right.type()).orElseThrow();
        return new Expr.Binary(op, left, right, type);
    }

    /** The tangent in the type of its primal, which may be narrower than the arithmetic of the rule. */
    static @Nullable Expr as(Type type, @Nullable Expr tangent) {
        boolean narrows =
                tangent != null && type.tangentType() == Primitive.FLOAT && tangent.type() == Primitive.DOUBLE;
        return narrows ? new Expr.Cast(Primitive.FLOAT, tangent, Span.NONE) : tangent;
    }
}
