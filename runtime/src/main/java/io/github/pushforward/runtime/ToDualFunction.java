package io.github.pushforward.runtime;

import java.util.function.ToDoubleFunction;

/**
 * The dual form of a {@link ToDoubleFunction} of arrays; see {@link DualUnaryOperator}.
 *
 * @param <V> the type of the argument, {@code double[]} for example
 * @param <T> the type of its tangents
 */
@FunctionalInterface
public interface ToDualFunction<V, T> extends ToDoubleFunction<V> {

    /**
     * {@return the value at {@code x} and its directional derivative along {@code xTangent}}
     *
     * @param x the argument
     * @param xTangent the tangent of {@code x}
     */
    Dual apply(V x, T xTangent);

    /** @throws IllegalArgumentException if {@code x} is not an array of numbers */
    @Override
    default double applyAsDouble(V x) {
        return apply(x, Shadows.<T>zerosLike(x)).value();
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param <V> the type of the argument
     * @param <T> the type of its tangent
     * @param function the function
     */
    static <V, T> ToDualFunction<V, T> constant(ToDoubleFunction<V> function) {
        return (x, xTangent) -> {
            Tangents.requireZero(xTangent);
            return new Dual(function.applyAsDouble(x), 0.0);
        };
    }
}
