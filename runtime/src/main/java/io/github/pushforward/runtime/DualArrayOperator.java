package io.github.pushforward.runtime;

import java.util.function.UnaryOperator;

/**
 * The dual form of a {@link UnaryOperator} of arrays; see {@link DualUnaryOperator}.
 *
 * @param <V> the type of argument and result, {@code double[]} for example
 * @param <T> the type of their tangents
 */
@FunctionalInterface
public interface DualArrayOperator<V, T> extends UnaryOperator<V>, DualFunction<V, V, T, T> {

    /** @throws IllegalArgumentException if {@code x} is not an array of numbers */
    @Override
    default V apply(V x) {
        return DualFunction.super.apply(x);
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param <V> the type of argument and result
     * @param <T> the type of their tangents
     * @param function the function
     */
    static <V, T> DualArrayOperator<V, T> constant(UnaryOperator<V> function) {
        return DualFunction.<V, V, T, T>constant(function)::apply;
    }
}
