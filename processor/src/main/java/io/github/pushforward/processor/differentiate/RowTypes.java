package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What becomes of tangents by their types where each number of them is a row, of one number for each direction. */
final class RowTypes {
    static final ArrayType ROW = new ArrayType(Primitive.DOUBLE);
    static final ArrayType ROWS = new ArrayType(ROW);

    /** The most dimensions of arrays that views know how to fill. */
    private static final int MOST_DIMENSIONS = 3;

    private RowTypes() {}

    /** Whether tangents of a type can be rows: numbers of type {@code double}, and arrays of those. */
    static boolean has(Type type) {
        return type.elementType() == Primitive.DOUBLE && type.rank() <= MOST_DIMENSIONS;
    }

    /** {@code double[]} for {@code double}, {@code double[][]} for {@code double[]}. */
    static ArrayType of(Type tangent) {
        if (tangent instanceof ArrayType array) {
            return new ArrayType(of(array.component()));
        }
        if (tangent != Primitive.DOUBLE) {
            throw new NoLanes("rows of what is no number of type double: " + tangent);
        }
        return ROW;
    }

    /**
     * What the form is called, takes and returns: the rows of the active parameters behind the parameters, then, where the value is a number, a
     * row that receives the derivatives, rows that it may write to, and how many numbers are in each.
     *
     * @param tangent a tangent method of one direction, which marks its tangents
     */
    static Callee callee(Callee tangent) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < tangent.parameterTypes().size(); i++) {
            Type type = tangent.parameterTypes().get(i);
            types.add(tangent.active().get(i) ? of(type) : type);
        }
        if (givesNumber(tangent)) {
            types.add(ROW);
        }
        types.add(ROWS);
        types.add(Primitive.INT);
        long tangents = tangent.active().stream().filter(isTangent -> isTangent).count();
        return new Callee(
                LaneNames.sibling(tangent.owner()),
                CheckedShapes.stem(tangent) + tangents + "xRows",
                types,
                result(tangent),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false);
    }

    static boolean givesNumber(Callee tangent) {
        return tangent.result() instanceof DualType dual && dual.part() == Primitive.DOUBLE;
    }

    private static Type result(Callee tangent) {
        return tangent.result() instanceof DualType dual ? result(dual) : tangent.result();
    }

    /** A value with its tangents; the value alone where it is a number, whose derivatives go into a row. */
    static Type result(DualType dual) {
        if (!has(dual.part())) {
            throw new NoLanes("a result that is no number of type double and no array of such: " + dual);
        }
        return dual.part() == Primitive.DOUBLE
                ? Primitive.DOUBLE
                : ClassType.of("io.github.pushforward.runtime", "DualOf")
                        .withArguments(List.of(dual.part(), of(dual.part())));
    }
}
