package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Operator;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Stmt;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;

/** Methods and classes. */
final class Methods {
    private final Dice dice;
    private final Library library;

    Methods(Dice dice, Library library) {
        this.dice = dice;
        this.library = library;
    }

    /** A static method for others to call. */
    Method helper(String name) {
        Body body = new Body(dice, library);
        List<Method.Parameter> parameters = new ArrayList<>();
        boolean isRecursive = dice.percent(20);
        if (isRecursive) {
            parameters.add(new Method.Parameter(Primitive.INT, Method.DEPTH, false));
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            Type type = parameterType();
            boolean isReadOnly = type instanceof Type.Array && dice.percent(30);
            parameters.add(new Method.Parameter(type, body.scope.fresh("a"), isReadOnly));
        }
        boolean isVariable = !isRecursive && dice.percent(12);
        if (isVariable) {
            parameters.add(new Method.Parameter(Body.VECTOR, body.scope.fresh("rest"), false));
        }
        if (!isRecursive && !isVariable && dice.percent(15)) {
            parameters.add(new Method.Parameter(
                    dice.of(FunctionExpressions.UNARY, FunctionExpressions.BINARY), body.scope.fresh("g"), false));
        }
        Type result = helperResult();
        Stmt.Block block = body(body, parameters, result, dice.between(1, 3));
        if (isRecursive) {
            block = recursive(body, name, parameters, result, block);
        }
        return new Method(name, result, parameters, block, true, isVariable);
    }

    private Type parameterType() {
        return new Weighted<Type>()
                .add(10, () -> Primitive.DOUBLE)
                .add(3, () -> dice.of(Primitive.FLOAT, Primitive.INT, Primitive.LONG))
                .add(5, () -> Body.VECTOR)
                .add(1, () -> Body.MATRIX)
                .add(1, () -> new Type.Box(Primitive.DOUBLE))
                .addIf(
                        !library.classes.isEmpty(),
                        4,
                        () -> dice.pick(library.classes).type())
                .choose(dice);
    }

    private Type helperResult() {
        return new Weighted<Type>()
                .add(10, () -> Primitive.DOUBLE)
                .add(1, () -> Primitive.FLOAT)
                .add(1, () -> Primitive.INT)
                .add(1, () -> Primitive.LONG)
                .add(3, () -> Body.VECTOR)
                .add(3, () -> Primitive.VOID)
                .addIf(
                        !library.classes.isEmpty(),
                        4,
                        () -> dice.pick(library.classes).type())
                .choose(dice);
    }

    private Stmt.Block body(Body body, List<Method.Parameter> parameters, Type result, int size) {
        for (Method.Parameter parameter : parameters) {
            body.scope.use(parameter.name());
            boolean isConstantArray = parameter.isConstant() && parameter.type() instanceof Type.Array;
            Variable.Use use = isConstantArray
                    ? Variable.Use.CONSTANT
                    : parameter.name().equals(Method.DEPTH)
                            ? Variable.Use.COUNTER
                            : dice.percent(55) ? Variable.Use.FIXED : Variable.Use.FREE;
            body.scope.add(Variable.local(parameter.type(), parameter.name(), use));
        }
        return body.statements.method(result, size);
    }

    /** A leaf where the depth is used up, and a call of itself before the rest. */
    private Stmt.Block recursive(
            Body body, String name, List<Method.Parameter> parameters, Type result, Stmt.Block block) {
        Expr depth = new Expr.Name(Primitive.INT, Method.DEPTH);
        List<Expr> arguments = new ArrayList<>();
        for (Method.Parameter parameter : parameters) {
            arguments.add(
                    arguments.isEmpty()
                            ? new Expr.Binary(Operator.MINUS, depth, new Expr.Literal(Primitive.INT, 1))
                            : body.expression(parameter.type(), 2));
        }
        Expr call = new Expr.Call(result, null, name, arguments);
        List<Stmt> all = new ArrayList<>();
        all.add(new Stmt.If(
                new Expr.Binary(Operator.AT_MOST, depth, new Expr.Literal(Primitive.INT, 0)),
                new Stmt.Block(List.of(new Stmt.Return(result == Primitive.VOID ? null : body.expression(result, 1)))),
                null));
        if (result == Primitive.VOID || dice.percent(30)) {
            all.add(new Stmt.Evaluate(call));
            all.addAll(block.statements());
        } else if (result instanceof Primitive primitive && primitive.isFloating()) {
            all.add(new Stmt.Declare(result, "inner", call));
            Expr inner = new Expr.Name(result, "inner");
            Expr sum = new Expr.Binary(Operator.PLUS, inner, body.expression(result, 2));
            all.add(new Stmt.If(body.booleans.make(1), new Stmt.Block(List.of(new Stmt.Return(sum))), null));
            all.addAll(block.statements());
        } else {
            all.add(new Stmt.If(body.booleans.make(1), new Stmt.Block(List.of(new Stmt.Return(call))), null));
            all.addAll(block.statements());
        }
        return new Stmt.Block(all);
    }

