package io.github.pushforward.runtime;

import java.util.function.IntToDoubleFunction;

/** The dual form of an {@link IntToDoubleFunction}; see {@link DualUnaryOperator}. */
@FunctionalInterface
public interface IntToDualFunction extends IntToDoubleFunction {

    /**
     * {@return the value at {@code n} and its directional derivative, along the tangents of what the function
     * captures}
     *
     * @param n the argument
     */
    Dual apply(int n);

    @Override
    default double applyAsDouble(int n) {
        return apply(n).value();
    }

    /**
     * {@return a plain function as a constant: for one that captures nothing active}
     *
     * @param function the function
     */
    static IntToDualFunction constant(IntToDoubleFunction function) {
        return n -> new Dual(function.applyAsDouble(n), 0.0);
    }
}
