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

    private LaneNames() {}

    /** {@code LogisticLanes} for {@code LogisticTangent}. */
    static ClassType sibling(ClassType tangentClass) {
        return LaneType.sibling(tangentClass);
    }

    /** @param tangent a tangent method of one direction, which marks its tangents */
    static Callee of(Callee tangent, int lanes) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < tangent.parameterTypes().size(); i++) {
            Type type = tangent.parameterTypes().get(i);
            if (!tangent.active().get(i)) {
                types.add(type);
            } else if (type instanceof Primitive) {
                types.addAll(Collections.nCopies(lanes, type));
            } else {
                types.add(LaneType.ofReference(type, lanes));
            }
        }
        long tangents = tangent.active().stream().filter(isTangent -> isTangent).count();
        return new Callee(
                sibling(tangent.owner()),
                tangent.name() + tangents + "x" + lanes,
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
        if (!(type instanceof DualType dual)
                || dual.part().tangentType().elementType().isFloating()) {
            return type instanceof DualType dual && dual.part() instanceof Primitive number
                    ? dual(number, lanes)
                    : type;
        }
        Type tangent = LaneType.ofReference(dual.part().tangentType(), lanes);
        return ClassType.of(RUNTIME, "DualOf").withArguments(List.of(dual.part(), tangent));
    }

    static ClassType dual(Primitive number, int lanes) {
        return ClassType.of(RUNTIME, (number == Primitive.FLOAT ? "DualFloat" : "Dual") + lanes);
    }
}
