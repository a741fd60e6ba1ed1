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

/** What index-set forms are called, take and return. The form of {@code rates} has that name as well, in the sibling {@code Sparsity}. */
final class IndexSetNames {
    private static final String RUNTIME = "io.github.pushforward.runtime";
    private static final String TANGENT = "Tangent";

    static final ClassType SET = ClassType.of(RUNTIME, "IndexSet");

    private IndexSetNames() {}

    /** {@code ReactorSparsity} for {@code ReactorTangent}. */
    static ClassType sibling(ClassType tangentClass) {
        String name = tangentClass.simpleName();
        return ClassType.of(
                tangentClass.packageName(), name.substring(0, name.length() - TANGENT.length()) + "Sparsity");
    }

    /** @param tangent a tangent method, which marks its tangents */
    static Callee of(Callee tangent) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < tangent.parameterTypes().size(); i++) {
            Type type = tangent.parameterTypes().get(i);
            types.add(tangent.active().get(i) ? sets(type) : type);
        }
        return new Callee(
                sibling(tangent.owner()),
                CheckedShapes.stem(tangent),
                types,
                result(tangent.result()),
                Callee.Kind.TANGENT,
                Collections.nCopies(types.size(), false),
                false);
    }

    /** A set for a number, an array of sets for an array of numbers. */
    static Type sets(Type tangent) {
        return tangent instanceof ArrayType array ? new ArrayType(sets(array.component())) : SET;
    }

    /** A value with the sets of its inputs. */
    static Type result(Type type) {
        return type instanceof DualType dual ? dual(dual.part()) : type;
    }

    static ClassType dual(Type part) {
        if (part instanceof Primitive) {
            return ClassType.of(RUNTIME, part == Primitive.FLOAT ? "DependentFloat" : "Dependent");
        }
        return ClassType.of(RUNTIME, "DependentOf").withArguments(List.of(part, sets(part)));
    }
}
