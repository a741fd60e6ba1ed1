package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Construction;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Shadow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differentiates what is done with objects of active classes: making them, and reading their fields. */
final class ObjectTransform {
    private final ExpressionTransform expressions;
    private final CalleeTangents callees;

    ObjectTransform(ExpressionTransform expressions, CalleeTangents callees) {
        this.expressions = expressions;
        this.callees = callees;
    }

    static Linear field(Expr.Field field, Linear object) {
        Expr primal = field.withChildren(List.of(object.primal()));
        return object.tangent() == null || !field.isActive()
                ? Linear.constant(primal)
                : new Linear(primal, tangentOf(field, object.tangent()));
    }

    /** The tangent of a field, in the tangent of its object. */
    static Expr tangentOf(Expr.Field field, Expr tangentOfObject) {
        return new Expr.Field(
                tangentOfObject,
                (ClassType) field.owner().tangentType(),
                field.name(),
                field.type().tangentType(),
                field.shadow() == Shadow.COMPONENT ? field.name() : null,
                Shadow.NONE,
                field.span());
    }

    /** @param destination a new variable for the object, if it goes into one */
    Linear newObject(Expr.NewObject made, List<Linear> arguments, @Nullable Local destination) {
        Callee body = made.construction().body();
        return body == null ? plainObject(made, arguments) : computedObject(made, body, arguments, destination);
    }

    /** Each argument goes into the object, and its tangent into the tangent of the object. */
    private Linear plainObject(Expr.NewObject made, List<Linear> arguments) {
        List<Expr> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(argument.primal()));
        List<Expr> parts = new ArrayList<>();
        for (Construction.Part part : made.construction().parts()) {
            int i = part.argument();
            if (i == Construction.ZERO) {
                parts.add(part.type().tangentType().isFloating() ? Simplify.zero(part.type()) : Expr.Literal.NULL);
            } else {
                Linear argument = new Linear(values.get(i), arguments.get(i).tangent());
                Linear whole = expressions.withTangent(argument, part.type());
                values.set(i, whole.primal());
                parts.add(Simplify.orZero(whole.tangent()));
            }
        }
        ClassType type = (ClassType) made.type().tangentType();
        return new Linear(made.withChildren(values), new Expr.NewObject(type, false, parts));
    }

    /** The object is made first, so that the exceptions are those of its constructor; then the constructor runs for the tangent. */
    private Linear computedObject(
            Expr.NewObject made, Callee body, List<Linear> arguments, @Nullable Local destination) {
        List<Boolean> pattern =
                arguments.stream().map(argument -> argument.tangent() != null).toList();
        List<Expr> values = new ArrayList<>();
        List<Expr> directions = new ArrayList<>();
        for (Linear argument : arguments) {
            Expr value = argument.primal();
            values.add(Repeatable.is(value) ? value : expressions.keep(value));
            if (argument.tangent() != null) {
                directions.add(argument.tangent());
            }
        }
        Expr object = made.withChildren(values);
        if (destination == null) {
            object = expressions.keep(object);
        } else {
            expressions.declareKept(destination, object);
            object = destination.read();
        }
        CalleeTangents.Choice choice = callees.helper(body, pattern, CalleeTangents.Form.PLAIN);
        List<Expr> all = new ArrayList<>(values);
        all.addAll(directions);
        return new Linear(object, new Expr.Call(choice.callee(), all, made.span()));
    }
}
