package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.analyze.Stems;
import io.github.pushforward.processor.ir.ArrayType;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expressions of a form with rows: a number of a tangent is that of the lane of the loop, whatever else a loop needs is computed before. */
final class RowExpressions {
    private final RowLocals locals;
    private final Set<Local> lasting;

    /** @param lasting the variables that keep their values, which loops may read themselves */
    RowExpressions(RowLocals locals, Set<Local> lasting) {
        this.locals = locals;
        this.lasting = lasting;
    }

    boolean isShadowy(Expr expression) {
        return expression.subtree().stream().anyMatch(this::isShadow);
    }

    private boolean isShadow(Expr node) {
        return node instanceof Expr.Read read && locals.isShadow(read.local())
                || node instanceof Expr.DualPart part && part.half() == DualHalf.TANGENT;
    }

    /** What carries no tangent. */
    Expr primal(Expr expression) {
        boolean takesTangents = expression instanceof Expr.Call call && LaneExpressions.marksTangents(call.callee());
        boolean isOfOthers = expression instanceof Expr.NewDual
                || expression instanceof Expr.Lambda
                || !expression.statements().isEmpty();
        if (takesTangents || isOfOthers || isShadow(expression)) {
            throw new NoLanes("a tangent, or what may have one, where a value belongs: " + expression);
        }
        if (expression instanceof Expr.DualPart part) {
            Local dual = dual(part);
            return dual.type() instanceof ClassType type
                    ? LaneExpressions.component(dual, type, part.type(), "value")
                    : dual.read();
        }
        return expression.withChildren(
                expression.children().stream().map(this::primal).toList());
    }

    /** The variable that holds what a call of a form with rows gave back. */
    private Local dual(Expr.DualPart part) {
        if (part.dual() instanceof Expr.Read read && locals.isDual(read.local())) {
            return locals.dual(read.local());
        }
        throw new NoLanes("a part of what no form with rows gave back: " + part);
    }

    /** A value that nothing changes until a loop has been run. */
    Expr kept(Expr value, List<Stmt> before) {
        if (isKept(value)) {
            return value;
        }
        if (!Effects.of(value).isPure()) {
            throw new NoLanes("a factor with side effects: " + value);
        }
        return computed(value, before);
    }

    /** A value that is computed here and now. */
    Expr computed(Expr value, List<Stmt> before) {
        if (isKept(value)) {
            return value;
        }
        Local local = locals.temporary(Stems.of(value), value.type());
        before.add(new Stmt.Declare(local, value));
        return local.read();
    }

    private boolean isKept(Expr value) {
        return value instanceof Expr.Literal
                || value instanceof Expr.Read read && lasting.contains(read.local())
                || (value instanceof Expr.Unary || value instanceof Expr.Cast)
                        && value.type() instanceof Primitive
                        && isKept(value.children().get(0));
    }

    /** A tangent that is a number, in the lane of the loop, or where it is. */
    Expr number(Expr expression, List<Stmt> before) {
        if (!isShadowy(expression)) {
            return kept(primal(expression), before);
        }
        if (expression.type() != Primitive.DOUBLE) {
            throw new NoLanes("a tangent that is no number of type double: " + expression);
        }
        if (expression instanceof Expr.Read read) {
            return locals.number(read.local());
        }
        if (expression instanceof Expr.Element element) {
            Expr row = new Expr.Element(reference(element.array()), primal(element.index()));
            return inLane(row, before);
        }
        if (expression instanceof Expr.DualPart part) {
            dual(part);
            Local row = locals.rowOf(((Expr.Read) part.dual()).local());
            return new Expr.Element(row.read(), locals.lane().read());
        }
        boolean isFunction =
                expression instanceof Expr.Call call && call.callee().kind() == Callee.Kind.MATH;
        if (!isFunction && !(expression instanceof Expr.Binary) && !(expression instanceof Expr.Unary)) {
            throw new NoLanes("an expression that rows do not know: " + expression);
        }
        List<Expr> operands = new ArrayList<>();
        expression.children().forEach(child -> operands.add(number(child, before)));
        return expression.withChildren(operands);
    }

