package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Expressions of type {@code double} and {@code float}. */
final class Reals {
    private static final List<Operator> OPERATORS = List.of(
            Operator.PLUS,
            Operator.PLUS,
            Operator.MINUS,
            Operator.TIMES,
            Operator.TIMES,
            Operator.DIVIDE,
            Operator.REMAINDER);

    private static final List<String> OVERLOADED = List.of("abs", "signum", "ulp", "nextUp", "nextDown");

    private final Body body;

    Reals(Body body) {
        this.body = body;
    }

    Expr make(Primitive type, int depth) {
        if (depth <= 0) {
            return leaf(type);
        }
        boolean isDouble = type == Primitive.DOUBLE;
        return new Weighted<Expr>()
                .add(12, () -> leaf(type))
                .add(34, () -> binary(type, depth))
                .add(4, () -> new Expr.Unary(body.dice.of("-", "-", "+"), make(type, depth - 1)))
                .add(14, () -> isDouble ? unaryFunction(depth) : floatFunction(depth))
                .addIf(isDouble, 8, () -> function(depth))
                .add(4, () -> cast(type, depth))
                .add(5, () -> conditional(type, depth))
                .add(8, () -> body.arrays.elementOf(type, depth))
                .addIf(body.hasEffects, 6, () -> effect(type, depth))
                .add(9, () -> call(type, depth))
                .add(3, () -> choice(type, depth))
                .addIf(isDouble, 4, () -> body.functions.stream(type, depth).orElseGet(() -> leaf(type)))
                .add(5, () -> body.functions.application(type, depth).orElseGet(() -> leaf(type)))
                .add(8, () -> body.objects.number(type, depth).orElseGet(() -> leaf(type)))
                .choose(body.dice);
    }

    /** A variable, where there is one, or a literal. */
    Expr leaf(Primitive type) {
        List<Expr> names = new ArrayList<>();
        body.scope.ofType(type).forEach(variable -> names.add(variable.expression()));
        body.scope.ofType(new Type.Box(type)).forEach(variable -> names.add(variable.expression()));
        if (names.isEmpty() && type == Primitive.FLOAT && body.dice.percent(50)) {
            return new Expr.Cast(type, Body.unboxed(leaf(Primitive.DOUBLE)));
        }
        if (names.isEmpty() || body.dice.percent(10)) {
            return literal(type);
        }
        // The first are parameters: what depends on nothing else is dull.
        return body.dice.percent(25) ? names.get(0) : body.dice.pick(names);
    }

    private Expr literal(Primitive type) {
        double value = body.dice.percent(40)
                ? body.dice.of(0.5, 1.0, 2.0, -1.25, 3.0, 0.1, -0.75, 1.5, 0.0, 10.0)
                : Math.rint(body.dice.real(-2, 3) * 1000) / 1000;
        return new Expr.Literal(type, type == Primitive.FLOAT ? (Object) (float) value : (Object) value);
    }

    private Expr binary(Primitive type, int depth) {
        Operator operator = body.dice.pick(OPERATORS);
        Expr left = make(type, depth - 1);
        Expr right;
        if (body.dice.percent(20)) {
            right = promoted(type, depth - 1);
        } else {
            right = make(type, depth - 1);
        }
        if (operator == Operator.DIVIDE || operator == Operator.REMAINDER) {
            right = body.dice.percent(25) ? right : awayFromZero(type, right);
        }
        boolean isSwapped = operator != Operator.DIVIDE && operator != Operator.REMAINDER && body.dice.percent(30);
        return isSwapped ? new Expr.Binary(operator, right, left) : new Expr.Binary(operator, left, right);
    }

    /** An operand that becomes the type by promotion. */
    private Expr promoted(Primitive type, int depth) {
        Primitive narrow = type == Primitive.DOUBLE
                ? body.dice.of(Primitive.FLOAT, Primitive.INT, Primitive.LONG)
                : body.dice.of(Primitive.INT, Primitive.LONG);
        return body.expression(narrow, depth);
    }

    /** 1.5 + |x|, or a literal: divisors that do not blow everything up. */
    private Expr awayFromZero(Primitive type, Expr expr) {
        if (body.dice.percent(30)) {
            return new Expr.Literal(type, type == Primitive.FLOAT ? (Object) 1.75f : (Object) 1.75);
        }
        Expr constant = new Expr.Literal(type, type == Primitive.FLOAT ? (Object) 1.5f : (Object) 1.5);
        Primitive own = Primitive.of(expr.type());
        Expr argument = own.isFloating() ? expr : new Expr.Cast(type, expr);
        MathFunction abs = MathFunction.named("abs", Primitive.of(argument.type()));
        return new Expr.Binary(Operator.PLUS, constant, new Expr.MathCall(abs, false, List.of(argument)));
    }

    private Expr unaryFunction(int depth) {
        MathFunction function = body.dice.pick(MathFunction.UNARY);
        boolean isStrict = body.dice.percent(15);
        // An argument of another type would choose another function.
        boolean mayPromote = !OVERLOADED.contains(function.name()) && body.dice.percent(15);
        Expr argument = mayPromote ? promoted(Primitive.DOUBLE, depth - 1) : make(Primitive.DOUBLE, depth - 1);
        if (body.dice.percent(75)) {
            argument = inDomain(function.name(), argument);
        }
        return new Expr.MathCall(function, isStrict, List.of(argument));
    }

