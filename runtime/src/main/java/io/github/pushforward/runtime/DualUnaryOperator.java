package io.github.pushforward.runtime;

import java.util.function.DoubleUnaryOperator;

/**
 * The dual form of a {@link DoubleUnaryOperator}: takes a tangent beside its argument, and gives one beside its value. Tangent
 * methods take it in place of the plain function. It can be used as that as well.
 */
@FunctionalInterface
public interface DualUnaryOperator extends DoubleUnaryOperator {

    /**
     * {@return the value at {@code x} and its directional derivative: along {@code xTangent}, and along the tangents
     * of what the function captures}
     *
     * @param x the argument
     * @param xTangent the tangent of {@code x}
     */
    Dual apply(double x, double xTangent);

    @Override
    default double applyAsDouble(double x) {
        return apply(x, 0.0).value();
    }

    /**
     * This function after another one.
     *
     * @param before what is applied first
     * @return {@code x ↦ this(before(x))}
     */
    default DualUnaryOperator compose(DualUnaryOperator before) {
        return (x, xTangent) -> {
            Dual inner = before.apply(x, xTangent);
            return apply(inner.value(), inner.tangent());
        };
    }

    /**
     * This function, then another one.
     *
     * @param after what is applied to the result
     * @return {@code x ↦ after(this(x))}
     */
    default DualUnaryOperator andThen(DualUnaryOperator after) {
        return after.compose(this);
    }

    /** {@return the identity: its value is its argument, its tangent that of the argument} */
    static DualUnaryOperator identity() {
        return Dual::new;
    }

    /**
     * {@return a plain function as a constant: for one that captures nothing active and never receives an active
     * value}
     *
     * <p>It throws an {@link IllegalArgumentException} where it does receive one, that is a tangent other than zero.
     *
     * @param function the function
     */
    static DualUnaryOperator constant(DoubleUnaryOperator function) {
        return (x, xTangent) -> {
            Tangents.requireZero(xTangent);
            return new Dual(function.applyAsDouble(x), 0.0);
        };
    }
}
