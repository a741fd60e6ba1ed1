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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The floating-point functions of {@code Math} and {@code StrictMath}: r = f(x, y), with tangents dx and dy. Source of
 * the derivatives: Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i>, sections 4.1 to 4.6. Where a slope
 * can be infinite, or the point is a kink, the runtime's {@code MathTangents} says what the tangent is.
 */
final class MathRules {
    private static final Rule ZERO = op -> null;
    private static final Rule IDENTITY = Operation::dx;

    private static final Map<String, Rule> RULES = Map.ofEntries(
            // Exponentials, logarithms and powers (A&S 4.1, 4.2)
            entry("exp", op -> op.dx(dx -> scaled(op.result(), dx))),
            entry("expm1", op -> op.dx(dx -> scaled(op.function("exp", op.x()), dx))),
            entry("log", op -> op.dx(dx -> tangent("log", op.x(), dx))),
            entry("log10", op -> op.dx(dx -> tangent("log10", op.x(), dx))),
            entry("log1p", op -> op.dx(dx -> tangent("log1p", op.x(), dx))),
            entry("sqrt", op -> op.dx(dx -> tangent("sqrt", op.result(), dx))),
            entry("cbrt", op -> op.dx(dx -> tangent("cbrt", op.result(), dx))),
            entry("pow", MathRules::power),
            // Trigonometric functions and their inverses (A&S 4.3, 4.4)
            entry("sin", op -> op.dx(dx -> times(op.function("cos", op.x()), dx))),
            entry("cos", op -> negate(op.dx(dx -> times(op.function("sin", op.x()), dx)))),
            entry("tan", op -> op.dx(dx -> times(onePlusSquare(op.result()), dx))),
            entry("asin", op -> op.dx(dx -> tangent("asin", op.x(), dx))),
            entry("acos", op -> negate(op.dx(dx -> tangent("asin", op.x(), dx)))),
            entry("atan", op -> op.dx(dx -> divide(dx, onePlusSquare(op.x())))),
            entry("atan2", op -> tangent("atan2", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            // Hyperbolic functions (A&S 4.5)
            entry("sinh", op -> op.dx(dx -> scaled(op.function("cosh", op.x()), dx))),
            entry("cosh", op -> op.dx(dx -> scaled(op.function("sinh", op.x()), dx))),
            entry("tanh", op -> op.dx(dx -> times(oneMinusSquare(op.result()), dx))),
            // Lengths and angles
            entry("hypot", op -> tangent("hypot", op.x(), op.y(), op.result(), orZero(op.dx()), orZero(op.dy()))),
            entry("toRadians", op -> op.dx(dx -> op.function("toRadians", dx))),
            entry("toDegrees", op -> op.dx(dx -> op.function("toDegrees", dx))),
            // Kinks: the mean of the one-sided derivatives
            entry("abs", op -> op.dx(dx -> times(op.function("signum", op.x()), dx))),
            entry("max", op -> tangent("max", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            entry("min", op -> tangent("min", op.x(), op.y(), orZero(op.dx()), orZero(op.dy()))),
            entry("clamp", MathRules::clamp),
            entry("copySign", op -> op.dx(dx -> tangent("copySign", op.x(), op.y(), dx))),
            // Arithmetic in one step
            entry("fma", MathRules::fusedMultiplyAdd),
            entry("scalb", op -> op.dx(dx -> op.function("scalb", dx, op.y()))),
            entry("IEEEremainder", MathRules::remainder),
            // What Double and Float have beyond Math; a box is its number
            entry("sum", op -> plus(op.dx(), op.dy())),
            entry("valueOf", IDENTITY),
            entry("doubleValue", IDENTITY),
            entry("floatValue", IDENTITY),
            // Steps to a neighbouring number are locally translations
            entry("nextUp", IDENTITY),
            entry("nextDown", IDENTITY),
            entry("nextAfter", IDENTITY),
            // Piecewise constant: zero, at jumps by convention
            entry("ceil", ZERO),
            entry("floor", ZERO),
            entry("rint", ZERO),
            entry("signum", ZERO),
            entry("ulp", ZERO));

    private MathRules() {}

    /** The rule of a function; nothing where it has none. */
    static Optional<Rule> of(Callee callee) {
        return Optional.ofNullable(RULES.get(callee.name()));
    }

    /** slope · tangent, where an infinite slope times a zero tangent is zero. */
    private static Expr scaled(Expr slope, Expr tangent) {
        return tangent("times", slope, tangent);
    }

    private static Expr onePlusSquare(Expr value) {
        return binary(BinaryOp.PLUS, number(1), times(value, value));
    }

    private static Expr oneMinusSquare(Expr value) {
        return binary(BinaryOp.MINUS, number(1), times(value, value));
    }

    /** d(x^y) = y·x^(y−1)·ẋ + r·log(x)·ẏ; x² is 2·x·ẋ. */
    private static @Nullable Expr power(Operation op) {
        Expr base;
        if (op.dx() != null
                && op.y() instanceof Expr.Literal literal
                && literal.value().equals(2.0)) {
            base = op.dx(dx -> scaled(times(number(2), op.x()), dx));
        } else {
            base = op.dx(dx -> tangent("powBase", op.x(), op.y(), dx));
        }
        return plus(base, op.dy(dy -> tangent("powExponent", op.x(), op.y(), op.result(), dy)));
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

    /** x − n·y with n the integer nearest x/y: ẋ − n·ẏ. */
    private static @Nullable Expr remainder(Operation op) {
        return minus(op.dx(), op.dy(dy -> times(ArithmeticRules.wholeQuotient(op), dy)));
    }
}
