package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.RuntimeCalls.tangent;
import static io.github.pushforward.processor.differentiate.Simplify.binary;
import static io.github.pushforward.processor.differentiate.Simplify.divide;
import static io.github.pushforward.processor.differentiate.Simplify.minus;
import static io.github.pushforward.processor.differentiate.Simplify.negate;
import static io.github.pushforward.processor.differentiate.Simplify.number;
import static io.github.pushforward.processor.differentiate.Simplify.orZero;
import static io.github.pushforward.processor.differentiate.Simplify.plus;
import static io.github.pushforward.processor.differentiate.Simplify.times;
import static java.util.Map.entry;

import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The floating-point functions of {@code Math}, {@code StrictMath} and the libraries that stand in for them: r = f(x, y),
 * with tangents dx and dy; a parameter of an integer type is written n. Source of the derivatives: Abramowitz and Stegun,
 * <i>Handbook of Mathematical Functions</i>, sections 4.1 to 4.6. Where a slope can be infinite, or the point is a kink,
 * the runtime's {@code MathTangents} says what the tangent is.
 */
final class MathRules {
    private static final Rule ZERO = op -> null;
    private static final Rule IDENTITY = Operation::dx;

    private static final Map<String, Rule> RULES = Map.ofEntries(
            // Exponentials, logarithms and powers (A&S 4.1, 4.2)
            entry("exp(x)", op -> op.dx(dx -> scaled(op.result(), dx))),
            entry("expm1(x)", op -> op.dx(dx -> scaled(op.function("exp", op.x()), dx))),
            entry("log(x)", op -> op.dx(dx -> tangent("log", op.x(), dx))),
            entry("log10(x)", op -> op.dx(dx -> tangent("log10", op.x(), dx))),
            entry("log1p(x)", op -> op.dx(dx -> tangent("log1p", op.x(), dx))),
            entry("sqrt(x)", op -> op.dx(dx -> tangent("sqrt", op.result(), dx))),
            entry("cbrt(x)", op -> op.dx(dx -> tangent("cbrt", op.result(), dx))),
            entry("pow(x, y)", MathRules::power),
            entry("pow(x, n)", MathRules::integerPower),
            entry("powFast(x, n)", MathRules::integerPower),
            entry("pow2(x)", op -> op.dx(dx -> scaled(times(number(2), op.x()), dx))),
            entry("pow3(x)", op -> op.dx(dx -> scaled(times(times(number(3), op.x()), op.x()), dx))),
            entry("log(x, y)", MathRules::logarithmToBase),
            // Trigonometric functions and their inverses (A&S 4.3, 4.4)
            entry("sin(x)", op -> op.dx(dx -> times(op.function("cos", op.x()), dx))),
            entry("cos(x)", op -> negate(op.dx(dx -> times(op.function("sin", op.x()), dx)))),
            entry("tan(x)", op -> op.dx(dx -> times(onePlusSquare(op.result()), dx))),
            entry("asin(x)", op -> op.dx(dx -> tangent("asin", op.x(), dx))),
            entry("acos(x)", op -> negate(op.dx(dx -> tangent("asin", op.x(), dx)))),
            entry("atan(x)", op -> op.dx(dx -> tangent("atan", op.x(), dx))),
            entry("atan2(x, y)", op -> tangent("atan2", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            // Hyperbolic functions and their inverses (A&S 4.5, 4.6)
            entry("sinh(x)", op -> op.dx(dx -> scaled(op.function("cosh", op.x()), dx))),
            entry("cosh(x)", op -> op.dx(dx -> scaled(op.function("sinh", op.x()), dx))),
            entry("tanh(x)", op -> op.dx(dx -> times(tangent("tanhSlope", op.x(), op.result()), dx))),
            entry("asinh(x)", op -> op.dx(dx -> divide(dx, op.function("hypot", number(1), op.x())))),
            entry("acosh(x)", op -> op.dx(dx -> tangent("acosh", op.x(), dx))),
            entry("atanh(x)", op -> op.dx(dx -> tangent("atanh", op.x(), dx))),
            // Lengths and angles
            entry("hypot(x, y)", op -> tangent("hypot", op.x(), op.y(), op.result(), orZero(op.dx()), orZero(op.dy()))),
            entry("toRadians(x)", op -> op.dx(dx -> op.function("toRadians", dx))),
            entry("toDegrees(x)", op -> op.dx(dx -> op.function("toDegrees", dx))),
            // Kinks: the mean of the one-sided derivatives
            entry("abs(x)", op -> op.dx(dx -> times(op.function("signum", op.x()), dx))),
            entry("max(x, y)", op -> tangent("max", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            entry("min(x, y)", op -> tangent("min", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            entry("clamp(x, y, z)", MathRules::clamp),
            entry("copySign(x, y)", op -> op.dx(dx -> tangent("copySign", op.x(), op.y(), dx))),
            // Arithmetic in one step
            entry("fma(x, y, z)", MathRules::fusedMultiplyAdd),
            entry("scalb(x, n)", op -> op.dx(dx -> op.function("scalb", dx, op.y()))),
            entry(
                    "IEEEremainder(x, y)",
                    op -> tangent("remainder", op.x(), op.y(), op.result(), orZero(op.dx()), orZero(op.dy()))),
            // What Double and Float have beyond Math; a box is its number
            entry("sum(x, y)", op -> plus(op.dx(), op.dy())),
            entry("valueOf(x)", IDENTITY),
            entry("doubleValue(x)", IDENTITY),
            entry("floatValue(x)", IDENTITY),
            // The running sum of a stream
            entry("plus(x, y)", op -> plus(op.dx(), op.dy())),
            entry("value(x)", IDENTITY),
            // Steps to a neighbouring number are locally translations
            entry("nextUp(x)", IDENTITY),
            entry("nextDown(x)", IDENTITY),
            entry("nextAfter(x, y)", IDENTITY),
            // Piecewise constant: zero, at jumps by convention
            entry("ceil(x)", ZERO),
            entry("floor(x)", ZERO),
            entry("rint(x)", ZERO),
            entry("signum(x)", ZERO),
            entry("ulp(x)", ZERO));

    private MathRules() {}

    /** The rule of a function, or of a tangent that the runtime computes; nothing where it has none. */
    static Optional<Rule> of(Callee callee) {
        return RuntimeCalls.isTangent(callee)
                ? CurvatureRules.of(callee)
                : Optional.ofNullable(RULES.get(form(callee)));
    }

    /** The functions that have a rule, by name and parameters. */
    static Set<String> functions() {
        return RULES.keySet();
    }

    /** The name and the parameters: libraries have further functions under the names of {@code Math}. */
    private static String form(Callee callee) {
        List<Type> types = callee.parameterTypes();
        return IntStream.range(0, types.size())
                .mapToObj(i -> letter(types.get(i), i))
                .collect(Collectors.joining(", ", callee.name() + "(", ")"));
    }

    private static String letter(Type type, int index) {
        if (type.tangentType().isFloating()) {
            return index < 3 ? "xyz".substring(index, index + 1) : "?";
        }
        return type instanceof Primitive primitive && primitive.isIntegral() ? "n" : "?";
    }

    /** slope · tangent, where an infinite slope times a zero tangent is zero. */
    private static Expr scaled(Expr slope, Expr tangent) {
        return tangent("times", slope, tangent);
    }

    private static Expr onePlusSquare(Expr value) {
        return binary(BinaryOp.PLUS, number(1), times(value, value));
    }

    /** d(x^y) = y·x^(y−1)·ẋ + r·log(x)·ẏ; x² is 2·x·ẋ. */
    private static @Nullable Expr power(Operation op) {
        Expr base;
        if (op.dx() != null
                && op.y() instanceof Expr.Literal literal
                && literal.value().equals(2.0)) {
            base = op.dx(dx -> scaled(times(number(2), op.x()), dx));
        } else {
            base = op.dx(dx -> isStrict(op)
                    ? tangent("powBase", op.x(), op.y(), dx, strictBaseSlope(op))
                    : tangent("powBase", op.x(), op.y(), dx));
        }
        Expr exponent = op.dy(dy -> isStrict(op)
                ? tangent("powExponent", op.x(), op.y(), op.result(), dy, strictExponentSlope(op))
                : tangent("powExponent", op.x(), op.y(), op.result(), dy));
        return plus(base, exponent);
    }

    /** Whether the bits of the tangent are to be the same everywhere, as those of the function are: the runtime computes slopes by {@code Math}. */
    private static boolean isStrict(Operation op) {
        return op.function("log", op.x()) instanceof Expr.Call call
                && call.callee().owner().canonicalName().equals("java.lang.StrictMath");
    }

    private static Expr strictBaseSlope(Operation op) {
        return times(op.y(), op.function("pow", op.x(), binary(BinaryOp.MINUS, op.y(), number(1))));
    }

    private static Expr strictExponentSlope(Operation op) {
        return times(op.result(), op.function("log", op.x()));
    }

    /** d(x^n) = n·x^(n−1)·ẋ, where n has more digits than a {@code double} keeps; x² is 2·x·ẋ. */
    private static @Nullable Expr integerPower(Operation op) {
        boolean isSquare = op.y() instanceof Expr.Literal literal
                && literal.value() instanceof Number exponent
                && exponent.longValue() == 2;
        return op.dx(dx -> isSquare ? scaled(times(number(2), op.x()), dx) : tangent("powInteger", op.x(), op.y(), dx));
    }

    /** r = log(y)/log(x): (ẏ/y − r·ẋ/x)/log(x). */
    private static @Nullable Expr logarithmToBase(Operation op) {
        Expr ofBase = op.dx(dx -> scaled(op.result(), tangent("log", op.x(), dx)));
        Expr difference = minus(op.dy(dy -> tangent("log", op.y(), dy)), ofBase);
        return difference == null ? null : divide(difference, op.function("log", op.x()));
    }

    /** min(max(value, low), high), with the tangents of all three. */
    private static Expr clamp(Operation op) {
        return tangent("clamp", op.x(), op.y(), op.operand(2), orZero(op.dx()), orZero(op.dy()), orZero(op.tangent(2)));
    }

    /** d(x·y + z) = ẋ·y + x·ẏ + ż. */
    private static @Nullable Expr fusedMultiplyAdd(Operation op) {
        Expr product = plus(op.dx(dx -> times(dx, op.y())), op.dy(dy -> times(op.x(), dy)));
        return plus(product, op.tangent(2));
    }
}
