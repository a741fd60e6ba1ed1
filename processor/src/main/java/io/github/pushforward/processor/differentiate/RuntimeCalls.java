package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.ArrayLibrary;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that generated code makes of the runtime and of {@code Math}. */
final class RuntimeCalls {
    private static final ClassType MATH = ClassType.of("java.lang", "Math");
    private static final ClassType MATH_TANGENTS = ClassType.of("io.github.pushforward.runtime", "MathTangents");
    private static final ClassType MATH_CURVATURES = ClassType.of("io.github.pushforward.runtime", "MathCurvatures");
    private static final ClassType SHADOWS = ClassType.of("io.github.pushforward.runtime", "Shadows");

    private static final ClassType ARRAY_TANGENTS = ClassType.of("io.github.pushforward.runtime", "ArrayTangents");
    private static final ClassType RECEIVERS = ClassType.of("io.github.pushforward.runtime", "Receivers");
    private static final ClassType CLASS = ClassType.of("java.lang", "Class");

    private static final Set<String> FLOAT_OVERLOADS = Set.of("signum", "scalb", "abs", "copySign");

    private RuntimeCalls() {}

    static Expr math(String name, Expr... arguments) {
        return of(MATH, name, arguments);
    }

    /** A function of {@code Math} or {@code StrictMath}; some return {@code float} for {@code float} arguments. */
    static Expr of(ClassType owner, String name, Expr... arguments) {
        boolean single = FLOAT_OVERLOADS.contains(name) && arguments[0].type() == Primitive.FLOAT;
        Primitive result = single ? Primitive.FLOAT : Primitive.DOUBLE;
        return call(owner, Callee.Kind.MATH, name, result, List.of(arguments));
    }

    /** A tangent whose formula needs care at some point: overflow, the end of a domain, a kink. */
    static Expr tangent(String name, Expr... arguments) {
        return call(MATH_TANGENTS, Callee.Kind.MATH, name, Primitive.DOUBLE, List.of(arguments));
    }

    /** Whether a function is one of those that {@link #tangent} calls. */
    static boolean isTangent(Callee callee) {
        return callee.owner().equals(MATH_TANGENTS);
    }

    /** Whether a function is one of ours. */
    static boolean isOfRuntime(Callee callee) {
        return callee.owner().packageName().equals(MATH_TANGENTS.packageName());
    }

    /** What bends a function: its second derivative, times two tangents of its arguments. */
    static Expr curvature(String name, Expr... arguments) {
        return call(MATH_CURVATURES, Callee.Kind.MATH, name, Primitive.DOUBLE, List.of(arguments));
    }

    /** Whether a call of the runtime makes zeros or checks classes: no value of its arguments goes anywhere. */
    static boolean isConstant(Callee callee) {
        return (callee.owner().equals(SHADOWS) && callee.name().equals("zeros"))
                || callee.owner().equals(RECEIVERS);
    }

    /** Whether a call of the runtime permutes its first array, and shadows with it. */
    static boolean isPermutation(Callee callee) {
        return callee.owner().equals(ARRAY_TANGENTS);
    }

    /** The tangent of a constant array or object: zeros in its shape. */
    static Expr zeros(Expr value) {
        return zeros(value, value.type());
    }

    /** @param type of the variable that the value is in: that of the value may be one of those whose objects are constants */
    static Expr zeros(Expr value, Type type) {
        Type shadowed = value.type().carriesDerivative() ? value.type() : type;
        ClassType owner = shadowed.elementType() instanceof ClassType named ? named.sibling("Tangent") : SHADOWS;
        return call(owner, Callee.Kind.TANGENT, "zeros", shadowed.tangentType(), List.of(value));
    }

    /** The class of the runtime that has the tangent method of a library method, under the same name. */
    static Optional<ClassType> tangentOwner(Callee callee) {
        if (isPermutation(callee)) {
            return Optional.of(ARRAY_TANGENTS); // it takes any number of shadows along
        }
        return ArrayLibrary.manner(callee)
                .filter(manner -> manner == ArrayLibrary.Manner.PERMUTES)
                .map(manner -> ARRAY_TANGENTS);
    }

    /** Refuses an object of another class than those given. */
    static Expr requireClass(Expr object, List<ClassType> known) {
        List<Expr> arguments = new ArrayList<>();
        arguments.add(object);
        known.forEach(type -> arguments.add(new Expr.Literal(CLASS, type)));
        return call(RECEIVERS, Callee.Kind.TANGENT, "require", Primitive.VOID, arguments);
    }

    /** Refuses {@code null}. */
    static Expr requirePresent(Expr object) {
        return call(RECEIVERS, Callee.Kind.TANGENT, "requirePresent", Primitive.VOID, List.of(object));
    }

    private static Expr call(ClassType owner, Callee.Kind kind, String name, Type result, List<Expr> arguments) {
        List<Type> types = arguments.stream().map(Expr::type).toList();
        Callee callee = new Callee(owner, name, types, result, kind, Collections.nCopies(types.size(), false), false);
        return new Expr.Call(callee, arguments, Span.NONE);
    }
}
