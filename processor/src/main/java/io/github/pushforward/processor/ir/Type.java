package io.github.pushforward.processor.ir;

/** The type of an expression. */
public sealed interface Type permits Primitive, ArrayType, ClassType, FunctionType, DualType, NullType, Wildcard {

    /**
     * Whether values of this type can carry a derivative: floating-point numbers, boxed ones, objects of classes marked
     * {@code @Differentiable}, arrays of numbers and of such objects.
     */
    default boolean carriesDerivative() {
        return isFloating();
    }

    /** The type of the tangents of values of this type: a boxed number has a plain one, an object one of a class of its own. */
    default Type tangentType() {
        return this;
    }

    /** Whether values of this type are references to what can be changed: arrays and objects, but for text and boxes. */
    default boolean isMutable() {
        return isArray()
                || (this instanceof ClassType type
                        && type.holding() != ClassType.Holding.VALUES
                        && !equals(NumericTypes.STRING)
                        && !equals(RunningSum.TYPE)
                        && !Boxes.isBox(this));
    }

    /** The type at the bottom of the array dimensions; the type itself where there are none. */
    default Type elementType() {
        return this;
    }

    /** The number of array dimensions. */
    default int rank() {
        return 0;
    }

    default boolean isArray() {
        return rank() > 0;
    }

    /** Whether values of this type are references to what may hold active values: arrays and objects. */
    default boolean isActiveMemory() {
        return carriesDerivative() && isMutable();
    }

    default boolean isFloating() {
        return this instanceof Primitive primitive && primitive.isFloating();
    }
}
