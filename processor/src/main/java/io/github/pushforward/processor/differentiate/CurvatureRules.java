package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.RuntimeCalls.curvature;
import static io.github.pushforward.processor.differentiate.RuntimeCalls.tangent;
import static io.github.pushforward.processor.differentiate.Simplify.number;
import static io.github.pushforward.processor.differentiate.Simplify.orZero;
import static io.github.pushforward.processor.differentiate.Simplify.plus;
import static io.github.pushforward.processor.differentiate.Simplify.times;
import static java.util.Map.entry;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives of the tangents that the runtime's {@code MathTangents} computes. Each is linear in the tangents that it takes,
 * t = f′(x)·v, so that its own derivative is f′(x)·v̇ + f″(x)·v·ẋ: the same tangent of the derivatives of v, and what the runtime's
 * {@code MathCurvatures} says of f″. Source of the second derivatives: Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i>,
 * sections 4.1 to 4.6, differentiated once more; there is none where a function is straight, and none at a kink.
 */
final class CurvatureRules {
    private static final Map<String, Rule> RULES = Map.ofEntries(
            // A slope and a tangent: both may change
            entry(
                    "times",
                    op -> plus(
                            op.dx(slope -> tangent("times", slope, op.y())),
                            op.dy(dv -> tangent("times", op.x(), dv)))),
            // f(x): the argument, or a result that stands for it, and its tangent
            entry("log", op -> ofOne(op, "log")),
            entry("log10", op -> ofOne(op, "log10")),
            entry("log1p", op -> ofOne(op, "log1p")),
            entry("sqrt", op -> ofOne(op, "sqrt")),
            entry("cbrt", op -> ofOne(op, "cbrt")),
            entry("asin", op -> ofOne(op, "asin")),
            entry("atan", op -> ofOne(op, "atan")),
            entry("acosh", op -> ofOne(op, "acosh")),
            entry("atanh", op -> ofOne(op, "atanh")),
            // Powers: x, c and the tangent of one of them
            entry("powBase", CurvatureRules::powBase),
            entry("powInteger", CurvatureRules::powInteger),
            entry("powExponent", CurvatureRules::powExponent),
            // A slope by itself, from x and a result that follows from it
            entry("tanhSlope", op -> op.dx(dx -> times(times(times(number(-2), op.y()), op.result()), dx))),
            // f(x, y), and its result where the tangent uses that
            entry("atan2", op -> ofTwo(op, "atan2", 2)),
            entry("hypot", op -> ofTwo(op, "hypot", 3)),
            // Straight pieces
            entry("max", op -> straight(op, "max", 2)),
            entry("min", op -> straight(op, "min", 2)),
            entry("clamp", op -> straight(op, "clamp", 3)),
            entry("copySign", op -> straight(op, "copySign", 2)),
            entry("remainder", op -> straight(op, "remainder", 3)));

    private CurvatureRules() {}

    /** The rule of a method of {@code MathTangents}. */
    static Optional<Rule> of(Callee tangent) {
        return Optional.ofNullable(RULES.get(tangent.name()));
    }

    /** t = f′(x)·v. */
    private static @Nullable Expr ofOne(Operation op, String name) {
        Expr straight = op.dy(dv -> tangent(name, op.x(), dv));
        return plus(straight, op.dx(dx -> curvature(name, op.x(), op.y(), dx)));
    }

    /** t = c·x^(c−1)·v. */
    private static @Nullable Expr powBase(Operation op) {
        Expr v = op.operand(2);
        Expr straight = tangentOf(op, 2, dv -> again(op, 2, dv));
        Expr byBase = op.dx(dx -> curvature("powBase", op.x(), op.y(), v, dx));
        Expr byExponent = op.dy(dc -> curvature("powMixed", op.x(), op.y(), v, dc));
        return plus(plus(straight, byBase), byExponent);
    }

    /** t = n·x^(n−1)·v. */
    private static @Nullable Expr powInteger(Operation op) {
        Expr straight = tangentOf(op, 2, dv -> tangent("powInteger", op.x(), op.y(), dv));
        return plus(straight, op.dx(dx -> curvature("powInteger", op.x(), op.y(), op.operand(2), dx)));
    }

    /** t = r·log(x)·v with r = x^y, whose change is that of x and y. */
    private static @Nullable Expr powExponent(Operation op) {
        Expr v = op.operand(3);
        Expr straight = tangentOf(op, 3, dv -> again(op, 3, dv));
        Expr byBase = op.dx(dx -> curvature("powMixed", op.x(), op.y(), dx, v));
        Expr byExponent = op.dy(dy -> curvature("powExponent", op.x(), op.y(), op.operand(2), v, dy));
        return plus(plus(straight, byBase), byExponent);
    }

    /**
     * t = ∂f/∂x·u + ∂f/∂y·v.
     *
     * @param first the index of u: what stands before it follows from x and y
     */
    private static @Nullable Expr ofTwo(Operation op, String name, int first) {
        if (op.dx() == null && op.dy() == null) {
            return straight(op, name, first);
        }
        Expr curvature = curvature(
                name, op.x(), op.y(), op.operand(first), op.operand(first + 1), orZero(op.dx()), orZero(op.dy()));
        return plus(straight(op, name, first), curvature);
    }

    /**
     * The same tangent, of the derivatives of the tangents.
     *
     * @param first the index of the first tangent
     */
    private static @Nullable Expr straight(Operation op, String name, int first) {
        int last = switch (name) {
            case "clamp" -> 6;
            case "copySign" -> 3;
            default -> first + 2;
        };
        boolean isConstant = IntStream.range(first, last).allMatch(i -> op.tangent(i) == null);
        if (isConstant) {
            return null;
        }
        List<Expr> arguments = new ArrayList<>();
        IntStream.range(0, first).forEach(i -> arguments.add(op.operand(i)));
        IntStream.range(first, last).forEach(i -> arguments.add(orZero(op.tangent(i))));
        return tangent(name, arguments.toArray(Expr[]::new));
    }

    /**
     * The same tangent of a power, of the derivative of the tangent that it takes, with the same slope where it takes one.
     *
     * @param index of that tangent
     */
    private static Expr again(Operation op, int index, Expr derivative) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < op.arity(); i++) {
            arguments.add(i == index ? derivative : op.operand(i));
        }
        return tangent(index == 2 ? "powBase" : "powExponent", arguments.toArray(Expr[]::new));
    }

    private static @Nullable Expr tangentOf(Operation op, int index, UnaryOperator<Expr> use) {
        Expr tangent = op.tangent(index);
        return tangent == null ? null : use.apply(tangent);
    }
}
