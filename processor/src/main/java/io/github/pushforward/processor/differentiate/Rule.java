package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import org.jspecify.annotations.Nullable;

/** The tangent of one operation, as a formula over its operands, their tangents and its result. */
@FunctionalInterface
interface Rule {

    /** The tangent; {@code null} where it is zero whatever the operands' tangents are. */
    @Nullable
    Expr tangent(Operation operation);
}
