package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An operation r = op(x, y, z) as a rule sees it. Asking for an operand or for the result makes it cheap to use twice:
 * where it is not a variable or the like already, it is computed once and kept in a variable.
 */
interface Operation {

    Expr operand(int index);

    /** How many operands there are. */
    int arity();

    /** The tangent of an operand; {@code null} where it is not active. */
    @Nullable
    Expr tangent(int index);

    Expr result();

    /** A function of the class that the operation itself comes from: {@code Math}, {@code StrictMath} or one like them. */
    Expr function(String name, Expr... arguments);

    default Expr x() {
        return operand(0);
    }

    default Expr y() {
        return operand(1);
    }

    default @Nullable Expr dx() {
        return tangent(0);
    }

    default @Nullable Expr dy() {
        return tangent(1);
    }

    default @Nullable Expr dx(UnaryOperator<Expr> use) {
        Expr tangent = dx();
        return tangent == null ? null : use.apply(tangent);
    }

    default @Nullable Expr dy(UnaryOperator<Expr> use) {
        Expr tangent = dy();
        return tangent == null ? null : use.apply(tangent);
    }
}
