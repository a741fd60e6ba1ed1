package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.ArrayFunction;
import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Expressions of array types, and elements. */
final class Arrays {
    private final Body body;

    Arrays(Body body) {
        this.body = body;
    }

    /** An array that may be written into and kept. */
    Expr make(Type.Array type, int depth) {
        List<Variable> variables = body.scope.all(
                variable -> !variable.isConstant() && variable.type().equals(type));
        List<Variable> matrices = body.scope.all(variable -> !variable.isConstant()
                && variable.type() instanceof Type.Array array
                && array.element().equals(type));
        List<Method> helpers = body.library.helpers(method -> method.result().equals(type));
        Weighted<Expr> choice = new Weighted<Expr>()
                .addIf(!variables.isEmpty(), 12, () -> body.dice.pick(variables).expression())
                .add(variables.isEmpty() ? 6 : 2, () -> fresh(type, depth));
        if (depth > 0) {
            choice.addIf(
                            !matrices.isEmpty(),
                            5,
                            () -> element(body.dice.pick(matrices).expression(), depth - 1))
                    .addIf(
                            !variables.isEmpty(),
                            4,
                            () -> copy(type, body.dice.pick(variables).expression()))
                    .addIf(
                            type.equals(Body.VECTOR),
                            2,
                            () -> body.functions.stream(type, depth).orElseGet(() -> fresh(type, depth)))
                    .addIf(!helpers.isEmpty(), 4, () -> body.functions.call(body.dice.pick(helpers), depth - 1))
                    .addIf(
                            !variables.isEmpty(),
                            2,
                            () -> new Expr.Conditional(
                                    type, body.booleans.make(depth - 1), make(type, depth - 1), make(type, depth - 1)))
                    .addIf(
                            body.hasEffects,
                            1,
                            () -> body.place(type, depth - 1)
                                    .map(place -> (Expr) new Expr.Assign(place, make(type, depth - 1)))
                                    .orElseGet(() -> fresh(type, depth)));
        }
        return choice.choose(body.dice);
    }

    /** A new array of 2 to 4 elements. */
    Expr fresh(Type.Array type, int depth) {
        boolean isOfRows = type.element() instanceof Type.Array;
        int length = body.dice.between(isOfRows ? 1 : 2, isOfRows ? 3 : 4);
        if (type.element() instanceof Type.Named || body.dice.percent(60)) {
            List<Expr> elements = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                elements.add(body.expression(type.element(), Math.min(depth - 1, 1)));
            }
            return new Expr.ArrayLiteral(type, elements);
        }
        List<Expr> lengths = new ArrayList<>();
        lengths.add(new Expr.Literal(Primitive.INT, length));
        if (isOfRows && body.dice.percent(85)) {
            lengths.add(new Expr.Literal(Primitive.INT, body.dice.between(2, 3)));
        }
        return new Expr.NewArray(type, lengths);
    }

    private Expr copy(Type.Array type, Expr array) {
        return new Weighted<Expr>()
                .add(4, () -> new Expr.ArrayCall(type, ArrayFunction.CLONE, List.of(array)))
                .add(
                        2,
                        () -> new Expr.ArrayCall(
                                type,
                                ArrayFunction.COPY_OF,
                                List.of(array, new Expr.Literal(Primitive.INT, body.dice.between(2, 6)))))
                .add(
                        1,
                        () -> new Expr.ArrayCall(
                                type,
                                ArrayFunction.COPY_OF_RANGE,
                                List.of(
                                        array,
                                        new Expr.Literal(Primitive.INT, body.dice.between(0, 2)),
                                        new Expr.Literal(Primitive.INT, body.dice.between(2, 5)))))
                .choose(body.dice);
    }

    /** An element of any array in sight that has elements of the type, constant ones too. */
    Expr elementOf(Primitive type, int depth) {
        List<Supplier<Expr>> choices = new ArrayList<>();
        for (Variable variable : body.scope.all(variable -> variable.type() instanceof Type.Array)) {
            Type element = ((Type.Array) variable.type()).element();
            if (element.equals(type)) {
                choices.add(() -> element(variable.expression(), depth - 1));
            } else if (element instanceof Type.Array row && row.element().equals(type)) {
                choices.add(() -> element(element(variable.expression(), depth - 1), depth - 1));
            }
        }
        if (choices.isEmpty()) {
            return type.isFloating() ? body.reals.leaf(type) : body.integers.leaf(type);
        }
        return body.dice.pick(choices).get();
    }

    /** {@code array[index]}, with an index that is mostly inside. */
    Expr element(Expr array, int depth) {
        Optional<Expr> counter = body
                .scope
                .all(variable -> variable.use() == Variable.Use.COUNTER && variable.type() == Primitive.INT)
                .stream()
                .map(Variable::expression)
                .reduce((one, other) -> body.dice.percent(50) ? one : other);
        Expr index = new Weighted<Expr>()
                .add(8, () -> new Expr.Literal(Primitive.INT, body.dice.between(0, 1)))
                .addIf(array instanceof Expr.Name, 10, () -> modulo(body.expression(Primitive.INT, depth - 1), array))
                .addIf(counter.isPresent(), 8, counter::get)
                .addIf(counter.isPresent() && array instanceof Expr.Name, 8, () -> modulo(counter.get(), array))
                .add(2, () -> body.expression(Primitive.INT, depth - 1))
                .choose(body.dice);
        return new Expr.Element(array, index);
    }

    private static Expr modulo(Expr index, Expr array) {
        return new Expr.MathCall(
                MathFunction.named("floorMod", Primitive.INT), false, List.of(index, new Expr.Length(array)));
    }

    /** A call that fills, copies or sorts, as a statement. */
    Optional<Expr> call(int depth) {
        List<Variable> variables = body.scope.all(variable -> !variable.isConstant()
                && variable.type() instanceof Type.Array array
                && array.element() instanceof Primitive);
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        Variable target = body.dice.pick(variables);
        Type.Array type = (Type.Array) target.type();
        return Optional.of(new Weighted<Expr>()
                .add(
                        3,
                        () -> new Expr.ArrayCall(
                                Primitive.VOID,
                                ArrayFunction.FILL,
                                List.of(target.expression(), body.expression(type.element(), depth))))
                .add(4, () -> arraycopy(target, type))
                .add(2, () -> new Expr.ArrayCall(Primitive.VOID, ArrayFunction.SORT, List.of(target.expression())))
                .choose(body.dice));
    }

    private Expr arraycopy(Variable target, Type.Array type) {
        Expr source = body.dice.pick(body.scope.ofType(type)).expression();
        return new Expr.ArrayCall(
                Primitive.VOID,
                ArrayFunction.ARRAYCOPY,
                List.of(
                        source,
                        new Expr.Literal(Primitive.INT, body.dice.between(0, 1)),
                        target.expression(),
                        new Expr.Literal(Primitive.INT, body.dice.between(0, 1)),
                        new Expr.Literal(Primitive.INT, body.dice.between(0, 2))));
    }
}
