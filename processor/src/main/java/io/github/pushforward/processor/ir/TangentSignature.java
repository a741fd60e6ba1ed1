package io.github.pushforward.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** What tangent methods take and return. */
public final class TangentSignature {
    private TangentSignature() {}

    /**
     * The parameters, functions in their dual form, then one tangent for each other active one.
     *
     * @param active which of the original's parameters are active
     */
    public static List<Type> parameters(List<Type> types, List<Boolean> active) {
        List<Type> parameters = new ArrayList<>();
        List<Type> tangents = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Type type = types.get(i);
            boolean isDual = active.get(i) && type instanceof FunctionType;
            parameters.add(isDual ? type.tangentType() : type);
            if (active.get(i) && !isDual) {
                tangents.add(type.tangentType());
            }
        }
        parameters.addAll(tangents);
        return parameters;
    }

    /** The result with its tangent, where it has one; a function in its dual form. */
    public static Type result(Type type) {
        if (type instanceof FunctionType) {
            return type.tangentType();
        }
        return type.carriesDerivative() ? new DualType(type) : type;
    }
}
