package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.MathFunction;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of methods and functions, lambdas, method references and streams. */
final class FunctionExpressions {
    static final Type.Function UNARY = new Type.Function(
            "DoubleUnaryOperator", "applyAsDouble", List.of(Primitive.DOUBLE), Primitive.DOUBLE, true);
    static final Type.Function BINARY = new Type.Function(
            "DoubleBinaryOperator",
            "applyAsDouble",
            List.of(Primitive.DOUBLE, Primitive.DOUBLE),
            Primitive.DOUBLE,
            true);
    private static final Type.Function PREDICATE =
            new Type.Function("DoublePredicate", "test", List.of(Primitive.DOUBLE), Primitive.BOOLEAN, true);

    private final Body body;

    FunctionExpressions(Body body) {
        this.body = body;
    }

    Expr call(Method helper, int depth) {
        return new Expr.Call(helper.result(), null, helper.name(), arguments(helper, depth));
    }

    List<Expr> arguments(Method method, int depth) {
        List<Expr> arguments = new ArrayList<>();
        List<Method.Parameter> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            boolean isLast = i == parameters.size() - 1;
            if (isLast && method.isVariable() && body.dice.percent(75)) {
                for (int k = body.dice.between(0, 3); k > 0; k--) {
                    arguments.add(body.expression(((Type.Array) type).element(), depth - 1));
                }
            } else if (parameters.get(i).isConstant() && body.dice.percent(50)) {
                arguments.add(body.dice
                        .pick(withDefault(body.scope.ofType(type)))
                        .map(Variable::expression)
                        .orElseGet(() -> body.expression(type, depth - 1)));
            } else if (method.isRecursive() && i == 0) {
                arguments.add(new Expr.Literal(Primitive.INT, body.dice.between(0, 3)));
            } else {
                arguments.add(body.expression(type, depth - 1));
            }
        }
        return arguments;
    }

    private static List<Optional<Variable>> withDefault(List<Variable> variables) {
        return variables.isEmpty()
                ? List.of(Optional.empty())
                : variables.stream().map(Optional::of).toList();
    }

    Expr make(Type.Function type, int depth) {
        List<Variable> variables = body.scope.ofType(type);
        List<MathFunction> functions = type.equals(UNARY)
                ? List.of(MathFunction.named("sin", Primitive.DOUBLE), MathFunction.named("tanh", Primitive.DOUBLE))
                : type.equals(BINARY)
                        ? List.of(
                                MathFunction.named("max", Primitive.DOUBLE),
                                MathFunction.named("hypot", Primitive.DOUBLE))
                        : List.of();
        List<Method> helpers = body.library.helpers(method -> !method.isRecursive()
                && !method.isVariable()
                && method.result().equals(type.result())
                && method.parameters().stream()
                        .map(Method.Parameter::type)
                        .toList()
                        .equals(type.parameters()));
        return new Weighted<Expr>()
                .add(10, () -> lambda(type, depth))
                .addIf(!variables.isEmpty(), 6, () -> body.dice.pick(variables).expression())
                .addIf(!functions.isEmpty(), 2, () -> new Expr.Reference(type, body.dice.pick(functions), null))
                .addIf(
                        !helpers.isEmpty(),
                        4,
                        () -> new Expr.Reference(
                                type, null, body.dice.pick(helpers).name()))
                .choose(body.dice);
    }

    /** A lambda that captures what is never assigned to. */
    Expr lambda(Type.Function type, int depth) {
        List<Variable> before = body.scope.hideWhatIsAssigned();
        List<String> names = new ArrayList<>();
        for (Type parameter : type.parameters()) {
            String name = body.scope.fresh("p");
            names.add(name);
            body.scope.add(Variable.local(parameter, name, Variable.Use.FREE));
        }
        List<Stmt> statements = body.dice.percent(70)
                ? List.of(new Stmt.Return(body.expression(type.result(), Math.min(depth, 2))))
                : body.statements.function(type.result());
        body.scope.restore(before);
        return new Expr.Lambda(type, names, statements);
    }

    /** The call of a function that a variable holds. */
    Optional<Expr> application(Primitive type, int depth) {
        List<Variable> variables = body.scope.all(variable -> variable.type() instanceof Type.Function function
                && function.result().equals(type));
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        Variable variable = body.dice.pick(variables);
        List<Expr> arguments = new ArrayList<>();
        for (Type parameter : ((Type.Function) variable.type()).parameters()) {
            arguments.add(body.expression(parameter, depth - 1));
        }
        return Optional.of(new Expr.Apply(variable.expression(), arguments));
    }

    /** A stream over an array of numbers that ends in one, or in an array. */
    Optional<Expr> stream(Type result, int depth) {
        List<Variable> arrays = body.scope.ofType(Body.VECTOR);
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        boolean hadEffects = body.hasEffects;
        body.hasEffects = false;
        List<Expr.Stage> stages = new ArrayList<>();
        for (int k = body.dice.between(0, 2); k > 0; k--) {
            boolean isMap = body.dice.percent(65);
            stages.add(new Expr.Stage(isMap ? "map" : "filter", lambda(isMap ? UNARY : PREDICATE, depth - 1)));
        }
        Expr.End end = result instanceof Type.Array
                ? Expr.End.TO_ARRAY
                : body.dice.of(Expr.End.SUM, Expr.End.SUM, Expr.End.MAX, Expr.End.MIN, Expr.End.REDUCE);
        List<Expr> arguments = new ArrayList<>();
        if (end == Expr.End.MAX || end == Expr.End.MIN || end == Expr.End.REDUCE) {
            arguments.add(body.reals.leaf(Primitive.DOUBLE));
        }
        if (end == Expr.End.REDUCE) {
            arguments.add(lambda(BINARY, depth - 1));
        }
        body.hasEffects = hadEffects;
        return Optional.of(new Expr.Stream(result, body.dice.pick(arrays).expression(), stages, end, arguments));
    }
}
