package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import org.jspecify.annotations.Nullable;

/**
 * An expression and the tangent that goes with it.
 *
 * @param tangent {@code null} where the tangent is zero because nothing active is involved
 */
record Linear(Expr primal, @Nullable Expr tangent) {

    static Linear constant(Expr primal) {
        return new Linear(primal, null);
    }
}
