package io.github.pushforward.runtime;

import java.util.function.DoubleSupplier;

/** The dual form of a {@link DoubleSupplier}; see {@link DualUnaryOperator}. */
@FunctionalInterface
public interface DualSupplier extends DoubleSupplier {

    /** {@return the value and its directional derivative, along the tangents of what the function captures} */
    Dual get();

    @Override
    default double getAsDouble() {
        return get().value();
    }

    /**
     * {@return a plain function as a constant: for one that captures nothing active}
     *
     * @param function the function
     */
    static DualSupplier constant(DoubleSupplier function) {
        return () -> new Dual(function.getAsDouble(), 0.0);
    }
}
