package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;

/** What becomes of tangents by their types: of a number there is one in each lane, of an array one with the numbers of all lanes. */
final class LaneTypes {
    private LaneTypes() {}

    /** Numbers, and the duals of numbers that second derivatives have. */
    static boolean isNumber(Type type) {
        return type instanceof DualType dual
                ? isNumber(dual.part())
                : type instanceof Primitive primitive && primitive.isFloating();
    }

    /** Arrays of numbers, and the duals of such. */
    static boolean isArray(Type type) {
        return type instanceof DualType dual
                ? isArray(dual.part())
                : type instanceof ArrayType array && array.elementType().isFloating();
    }

    static void requireNumber(Type type) {
        if (!isNumber(type)) {
            throw new NoLanes("the tangent of an object or a function: " + type);
        }
    }
}
