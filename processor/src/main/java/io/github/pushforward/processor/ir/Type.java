package io.github.pushforward.processor.ir;

/** The type of an expression. */
public sealed interface Type permits Primitive, ArrayType, ClassType, FunctionType, DualType, NullType, Wildcard {

    /** Whether values of this type can carry a derivative: floating-point numbers, arrays of them, boxed ones. */
    default boolean carriesDerivative() {
        return elementType() instanceof Primitive primitive && primitive.isFloating();
    }

    /** The type of the tangents of values of this type: a boxed number has a plain one. */
    default Type tangentType() {
        return this;
    }

    /** Whether values of this type are references to what can be changed: arrays and objects, but for text and boxes. */
    default boolean isMutable() {
        return isArray() || (this instanceof ClassType && !equals(NumericTypes.STRING) && !Boxes.isBox(this));
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

    default boolean isFloating() {
        return this instanceof Primitive primitive && primitive.isFloating();
    }
}
