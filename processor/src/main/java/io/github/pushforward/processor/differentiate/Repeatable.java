package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;

/** What may be written down twice: for a value and for its tangent. */
final class Repeatable {
    private Repeatable() {}

    /** Whether writing the expression down twice costs next to nothing and means the same. */
    static boolean is(Expr expression) {
        boolean integral = expression.type() instanceof Primitive primitive && !primitive.isFloating();
        if (integral) {
            return !expression.callsOrAssigns();
        }
        return expression instanceof Expr.Leaf
                || (expression instanceof Expr.DualPart part && part.dual() instanceof Expr.Read)
                || (isThin(expression) && expression.children().stream().allMatch(Repeatable::is));
    }

    private static boolean isThin(Expr expression) {
        return expression instanceof Expr.Element
                || expression instanceof Expr.Field
                || expression instanceof Expr.Unary
                || expression instanceof Expr.Cast;
    }

    /** A new array for the tangents of the elements of another; {@code null} for {@code null}. */
    static Expr shadowOfNew(Expr primal, Type type) {
        if (primal instanceof Expr.NewArray array && !array.type().carriesDerivative()) {
            return new Expr.NewArray(((ArrayType) type).tangentType(), array.lengths());
        }
        if (primal instanceof Expr.Cast cast) {
            return new Expr.Cast(cast.type().tangentType(), cast.operand(), cast.span());
        }
        return primal instanceof Expr.NewArray array
                ? new Expr.NewArray(array.type().tangentType(), array.lengths())
                : primal;
    }

    /** Whether an array is spelled out down to its numbers. */
    static boolean isNumbers(Expr expression) {
        return expression instanceof Expr.ArrayLiteral literal
                && literal.type().elementType().isFloating()
                && literal.elements().stream()
                        .allMatch(element -> !element.type().isArray() || isNumbers(element));
    }

    static Expr zeros(Expr.ArrayLiteral literal) {
        Type component = literal.type().component();
        return literal.withChildren(literal.elements().stream()
                .map(element -> element instanceof Expr.ArrayLiteral row ? zeros(row) : Simplify.zero(component))
                .toList());
    }

    /** Whether writing the expression down again makes the shadow: a new array of zeros, or null. */
    static boolean isNew(Expr expression) {
        boolean isNull = expression.equals(Expr.Literal.NULL)
                || (expression instanceof Expr.Cast cast && cast.operand().equals(Expr.Literal.NULL));
        return isNull
                || (expression instanceof Expr.NewArray array
                        && array.lengths().stream().allMatch(Repeatable::is));
    }
}
