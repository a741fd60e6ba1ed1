package io.github.pushforward.runtime;

import java.util.function.ToDoubleBiFunction;

/**
 * The dual form of a {@link ToDoubleBiFunction} of arrays; see {@link DualUnaryOperator}.
 *
 * @param <V> the type of the first argument, {@code double[]} for example
 * @param <W> the type of the second argument
 * @param <T> the type of the tangents of the first
 * @param <U> the type of the tangents of the second
 */
@FunctionalInterface
public interface ToDualBiFunction<V, W, T, U> extends ToDoubleBiFunction<V, W> {

    /**
     * {@return the value at {@code (x, y)} and its directional derivative}
     *
     * @param x the first argument
     * @param y the second argument
     * @param xTangent the tangent of {@code x}
     * @param yTangent the tangent of {@code y}
     */
    Dual apply(V x, W y, T xTangent, U yTangent);

    /** @throws IllegalArgumentException if an argument is not an array of numbers */
    @Override
    default double applyAsDouble(V x, W y) {
        return apply(x, y, Shadows.<T>zerosLike(x), Shadows.<U>zerosLike(y)).value();
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param <V> the type of the first argument
     * @param <W> the type of the second argument
     * @param <T> the type of the tangent of the first
     * @param <U> the type of the tangent of the second
     * @param function the function
     */
    static <V, W, T, U> ToDualBiFunction<V, W, T, U> constant(ToDoubleBiFunction<V, W> function) {
        return (x, y, xTangent, yTangent) -> {
            Tangents.requireZero(xTangent);
            Tangents.requireZero(yTangent);
            return new Dual(function.applyAsDouble(x, y), 0.0);
        };
    }
}
