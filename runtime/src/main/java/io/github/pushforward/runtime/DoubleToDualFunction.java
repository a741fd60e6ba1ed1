package io.github.pushforward.runtime;

import java.util.function.DoubleFunction;

/**
 * The dual form of a {@link DoubleFunction} that gives an array; see {@link DualUnaryOperator}.
 *
 * @param <V> the type of the result, {@code double[]} for example
 * @param <T> the type of its tangents
 */
@FunctionalInterface
public interface DoubleToDualFunction<V, T> extends DoubleFunction<V> {

    /**
     * {@return the value at {@code x} and its directional derivative along {@code xTangent}}
     *
     * @param x the argument
     * @param xTangent the tangent of {@code x}
     */
    DualOf<V, T> apply(double x, double xTangent);

    @Override
    default V apply(double x) {
        return apply(x, 0.0).value();
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param <V> the type of the value
     * @param <T> the type of its tangent
     * @param function the function
     */
    static <V, T> DoubleToDualFunction<V, T> constant(DoubleFunction<V> function) {
        return (x, xTangent) -> {
            Tangents.requireZero(xTangent);
            V value = function.apply(x);
            return new DualOf<>(value, Shadows.<T>zerosLike(value));
        };
    }
}
