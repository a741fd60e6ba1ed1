package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;

/** Expressions of integer types. */
final class Integers {
    private static final List<Operator> OPERATORS = List.of(
            Operator.PLUS,
            Operator.PLUS,
            Operator.MINUS,
            Operator.MINUS,
            Operator.TIMES,
            Operator.DIVIDE,
            Operator.REMAINDER,
            Operator.SHIFT_LEFT,
            Operator.SHIFT_RIGHT,
            Operator.SHIFT_UNSIGNED,
            Operator.BIT_AND,
            Operator.BIT_OR,
            Operator.BIT_XOR);

    private final Body body;

    Integers(Body body) {
        this.body = body;
    }

    Expr make(Primitive type, int depth) {
        if (type.promoted() != type) {
            return small(type, depth);
        }
        if (depth <= 0) {
            return leaf(type);
        }
        return new Weighted<Expr>()
                .add(30, () -> leaf(type))
                .add(25, () -> binary(type, depth))
                .add(4, () -> new Expr.Unary(body.dice.of("-", "~", "+"), make(type, depth - 1)))
                .add(8, () -> cast(type, depth))
                .add(8, () -> function(type, depth))
                .add(
                        3,
                        () -> new Expr.Conditional(
                                type, body.booleans.make(depth - 1), make(type, depth - 1), make(type, depth - 1)))
                .add(4, () -> body.arrays.elementOf(type, depth))
                .addIf(type == Primitive.INT, 5, this::length)
                .addIf(
                        body.hasEffects,
                        8,
                        () -> body.place(type, depth - 1)
                                .map(place -> assignment(place, depth - 1))
                                .orElseGet(() -> leaf(type)))
                .add(4, () -> call(type, depth))
                .add(1, () -> body.statements.choice(type, depth - 1))
                .choose(body.dice);
    }

    Expr leaf(Primitive type) {
        List<Expr> names = new ArrayList<>();
        body.scope.ofType(type).forEach(variable -> names.add(variable.expression()));
        body.scope.ofType(new Type.Box(type)).forEach(variable -> names.add(variable.expression()));
        if (names.isEmpty() || body.dice.percent(25)) {
            int value = body.dice.between(-2, 7);
            return new Expr.Literal(type, type == Primitive.LONG ? (Object) (long) value : (Object) value);
        }
        return body.dice.pick(names);
    }

    /** {@code byte}, {@code short} and {@code char} come from casts. */
    private Expr small(Primitive type, int depth) {
        List<Variable> variables = body.scope.ofType(type);
        if (!variables.isEmpty() && body.dice.percent(60)) {
            return body.dice.pick(variables).expression();
        }
        Expr number = body.expression(body.dice.of(Primitive.INT, Primitive.DOUBLE), depth - 1);
        return new Expr.Cast(type, Body.unboxed(number));
    }

    private Expr binary(Primitive type, int depth) {
        Operator operator = body.dice.pick(OPERATORS);
        Expr left = make(type, depth - 1);
        Expr right = make(type == Primitive.LONG && body.dice.percent(30) ? Primitive.INT : type, depth - 1);
        if ((operator == Operator.DIVIDE || operator == Operator.REMAINDER) && body.dice.percent(80)) {
            right = literal(right, body.dice.of(2, 3, 5, -4));
        }
        if (operator.isShift()) {
            right = body.dice.percent(80) ? new Expr.Literal(Primitive.INT, body.dice.between(0, 5)) : right;
        }
        return new Expr.Binary(operator, left, right);
    }

    private static Expr literal(Expr like, int value) {
        return new Expr.Literal(like.type(), like.type() == Primitive.LONG ? (Object) (long) value : (Object) value);
    }

    private Expr cast(Primitive type, int depth) {
        Primitive from = type == Primitive.INT
                ? body.dice.of(Primitive.DOUBLE, Primitive.DOUBLE, Primitive.FLOAT, Primitive.LONG)
                : body.dice.of(Primitive.DOUBLE, Primitive.INT);
        return new Expr.Cast(type, Body.unboxed(body.expression(from, depth - 1)));
    }

    private Expr function(Primitive type, int depth) {
        MathFunction function = body.dice.pick(MathFunction.INTEGERS.stream()
                .filter(candidate -> candidate.result() == type)
                .toList());
        List<Expr> arguments = new ArrayList<>();
        for (Primitive parameter : function.parameters()) {
            arguments.add(body.expression(parameter, depth - 1));
        }
        if (function.name().startsWith("floor")) {
            arguments.set(
                    1,
                    literal(
                            arguments.get(1).type().equals(Primitive.LONG)
                                    ? arguments.get(1)
                                    : new Expr.Literal(Primitive.INT, 0),
                            body.dice.of(2, 3, 4)));
        }
        return new Expr.MathCall(function, false, arguments);
    }

    private Expr length() {
        List<Variable> variables = body.scope.all(variable -> variable.type() instanceof Type.Array);
        return variables.isEmpty()
                ? leaf(Primitive.INT)
                : new Expr.Length(body.dice.pick(variables).expression());
    }

    Expr assignment(Expr place, int depth) {
        Primitive type = Primitive.of(place.type());
        return new Weighted<Expr>()
                .add(4, () -> new Expr.Assign(place, make(type, depth)))
                .add(4, () -> compound(place, type, depth))
                .add(8, () -> new Expr.Step(place, body.dice.percent(60), body.dice.percent(40)))
                .choose(body.dice);
    }

    private Expr compound(Expr place, Primitive type, int depth) {
        Operator operator = body.dice.pick(OPERATORS);
        if (operator == Operator.DIVIDE || operator == Operator.REMAINDER) {
            return new Expr.Compound(operator, place, new Expr.Literal(Primitive.INT, body.dice.of(2, 3, -4)));
        }
        boolean isArithmetic = operator.compareTo(Operator.TIMES) <= 0 && !(place.type() instanceof Type.Box);
        Primitive operand = isArithmetic && body.dice.percent(40) ? Primitive.DOUBLE : type;
        return new Expr.Compound(operator, place, body.expression(operand, depth));
    }

    private Expr call(Primitive type, int depth) {
        List<Method> helpers = body.library.helpers(method -> method.result().equals(type));
        return helpers.isEmpty() ? leaf(type) : body.functions.call(body.dice.pick(helpers), depth - 1);
    }
}
