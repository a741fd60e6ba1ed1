package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Method;
import io.github.pushforward.programs.tree.Primitive;
import io.github.pushforward.programs.tree.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions whose types are classes of the program, and numbers out of such objects. */
final class Objects {
    private final Body body;

    Objects(Body body) {
        this.body = body;
    }

    Expr make(Type.Named type, int depth) {
        List<Variable> variables = body.scope.ofType(type);
        List<Variable> arrays = body.scope.ofType(new Type.Array(type));
        return new Weighted<Expr>()
                .addIf(!variables.isEmpty(), 12, () -> body.dice.pick(variables).expression())
                .addIf(
                        !arrays.isEmpty(),
                        6,
                        () -> body.arrays.element(body.dice.pick(arrays).expression(), depth - 1))
                .addIf(depth > 0, 4, () -> call(type, depth).orElseGet(() -> fresh(type, depth)))
                .addIf(
                        depth > 0 && !variables.isEmpty(),
                        2,
                        () -> new Expr.Conditional(
                                type, body.booleans.make(depth - 1), make(type, depth - 1), make(type, depth - 1)))
                .add(variables.isEmpty() ? 6 : 3, () -> fresh(type, depth))
                .choose(body.dice);
    }

    private Expr fresh(Type.Named type, int depth) {
        List<Expr> arguments = new ArrayList<>();
        for (Method.Parameter field : body.library.definition(type).fields()) {
            arguments.add(
                    field.isConstant() && field.type().isReal()
                            ? new Expr.Literal(Primitive.DOUBLE, 0.75)
                            : body.expression(field.type(), Math.min(depth - 1, 2)));
        }
        return new Expr.New(type, arguments);
    }

    /** A method of any object that returns the type. */
    private Optional<Expr> call(Type type, int depth) {
        List<Expr> calls = new ArrayList<>();
        for (ClassDefinition definition : body.library.classes) {
            for (Method method : definition.methods()) {
                if (method.result().equals(type)) {
                    calls.add(new Expr.Call(type, make(definition.type(), depth - 1), method.name(), List.of()));
                }
            }
        }
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Expr.Call call = (Expr.Call) body.dice.pick(calls);
        return Optional.of(withArguments(call, depth));
    }

    private Expr withArguments(Expr.Call call, int depth) {
        Type.Named owner =
                (Type.Named) java.util.Objects.requireNonNull(call.object()).type();
        Method method = body.library.definition(owner).methods().stream()
                .filter(candidate -> candidate.name().equals(call.method()))
                .findFirst()
                .orElseThrow();
        return new Expr.Call(call.type(), call.object(), call.method(), body.functions.arguments(method, depth - 1));
    }

    /** A number out of an object: a field, or what a method returns. */
    Optional<Expr> number(Primitive type, int depth) {
        if (body.dice.percent(50)) {
            return call(type, depth);
        }
        List<Expr> members = new ArrayList<>();
        for (ClassDefinition definition : body.library.classes) {
            for (Method.Parameter field : definition.fields()) {
                if (field.type().equals(type)) {
                    boolean byAccessor = definition.isRecord() && body.dice.percent(60);
                    members.add(new Expr.Member(type, make(definition.type(), depth - 1), field.name(), byAccessor));
                }
            }
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(body.dice.pick(members));
    }

    /** The call of a method without a value. */
    Optional<Expr> statement(int depth) {
        return call(Primitive.VOID, depth);
    }

    /** Fields of objects in variables that may be assigned to. */
    List<Expr> fields(Type type) {
        List<Expr> fields = new ArrayList<>();
        for (Variable variable : body.scope.all(candidate -> candidate.type() instanceof Type.Named)) {
            ClassDefinition definition = body.library.definition((Type.Named) variable.type());
            for (Method.Parameter field : definition.fields()) {
                if (!definition.isRecord()
                        && !field.isConstant()
                        && field.type().equals(type)) {
                    fields.add(new Expr.Member(type, variable.expression(), field.name(), false));
                }
            }
        }
        return fields;
    }
}
