package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import org.jspecify.annotations.Nullable;

/**
 * An expression and the tangent that goes with it.
 *
 * @param tangent {@code null} where the tangent is zero because nothing active is involved
 * @param isFunction whether it is a function in its dual form, which is its own tangent
 */
record Linear(Expr primal, @Nullable Expr tangent, boolean isFunction) {

    Linear(Expr primal, @Nullable Expr tangent) {
        this(primal, tangent, false);
    }

    static Linear constant(Expr primal) {
        return new Linear(primal, null);
    }

    static Linear function(Expr dualForm) {
        return new Linear(dualForm, dualForm, true);
    }
}
