package io.github.pushforward.runtime;

import java.util.function.LongToDoubleFunction;

/** The dual form of a {@link LongToDoubleFunction}; see {@link DualUnaryOperator}. */
@FunctionalInterface
public interface LongToDualFunction extends LongToDoubleFunction {

    /** The value at {@code n} and its directional derivative, along the tangents of what the function captures. */
    Dual apply(long n);

    @Override
    default double applyAsDouble(long n) {
        return apply(n).value();
    }

    /** A plain function as a constant: for one that captures nothing active. */
    static LongToDualFunction constant(LongToDoubleFunction function) {
        return n -> new Dual(function.applyAsDouble(n), 0.0);
    }
}