    private Expr inLane(Expr row, List<Stmt> before) {
        Local local = locals.temporary(Stems.of(row), RowTypes.ROW);
        before.add(new Stmt.Declare(local, row));
        return new Expr.Element(local.read(), locals.lane().read());
    }

    /** The call of a form with rows; a row is ready for the tangent of what it gives back. */
    Expr.Call call(Expr.Call call, Callee form, @Nullable Local result) {
        Callee callee = call.callee();
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(callee.active().get(i) ? reference(argument) : primal(argument));
        }
        if (RowTypes.givesNumber(callee)) {
            if (result == null) {
                throw new NoLanes("a number that is not used: " + call);
            }
            arguments.add(locals.rowOf(result).read());
        }
        arguments.add(locals.rows().read());
        arguments.add(locals.lanes().read());
        return new Expr.Call(form, arguments, call.span());
    }

    /** A tangent that is an array and exists already. */
    private Expr reference(Expr expression) {
        if (expression instanceof Expr.Read read && locals.isShadow(read.local())) {
            return locals.reference(read.local()).read();
        }
        if (expression instanceof Expr.Element element) {
            return new Expr.Element(reference(element.array()), primal(element.index()));
        }
        if (expression instanceof Expr.DualPart part
                && part.half() == DualHalf.TANGENT
                && dual(part).type() instanceof ClassType type) {
            return LaneExpressions.component(dual(part), type, RowTypes.of(part.type()), "tangent");
        }
        throw new NoLanes("an array of tangents that rows do not know: " + expression);
    }

    /** A tangent that is an array; what fills a new one goes into the loop. */
    Expr reference(Expr expression, List<Stmt> before, List<Stmt> inLanes) {
        if (expression.equals(Expr.Literal.NULL)) {
            return expression;
        }
        if (expression instanceof Expr.NewArray made) {
            return newArray(made);
        }
        if (expression instanceof Expr.ArrayLiteral literal) {
            return literal(literal, before, inLanes);
        }
        return reference(expression);
    }

    private Expr newArray(Expr.NewArray made) {
        List<Expr> lengths = new ArrayList<>();
        made.lengths().forEach(length -> lengths.add(primal(length)));
        if (lengths.size() == made.type().rank()) {
            lengths.add(locals.lanes().read());
        }
        return new Expr.NewArray(RowTypes.of(made.type()), lengths);
    }

    private Expr literal(Expr.ArrayLiteral literal, List<Stmt> before, List<Stmt> inLanes) {
        ArrayType type = RowTypes.of(literal.type());
        if (literal.type().rank() > 1) {
            List<Expr> elements = new ArrayList<>();
            literal.elements().forEach(element -> elements.add(reference(element, before, inLanes)));
            return new Expr.ArrayLiteral(type, elements, literal.isGathered());
        }
        Expr length = new Expr.Literal(Primitive.INT, literal.elements().size());
        Local made = locals.temporary("made", type);
        before.add(new Stmt.Declare(
                made, new Expr.NewArray(type, List.of(length, locals.lanes().read()))));
        for (int i = 0; i < literal.elements().size(); i++) {
            Expr element = literal.elements().get(i);
            if (!isZero(element)) {
                Expr value = number(element, before);
                Expr place = inLane(new Expr.Element(made.read(), new Expr.Literal(Primitive.INT, i)), before);
                inLanes.add(Assignments.assign(place, value));
            }
        }
        return made.read();
    }

    /** Not the negative one. */
    private static boolean isZero(Expr expression) {
        return expression instanceof Expr.Literal literal
                && literal.value() instanceof Number number
                && Double.doubleToRawLongBits(number.doubleValue()) == 0;
    }
}
