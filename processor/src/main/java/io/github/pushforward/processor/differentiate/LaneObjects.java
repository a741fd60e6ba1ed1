package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.LaneType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tangents of objects in a lane form: objects of classes that have W numbers where those of one direction have one. What happens to
 * a reference there happens to one reference here.
 */
final class LaneObjects {
    private static final String ZEROS = "zeros";

    private final int lanes;
    private final LaneExpressions expressions;
    private final Set<ClassType> used = new LinkedHashSet<>();

    LaneObjects(int lanes, LaneExpressions expressions) {
        this.lanes = lanes;
        this.expressions = expressions;
    }

    /** The tangent classes of one direction in whose place those of lanes are used. */
    Set<ClassType> used() {
        return used;
    }

    /** The type of a tangent that is a reference. */
    Type type(Type tangent) {
        if (LaneTypes.isNumber(tangent) || LaneTypes.isArray(tangent)) {
            return tangent;
        }
        Type element = tangent.elementType();
        if (!LaneType.isTangentClass(element)) {
            throw new NoLanes("a tangent of a type that is not known: " + tangent);
        }
        used.add((ClassType) element);
        return LaneType.ofReference(tangent, lanes);
    }

    /** A tangent that is an object. */
    Expr object(Expr expression, Hoist hoist) {
        if (expression.equals(Expr.Literal.NULL)) {
            return expression;
        }
        if (expressions.isShadow(expression)) {
            return expressions.whole(expression);
        }
        if (expression instanceof Expr.Cast cast) {
            Expr operand = expressions.reference(cast.operand(), hoist);
            Expr converted = new Expr.Cast(expressions.referenceType(cast.type()), operand, cast.span());
            hoist.passesNode(converted);
            return converted;
        }
        if (expression instanceof Expr.Conditional choice) {
            Expr chosen = new Expr.Conditional(
                    expressions.primal(choice.condition()),
                    expressions.reference(choice.whenTrue(), hoist.none()),
                    expressions.reference(choice.whenFalse(), hoist.none()),
                    expressions.referenceType(choice.type().tangentType())); // has that of its primal
            hoist.passes(chosen);
            return chosen;
        }
        if (expression instanceof Expr.Element element) {
            Expr array = expressions.array(element.array(), hoist);
            Expr object = new Expr.Element(array, expressions.primal(element.index(), hoist));
            hoist.passesNode(object);
            return object;
        }
        if (expression instanceof Expr.Field field) {
            return part(field, hoist);
        }
        if (expression instanceof Expr.NewObject made) {
            return newObject(made, hoist);
        }
        if (expression instanceof Expr.Call call) {
            Expr made = givesTangent(call.callee()) ? expressions.call(call, hoist) : zeros(call, hoist);
            hoist.passesNode(made);
            return made;
        }
        throw new NoLanes("an object that is not known as a tangent: " + expression);
    }

    /** Whether a tangent method gives the tangent of a new object alone. */
    static boolean givesTangent(Callee callee) {
        return LaneExpressions.marksTangents(callee) && callee.invocation() == Callee.Invocation.NEW;
    }

    /** A part of the tangent of an object, to read. */
    Expr part(Expr.Field field, Hoist hoist) {
        Expr part = target(field, hoist);
        hoist.passesNode(part);
        return part;
    }

    /** A part of the tangent of an object; that of a number has no lane yet. To write to it throws later than to read it. */
    Expr.Field target(Expr.Field field, Hoist hoist) {
        Expr object = object(field.object(), hoist);
        return new Expr.Field(
                field.type() instanceof Primitive ? hoist.offer(object) : object,
                (ClassType) type(field.owner()),
                field.name(),
                type(field.type()),
                field.accessor(),
                field.shadow(),
                field.span());
    }

    /** A number that is a part, in a lane. */
    static Expr in(int lane, Expr.Field part) {
        return new Expr.Field(
                part.object(),
                part.owner(),
                LaneType.part(part.name(), lane),
                part.type(),
                part.accessor() == null ? null : LaneType.part(part.accessor(), lane),
                part.shadow(),
                part.span());
    }

    private Expr newObject(Expr.NewObject made, Hoist hoist) {
        List<Expr> parts = new ArrayList<>();
        for (Expr part : made.arguments()) {
            if (part.type() instanceof Primitive) {
                parts.addAll(expressions.numbers(part, hoist));
            } else {
                parts.add(expressions.reference(part, hoist));
            }
        }
        return new Expr.NewObject((ClassType) type(made.type()), false, parts);
    }

    /** The tangent of a constant, or of an array of such. */
    Expr zeros(Expr.Call call, Hoist hoist) {
        Callee callee = call.callee();
        boolean isZeros = callee.name().equals(ZEROS)
                && callee.kind() == Callee.Kind.TANGENT
                && callee.owner().equals(callee.result().elementType());
        if (!isZeros) {
            throw new NoLanes("a call that is not known: " + callee);
        }
        ClassType owner = (ClassType) type(callee.owner());
        List<Expr> arguments = List.of(expressions.primal(call.arguments().get(0), hoist));
        return new Expr.Call(
                LaneExpressions.runtime(owner, ZEROS, arguments, type(callee.result())), arguments, call.span());
    }
}