    /** Arguments for which the result is a number of moderate size. */
    private Expr inDomain(String name, Expr argument) {
        return switch (name) {
            case "exp", "expm1", "sinh", "cosh", "asin", "acos", "tan" -> named("sin", argument);
            case "log", "log10", "sqrt" -> awayFromZero(Primitive.DOUBLE, argument);
            case "log1p" -> named("abs", argument);
            default -> argument;
        };
    }

    private static Expr named(String name, Expr argument) {
        return new Expr.MathCall(MathFunction.named(name, Primitive.DOUBLE), false, List.of(argument));
    }

    private Expr function(int depth) {
        MathFunction function = body.dice.pick(MathFunction.OTHERS.stream()
                .filter(f -> f.result() == Primitive.DOUBLE)
                .toList());
        List<Expr> arguments = new ArrayList<>();
        for (Primitive parameter : function.parameters()) {
            arguments.add(
                    parameter == Primitive.INT
                            ? new Expr.Literal(Primitive.INT, body.dice.between(-3, 3))
                            : make(Primitive.DOUBLE, depth - 1));
        }
        if (function.name().equals("pow") && body.dice.percent(80)) {
            arguments.set(0, awayFromZero(Primitive.DOUBLE, arguments.get(0)));
            arguments.set(
                    1,
                    body.dice.percent(50)
                            ? new Expr.Literal(Primitive.DOUBLE, body.dice.of(2.0, 3.0, -1.0, 0.5, 1.0, 0.0, 2.5))
                            : named("sin", arguments.get(1)));
        }
        return new Expr.MathCall(function, body.dice.percent(10), arguments);
    }

    private Expr floatFunction(int depth) {
        MathFunction function = body.dice.pick(MathFunction.OTHERS.stream()
                .filter(f -> f.result() == Primitive.FLOAT)
                .toList());
        List<Expr> arguments = new ArrayList<>();
        for (Primitive parameter : function.parameters()) {
            arguments.add(
                    parameter == Primitive.INT
                            ? new Expr.Literal(Primitive.INT, body.dice.between(-3, 3))
                            : make(Primitive.FLOAT, depth - 1));
        }
        return new Expr.MathCall(function, false, arguments);
    }

    private Expr cast(Primitive type, int depth) {
        Primitive from = type == Primitive.FLOAT
                ? body.dice.of(Primitive.DOUBLE, Primitive.DOUBLE, Primitive.INT, Primitive.LONG)
                : body.dice.of(Primitive.FLOAT, Primitive.INT, Primitive.LONG);
        return new Expr.Cast(type, Body.unboxed(body.expression(from, depth - 1)));
    }

    private Expr conditional(Primitive type, int depth) {
        Expr condition = body.booleans.make(depth - 1);
        Expr one = make(type, depth - 1);
        Expr other = body.dice.percent(20) ? promoted(type, depth - 1) : make(type, depth - 1);
        return new Expr.Conditional(
                Primitive.promoted(Primitive.of(one.type()), Primitive.of(other.type())), condition, one, other);
    }

    /** An assignment inside an expression. */
    private Expr effect(Primitive type, int depth) {
        return body.place(type, depth - 1)
                .map(place -> assignment(place, depth - 1))
                .orElseGet(() -> leaf(type));
    }

    /** {@code place = …}, {@code place += …}, {@code place++} and so on. */
    Expr assignment(Expr place, int depth) {
        Primitive type = Primitive.of(place.type());
        return new Weighted<Expr>()
                .add(5, () -> new Expr.Assign(place, make(type, depth)))
                .add(5, () -> compound(place, type, depth))
                .add(2, () -> new Expr.Step(place, body.dice.percent(50), body.dice.percent(50)))
                .choose(body.dice);
    }

    private Expr compound(Expr place, Primitive type, int depth) {
        Operator operator = body.dice.pick(OPERATORS);
        // The hidden cast: a float place takes a double, and a box what has its own type.
        Supplier<Primitive> other = () -> body.dice.of(type, Primitive.DOUBLE, Primitive.INT, Primitive.FLOAT);
        Primitive operand = place.type() instanceof Type.Box ? type : other.get();
        Expr value = body.expression(operand, depth);
        boolean divides = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
        Expr safe = divides && operand.isFloating() ? awayFromZero(operand, value) : value;
        if (divides && !operand.isFloating()) {
            safe = new Expr.Literal(Primitive.INT, body.dice.of(2, 3, -4));
        }
        return new Expr.Compound(operator, place, safe);
    }

    private Expr call(Primitive type, int depth) {
        List<Method> helpers = body.library.helpers(method -> method.result().equals(type));
        return helpers.isEmpty() ? leaf(type) : body.functions.call(body.dice.pick(helpers), depth - 1);
    }

    private Expr choice(Primitive type, int depth) {
        return body.statements.choice(type, depth - 1);
    }
}