    /** A record of numbers, or a class whose fields change. */
    ClassDefinition definition(String name, boolean isRecord) {
        List<Method.Parameter> fields = new ArrayList<>();
        fields.add(new Method.Parameter(Primitive.DOUBLE, "u", false));
        for (int i = dice.between(0, 2); i > 0; i--) {
            Type type = new Weighted<Type>()
                    .add(6, () -> Primitive.DOUBLE)
                    .add(2, () -> dice.of(Primitive.FLOAT, Primitive.INT))
                    .add(2, () -> Body.VECTOR)
                    .addIf(
                            !library.classes.isEmpty(),
                            3,
                            () -> dice.pick(library.classes).type())
                    .choose(dice);
            boolean isConstant = type == Primitive.DOUBLE && dice.percent(12);
            fields.add(new Method.Parameter(type, "f" + i, isConstant));
        }
        ClassDefinition bare = new ClassDefinition(name, isRecord, fields, List.of());
        library.classes.add(bare);
        List<Method> methods = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            methods.add(method(bare, "m" + i));
        }
        library.classes.remove(bare);
        return new ClassDefinition(name, isRecord, fields, methods);
    }

    private Method method(ClassDefinition owner, String name) {
        Body body = new Body(dice, library);
        Expr self = new Expr.Name(owner.type(), "this");
        body.scope.add(new Variable(owner.type(), self, Variable.Use.FIXED));
        for (Method.Parameter field : owner.fields()) {
            boolean mayAssign = !owner.isRecord() && !field.isConstant();
            body.scope.add(new Variable(
                    field.type(),
                    new Expr.Member(field.type(), self, field.name(), false),
                    mayAssign ? Variable.Use.FREE : Variable.Use.FIXED));
        }
        List<Method.Parameter> parameters = new ArrayList<>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            parameters.add(new Method.Parameter(
                    dice.percent(60) ? Primitive.DOUBLE : owner.type(), body.scope.fresh("a"), false));
        }
        Type result = new Weighted<Type>()
                .add(5, () -> Primitive.DOUBLE)
                .add(3, owner::type)
                .add(owner.isRecord() ? 0 : 4, () -> Primitive.VOID)
                .choose(dice);
        return new Method(name, result, parameters, body(body, parameters, result, dice.between(1, 2)), false, false);
    }

    /** The method to differentiate. */
    Method entry(List<Method.Parameter> constants, Type.Named owner, int order) {
        Body body = new Body(dice, library);
        Expr self = new Expr.Name(owner, "this");
        for (Method.Parameter constant : constants) {
            boolean isArray = constant.type() instanceof Type.Array;
            body.scope.add(new Variable(
                    constant.type(),
                    new Expr.Member(constant.type(), self, constant.name(), false),
                    isArray ? Variable.Use.CONSTANT : Variable.Use.FIXED));
        }
        List<Method.Parameter> parameters = new ArrayList<>();
        parameters.add(
                new Method.Parameter(dice.percent(70) ? Primitive.DOUBLE : Body.VECTOR, body.scope.fresh("x"), false));
        for (int i = dice.between(0, 3); i > 0; i--) {
            parameters.add(parameter(body.scope.fresh("x")));
        }
        Type result = order == 2 ? Primitive.DOUBLE : result(parameters);
        Stmt.Block block = body(body, parameters, result, dice.between(2, 6));
        if (result == Primitive.VOID) {
            block = writing(body, parameters, block);
        }
        boolean isVariable = parameters.get(parameters.size() - 1).type().equals(Body.VECTOR) && dice.percent(15);
        return new Method("f", result, parameters, block, constants.isEmpty(), isVariable);
    }

    /** A method that returns nothing has to write to something active. */
    private Stmt.Block writing(Body body, List<Method.Parameter> parameters, Stmt.Block block) {
        List<Expr> elements = new ArrayList<>();
        for (Method.Parameter parameter : parameters) {
            if (parameter.isActive()
                    && parameter.type() instanceof Type.Array array
                    && array.element() instanceof Primitive) {
                Expr name = new Expr.Name(array, parameter.name());
                elements.add(new Expr.Element(name, new Expr.Literal(Primitive.INT, 0)));
            }
        }
        List<Stmt> all = new ArrayList<>();
        all.add(new Stmt.Evaluate(body.reals.assignment(dice.pick(elements), 2)));
        all.addAll(block.statements());
        return new Stmt.Block(all);
    }

    private Method.Parameter parameter(String name) {
        return new Weighted<Method.Parameter>()
                .add(8, () -> new Method.Parameter(Primitive.DOUBLE, name, false))
                .add(5, () -> new Method.Parameter(Body.VECTOR, name, false))
                .add(2, () -> new Method.Parameter(Body.MATRIX, name, false))
                .add(2, () -> new Method.Parameter(Primitive.FLOAT, name, false))
                .add(1, () -> new Method.Parameter(new Type.Array(Primitive.FLOAT), name, false))
                .add(2, () -> new Method.Parameter(dice.of(Primitive.INT, Primitive.LONG), name, false))
                .add(1, () -> new Method.Parameter(Primitive.BOOLEAN, name, false))
                .add(1, () -> new Method.Parameter(Primitive.DOUBLE, name, true))
                .add(2, () -> new Method.Parameter(Body.VECTOR, name, true))
                .add(1, () -> new Method.Parameter(Body.MATRIX, name, true))
                .addIf(
                        !library.classes.isEmpty(),
                        5,
                        () -> new Method.Parameter(dice.pick(library.classes).type(), name, false))
                .addIf(
                        !library.classes.isEmpty(),
                        2,
                        () -> new Method.Parameter(
                                new Type.Array(dice.pick(library.classes).type()), name, false))
                .choose(dice);
    }

    private Type result(List<Method.Parameter> parameters) {
        boolean writes = parameters.stream()
                .anyMatch(parameter -> parameter.isActive()
                        && parameter.type() instanceof Type.Array array
                        && array.element() instanceof Primitive);
        return new Weighted<Type>()
                .add(14, () -> Primitive.DOUBLE)
                .add(2, () -> Primitive.FLOAT)
                .add(3, () -> Body.VECTOR)
                .add(1, () -> Body.MATRIX)
                .addIf(writes, 3, () -> Primitive.VOID)
                .addIf(
                        !library.classes.isEmpty(),
                        2,
                        () -> dice.pick(library.classes).type())
                .choose(dice);
    }
}
