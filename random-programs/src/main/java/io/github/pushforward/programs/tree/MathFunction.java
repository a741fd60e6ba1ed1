package io.github.pushforward.programs.tree;

import static io.github.pushforward.programs.tree.Primitive.DOUBLE;
import static io.github.pushforward.programs.tree.Primitive.FLOAT;
import static io.github.pushforward.programs.tree.Primitive.INT;
import static io.github.pushforward.programs.tree.Primitive.LONG;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A function of {@code Math}, with one choice of parameter types. */
public record MathFunction(String name, Primitive result, List<Primitive> parameters) {

    /** Those of one real argument, in double precision. */
    public static final List<MathFunction> UNARY = reals(
            1,
            List.of(
                    "sin",
                    "cos",
                    "tan",
                    "asin",
                    "acos",
                    "atan",
                    "exp",
                    "expm1",
                    "log",
                    "log10",
                    "log1p",
                    "sqrt",
                    "cbrt",
                    "sinh",
                    "cosh",
                    "tanh",
                    "abs",
                    "floor",
                    "ceil",
                    "rint",
                    "signum",
                    "ulp",
                    "nextUp",
                    "nextDown",
                    "toRadians",
                    "toDegrees"));

    /** Those of two and three real arguments, and those with an integer or in single precision. */
    public static final List<MathFunction> OTHERS = concat(
            reals(2, List.of("pow", "atan2", "hypot", "max", "min", "copySign", "IEEEremainder", "nextAfter")),
            List.of(
                    new MathFunction("fma", DOUBLE, List.of(DOUBLE, DOUBLE, DOUBLE)),
                    new MathFunction("scalb", DOUBLE, List.of(DOUBLE, INT)),
                    new MathFunction("abs", FLOAT, List.of(FLOAT)),
                    new MathFunction("signum", FLOAT, List.of(FLOAT)),
                    new MathFunction("ulp", FLOAT, List.of(FLOAT)),
                    new MathFunction("nextUp", FLOAT, List.of(FLOAT)),
                    new MathFunction("max", FLOAT, List.of(FLOAT, FLOAT)),
                    new MathFunction("min", FLOAT, List.of(FLOAT, FLOAT)),
                    new MathFunction("copySign", FLOAT, List.of(FLOAT, FLOAT)),
                    new MathFunction("fma", FLOAT, List.of(FLOAT, FLOAT, FLOAT)),
                    new MathFunction("scalb", FLOAT, List.of(FLOAT, INT))));

    /** Those with integer results, which have no derivative. */
    public static final List<MathFunction> INTEGERS = List.of(
            new MathFunction("abs", INT, List.of(INT)),
            new MathFunction("max", INT, List.of(INT, INT)),
            new MathFunction("min", INT, List.of(INT, INT)),
            new MathFunction("floorMod", INT, List.of(INT, INT)),
            new MathFunction("floorDiv", INT, List.of(INT, INT)),
            new MathFunction("addExact", INT, List.of(INT, INT)),
            new MathFunction("round", INT, List.of(FLOAT)),
            new MathFunction("getExponent", INT, List.of(DOUBLE)),
            new MathFunction("round", LONG, List.of(DOUBLE)),
            new MathFunction("max", LONG, List.of(LONG, LONG)),
            new MathFunction("floorMod", LONG, List.of(LONG, LONG)));

    private static List<MathFunction> reals(int parameters, List<String> names) {
        return names.stream()
                .map(name -> new MathFunction(name, DOUBLE, Collections.nCopies(parameters, DOUBLE)))
                .toList();
    }

    private static List<MathFunction> concat(List<MathFunction> one, List<MathFunction> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** One of a given name whose result has a given type. */
    public static MathFunction named(String name, Primitive result) {
        return concat(concat(UNARY, OTHERS), INTEGERS).stream()
                .filter(function -> function.name.equals(name) && function.result == result)
                .findFirst()
                .orElseThrow();
    }
}
