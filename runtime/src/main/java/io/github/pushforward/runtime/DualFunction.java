package io.github.pushforward.runtime;

import java.util.function.Function;

/**
 * The dual form of a {@link Function} between arrays; see {@link DualUnaryOperator}.
 *
 * @param <V> the type of the argument, {@code double[]} for example
 * @param <R> the type of the result
 * @param <T> the type of the tangents of the argument
 * @param <S> the type of the tangents of the result
 */
@FunctionalInterface
public interface DualFunction<V, R, T, S> extends Function<V, R> {

    /**
     * {@return the value at {@code x} and its directional derivative along {@code xTangent}}
     *
     * @param x the argument
     * @param xTangent the tangent of {@code x}
     */
    DualOf<R, S> apply(V x, T xTangent);

    /** @throws IllegalArgumentException if {@code x} is not an array of numbers */
    @Override
    default R apply(V x) {
        return apply(x, Shadows.<T>zerosLike(x)).value();
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param <V> the type of the argument
     * @param <R> the type of the result
     * @param <T> the type of the tangent of the argument
     * @param <S> the type of the tangent of the result
     * @param function the function
     */
    static <V, R, T, S> DualFunction<V, R, T, S> constant(Function<V, R> function) {
        return (x, xTangent) -> {
            Tangents.requireZero(xTangent);
            R value = function.apply(x);
            return new DualOf<>(value, Shadows.<S>zerosLike(value));
        };
    }
}
