package io.github.pushforward.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.ir.Wildcard;
import java.util.List;

/** Our types, and those of the runtime, as source spells them. */
final class TypeNames {
    private static final String RUNTIME = "io.github.pushforward.runtime";

    static final ClassName DUAL = ClassName.get(RUNTIME, "Dual");
    static final ClassName DUAL_FLOAT = ClassName.get(RUNTIME, "DualFloat");
    static final ClassName DUAL_OF = ClassName.get(RUNTIME, "DualOf");
    static final ClassName DIFFERENTIABLE_FUNCTION = ClassName.get(RUNTIME, "DifferentiableFunction");
    static final ClassName DIFFERENTIABLE_MAPPING = ClassName.get(RUNTIME, "DifferentiableMapping");
    static final ClassName DIRECTIONS = ClassName.get(RUNTIME, "Directions");
    static final ClassName TWICE_DIFFERENTIABLE_FUNCTION = ClassName.get(RUNTIME, "TwiceDifferentiableFunction");
    static final ClassName TWICE_FLAT_FUNCTION = ClassName.get(RUNTIME, "TwiceFlatFunction");
    static final ClassName HYPER_DUAL = ClassName.get(RUNTIME, "HyperDual");
    static final ClassName FLAT_FUNCTION = ClassName.get(RUNTIME, "FlatFunction");
    static final ClassName FLAT_MAPPING = ClassName.get(RUNTIME, "FlatMapping");
    static final ClassName FLAT_READER = ClassName.get(RUNTIME, "FlatReader");
    static final ClassName FLAT_WRITER = ClassName.get(RUNTIME, "FlatWriter");
    static final ClassName FORWARD_GRADIENT = ClassName.get(RUNTIME, "ForwardGradient");
    static final ClassName INDEX_SET_PASS = ClassName.get(RUNTIME, "IndexSetPass");
    static final ClassName JACOBIAN_COLUMNS = ClassName.get(RUNTIME, "JacobianColumns");
    static final ClassName KEPT_ARRAYS = ClassName.get(RUNTIME, "KeptArrays");
    static final ClassName LANE_ROWS = ClassName.get(RUNTIME, "LaneRows");
    static final ClassName OBJECT_LAYOUT = ClassName.get(RUNTIME, "ObjectLayout");
    static final ClassName PACKING = ClassName.get(RUNTIME, "Packing");
    static final ClassName RECEIVERS = ClassName.get(RUNTIME, "Receivers");
    static final ClassName SHADOWS = ClassName.get(RUNTIME, "Shadows");
    static final ClassName TANGENTS = ClassName.get(RUNTIME, "Tangents");
    static final ClassName VALUE_LAYOUT = ClassName.get(RUNTIME, "ValueLayout");
    static final ClassName RANDOM_GENERATOR = ClassName.get("java.util.random", "RandomGenerator");
    static final ArrayTypeName FLAT = ArrayTypeName.of(TypeName.DOUBLE);
    static final ArrayTypeName ROWS = ArrayTypeName.of(FLAT);

    private TypeNames() {}

    static TypeName of(Type type) {
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(of(array.component()));
        }
        if (type instanceof ClassType named) {
            return named.arguments().isEmpty() ? of(named) : parameterized(named);
        }
        if (type instanceof FunctionType function) {
            return of((Type) function.plain());
        }
        if (type instanceof Wildcard wildcard) {
            return of(wildcard);
        }
        if (type instanceof DualType dual) {
            return dual(dual.part());
        }
        return primitive((Primitive) type);
    }

    private static TypeName parameterized(ClassType type) {
        TypeName[] arguments = type.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new);
        return ParameterizedTypeName.get(of(type), arguments);
    }

    private static TypeName of(Wildcard wildcard) {
        if (wildcard.bound() == null) {
            return WildcardTypeName.subtypeOf(Object.class);
        }
        TypeName bound = of(wildcard.bound());
        return wildcard.isLower() ? WildcardTypeName.supertypeOf(bound) : WildcardTypeName.subtypeOf(bound);
    }

    /** The class alone, without type arguments. */
    static ClassName of(ClassType type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    private static TypeName dual(Type part) {
        if (part == Primitive.DOUBLE) {
            return DUAL;
        }
        return part == Primitive.FLOAT
                ? DUAL_FLOAT
                : ParameterizedTypeName.get(
                        DUAL_OF, of(part), of(part.tangentType()).box());
    }

    private static TypeName primitive(Primitive type) {
        return switch (type) {
            case VOID -> TypeName.VOID;
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }
}
