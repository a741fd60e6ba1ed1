package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
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
        String name = generated.simpleName();
        String stem = name.endsWith(TANGENT) ? name.substring(0, name.length() - TANGENT.length()) : name;
        return ClassType.of(generated.packageName(), stem + "Lanes");
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
            int times = tangent.active().get(i) && LaneTypes.isNumber(type) ? lanes : 1;
            types.addAll(Collections.nCopies(times, type));
        }
        long tangents = tangent.active().stream().filter(isTangent -> isTangent).count();
        return new Callee(
                sibling(tangent.owner()),
                tangent.name() + tangents + "x" + lanes,
                types,
                result(tangent.result(), lanes),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false);
    }

    /** A value with its tangents: those of an array are one array, so that the type stays. */
    static Type result(Type type, int lanes) {
        return type instanceof DualType dual && LaneTypes.isNumber(dual.part()) ? dual(dual.part(), lanes) : type;
    }

    /** @param number a number, or a dual of numbers */
    static ClassType dual(Type number, int lanes) {
        if (number instanceof DualType) {
            return ClassType.of(RUNTIME, "DualOf" + lanes).withArguments(List.of(number, number.tangentType()));
        }
        return ClassType.of(RUNTIME, (number == Primitive.FLOAT ? "DualFloat" : "Dual") + lanes);
    }
}
