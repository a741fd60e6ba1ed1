package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.LaneType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What lane forms are called, take and return. The form of {@code loss} with two tangents and four lanes is {@code loss2x4} of the
 * sibling {@code Lanes}: two methods of one name with as many tangents have other parameters, so that no names clash.
 */
final class LaneNames {
    private static final String RUNTIME = "io.github.pushforward.runtime";

    private static final String TANGENT = "Tangent";

    private LaneNames() {}

    /** {@code LogisticLanes} for {@code LogisticTangent}, {@code LogisticSecondOrderLanes} for {@code LogisticSecondOrder}. */
    static ClassType sibling(ClassType generated) {
        return LaneType.sibling(generated);
    }

    /** Whether a class has methods of the same order as another: tangents, or their derivatives. */
    static boolean isOfSameOrder(ClassType one, ClassType other) {
        return one.simpleName().endsWith(TANGENT) == other.simpleName().endsWith(TANGENT);
    }

    /** @param tangent a tangent method of one direction, which marks its tangents */
    static Callee of(Callee tangent, int lanes) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < tangent.parameterTypes().size(); i++) {
            Type type = tangent.parameterTypes().get(i);
            if (!tangent.active().get(i)) {
                types.add(type);
            } else if (LaneTypes.isNumber(type)) {
                types.addAll(Collections.nCopies(lanes, type));
            } else {
                types.add(LaneType.ofReference(type, lanes));
            }
        }
        long tangents = tangent.active().stream().filter(isTangent -> isTangent).count();
        return new Callee(
                sibling(tangent.owner()),
                CheckedShapes.stem(tangent) + tangents + "x" + lanes,
                types,
                LaneObjects.givesTangent(tangent)
                        ? LaneType.ofReference(tangent.result(), lanes)
                        : result(tangent.result(), lanes),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false);
    }

    /** A value with its tangents: those of an array of numbers are one array, so that the type stays. */
    static Type result(Type type, int lanes) {
        if (!(type instanceof DualType dual)) {
            return type;
        }
        if (LaneTypes.isNumber(dual.part())) {
            return dual(dual.part(), lanes);
        }
        Type tangent = dual.part().tangentType();
        Type ofLanes = LaneType.ofReference(tangent, lanes);
        return ofLanes.equals(tangent)
                ? type
                : ClassType.of(RUNTIME, "DualOf").withArguments(List.of(dual.part(), ofLanes));
    }

    /** Whether a class is one of those that hold a value with its tangents along several directions. */
    static boolean isDual(ClassType type) {
        return type.packageName().equals(RUNTIME) && type.simpleName().startsWith("Dual");
    }

    /** Whether such a class holds numbers of type {@code float}. */
    static boolean isOfFloats(ClassType dual) {
        return dual.simpleName().startsWith("DualFloat");
    }

    /** @param number a number, or a dual of numbers */
    static ClassType dual(Type number, int lanes) {
        if (number instanceof DualType) {
            return ClassType.of(RUNTIME, "DualOf" + lanes).withArguments(List.of(number, number.tangentType()));
        }
        return ClassType.of(RUNTIME, (number == Primitive.FLOAT ? "DualFloat" : "Dual") + lanes);
    }
}
