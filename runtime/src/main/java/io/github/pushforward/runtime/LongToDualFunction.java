package io.github.pushforward.runtime;

import java.util.function.LongToDoubleFunction;

/** The dual form of a {@link LongToDoubleFunction}; see {@link DualUnaryOperator}. */
@FunctionalInterface
public interface LongToDualFunction extends LongToDoubleFunction {

    /**
     * {@return the value at {@code n} and its directional derivative, along the tangents of what the function
     * captures}
     *
     * @param n the argument
     */
    Dual apply(long n);

    @Override
    default double applyAsDouble(long n) {
        return apply(n).value();
    }

    /**
     * {@return a plain function as a constant: for one that captures nothing active}
     *
     * @param function the function
     */
    static LongToDualFunction constant(LongToDoubleFunction function) {
        return n -> new Dual(function.applyAsDouble(n), 0.0);
    }
}
