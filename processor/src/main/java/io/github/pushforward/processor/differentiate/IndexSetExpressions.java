package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.NullType;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Expressions of an index-set form. A tangent that is a number becomes the union of the sets that it is computed from, whatever the
 * factors; a constant one becomes {@code null}, the empty set.
 */
final class IndexSetExpressions extends LaneExpressions {
    private static final Expr EMPTY = Expr.Literal.NULL;

    private final IndexSetLibrary library = new IndexSetLibrary(this);

    IndexSetExpressions(IndexSetLocals locals, ClassType owner) {
        super(1, locals, owner);
    }

    @Override
    LaneLibrary library() {
        return library;
    }

    @Override
    Callee form(Callee tangent) {
        return IndexSetNames.of(tangent);
    }

    /** A choice between sets is an expression like any other. */
    @Override
    boolean isSplit(Expr tangent) {
        return false;
    }

    @Override
    List<Expr> places(Expr target, Hoist hoist) {
        return List.of(place(target, hoist));
    }

    private Expr place(Expr target, Hoist hoist) {
        LaneTypes.requireNumber(target.type());
        if (target instanceof Expr.Element element) {
            return new Expr.Element(array(element.array(), hoist), primal(element.index(), hoist));
        }
        return whole(target);
    }

    @Override
    List<Expr> numbers(Expr expression, Hoist hoist) {
        return List.of(union(operands(expression)));
    }

    /** What {@code target op= value} gives the target. */
    Expr compound(Expr target, Expr value) {
        Set<Expr> operands = operands(target);
        operands.addAll(operands(value));
        return union(operands);
    }

    @Override
    Expr dual(Type part, Expr value, List<Expr> tangents) {
        List<Expr> components = List.of(value, tangents.get(0));
        return new Expr.NewObject(IndexSetNames.dual(part).erased(), part.isArray(), components);
    }

    @Override
    Type referenceType(Type tangent) {
        return IndexSetNames.sets(tangent);
    }

    /** Arrays of sets are read and chosen as those of tangents are; there are no sets in objects. */
    @Override
    Expr object(Expr expression, Hoist hoist) {
        boolean isNull = expression.type() == NullType.NULL;
        if (expression instanceof Expr.Field
                || !isNull && !expression.type().elementType().isFloating()) {
            throw new NoLanes("the tangent of an object: " + expression);
        }
        return super.object(expression, hoist);
    }

    @Override
    Expr whole(Expr shadow) {
        if (shadow instanceof Expr.Read read) {
            return locals.of(read.local()).get(0).read();
        }
        Local dual = locals.dual(((Expr.Read) ((Expr.DualPart) shadow).dual()).local());
        return component(dual, (ClassType) dual.type(), IndexSetNames.sets(shadow.type()), "inputs");
    }

    @Override
    Expr scaled(Expr index) {
        return index;
    }

    private static Expr union(Set<Expr> operands) {
        if (operands.isEmpty()) {
            return EMPTY;
        }
        List<Expr> sets = new ArrayList<>(operands);
        if (sets.size() == 1) {
            return sets.get(0);
        }
        List<Type> types = Collections.nCopies(sets.size(), IndexSetNames.SET);
        Callee union = new Callee(
                IndexSetNames.SET,
                "union",
                types,
                IndexSetNames.SET,
                Callee.Kind.TANGENT,
                Collections.nCopies(sets.size(), false),
                false);
        return new Expr.Call(union, sets, Span.NONE);
    }

    private Set<Expr> operands(Expr tangent) {
        if (!Effects.of(tangent).isPure()) {
            throw new NoLanes("a tangent that does more than to give a number: " + tangent);
        }
        Set<Expr> operands = new LinkedHashSet<>();
        gather(tangent, operands);
        return operands;
    }

    private void gather(Expr tangent, Set<Expr> operands) {
        if (!isShadowy(tangent)) {
            return;
        }
        if (isShadow(tangent)) {
            LaneTypes.requireNumber(tangent.type());
            operands.add(whole(tangent));
        } else if (tangent instanceof Expr.Element) {
            operands.add(place(tangent, new Hoist(locals, null)));
        } else if (tangent instanceof Expr.Conditional choice) {
            choose(choice, operands);
        } else if (tangent instanceof Expr.Unary
                || tangent instanceof Expr.Binary
                || tangent instanceof Expr.Cast
                || tangent instanceof Expr.Call call && call.callee().kind() == Callee.Kind.MATH) {
            tangent.children().forEach(child -> gather(child, operands));
        } else {
            throw new NoLanes("a tangent that is not known as a number: " + tangent);
        }
    }

    /** The sets of the branch taken. */
    private void choose(Expr.Conditional choice, Set<Expr> operands) {
        Set<Expr> whenTrue = operands(choice.whenTrue());
        Set<Expr> whenFalse = operands(choice.whenFalse());
        if (whenTrue.equals(whenFalse)) {
            operands.addAll(whenTrue);
        } else {
            operands.add(new Expr.Conditional(
                    primal(choice.condition()), union(whenTrue), union(whenFalse), IndexSetNames.SET));
        }
    }
}
