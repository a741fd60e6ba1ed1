package io.github.pushforward.runtime;

import java.util.function.DoubleBinaryOperator;

/** The dual form of a {@link DoubleBinaryOperator}; see {@link DualUnaryOperator}. */
@FunctionalInterface
public interface DualBinaryOperator extends DoubleBinaryOperator {

    /**
     * {@return the value at {@code (x, y)} and its directional derivative}
     *
     * @param x the first argument
     * @param y the second argument
     * @param xTangent the tangent of {@code x}
     * @param yTangent the tangent of {@code y}
     */
    Dual apply(double x, double y, double xTangent, double yTangent);

    @Override
    default double applyAsDouble(double x, double y) {
        return apply(x, y, 0.0, 0.0).value();
    }

    /**
     * {@return a plain function as a constant, which throws where it receives an active value}
     *
     * @param function the function
     */
    static DualBinaryOperator constant(DoubleBinaryOperator function) {
        return (x, y, xTangent, yTangent) -> {
            Tangents.requireZero(xTangent);
            Tangents.requireZero(yTangent);
            return new Dual(function.applyAsDouble(x, y), 0.0);
        };
    }
}
