package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;

/** Conditions. They are never constants, of which the compiler would draw conclusions. */
final class Booleans {
    private final Body body;

    Booleans(Body body) {
        this.body = body;
    }

    Expr make(int depth) {
        if (depth <= 0) {
            return comparison(0);
        }
        return new Weighted<Expr>()
                .add(20, () -> comparison(depth))
                .add(
                        8,
                        () -> new Expr.Binary(
                                body.dice.of(Operator.AND, Operator.OR), make(depth - 1), make(depth - 1)))
                .add(
                        3,
                        () -> new Expr.Binary(
                                body.dice.of(Operator.BIT_AND, Operator.BIT_OR, Operator.BIT_XOR, Operator.EQUAL),
                                make(depth - 1),
                                make(depth - 1)))
                .add(3, () -> new Expr.Unary("!", make(depth - 1)))
                .addIf(
                        body.hasEffects,
                        2,
                        () -> body.place(Primitive.BOOLEAN, depth - 1)
                                .map(place -> (Expr) new Expr.Assign(place, make(depth - 1)))
                                .orElseGet(() -> comparison(depth)))
                .addIf(
                        !body.scope.ofType(Primitive.BOOLEAN).isEmpty(),
                        6,
                        () -> body.dice
                                .pick(body.scope.ofType(Primitive.BOOLEAN))
                                .expression())
                .choose(body.dice);
    }

    private Expr comparison(int depth) {
        Operator operator = body.dice.of(
                Operator.LESS,
                Operator.LESS,
                Operator.GREATER,
                Operator.GREATER,
                Operator.AT_MOST,
                Operator.AT_LEAST,
                Operator.EQUAL,
                Operator.DIFFERENT);
        Primitive type = body.dice.of(
                Primitive.DOUBLE,
                Primitive.DOUBLE,
                Primitive.DOUBLE,
                Primitive.INT,
                Primitive.INT,
                Primitive.FLOAT,
                Primitive.LONG);
        Expr left = body.expression(type, Math.max(depth - 1, type == Primitive.DOUBLE ? 1 : 0));
        Expr right = body.expression(type, depth - 1);
        return new Expr.Binary(operator, Body.unboxed(left), right);
    }
}
