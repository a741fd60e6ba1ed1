package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.List;

/**
 * Turns a tangent method into its index-set form: what carried a tangent carries the set of the inputs that it may depend on, over
 * the same values, so that the same branches are taken. It is a lane form with one lane in which a number's tangent is a set.
 */
final class IndexSetTransform extends LaneTransform {
    /** The rank up to which the runtime makes arrays of sets. */
    private static final int MOST_DIMENSIONS = 3;

    private final IndexSetExpressions sets;

    private IndexSetTransform(Method tangent, Locals own, IndexSetExpressions sets) {
        super(tangent, 1, own, sets);
        this.sets = sets;
    }

    /**
     * The index-set form of a tangent method, which marks its tangents.
     *
     * @throws NoLanes if it has none
     */
    static LaneForm of(Method tangent) {
        Locals own = tangent.locals().forkWithShadows();
        requireNumbers(tangent, own);
        return new IndexSetTransform(
                        tangent,
                        own,
                        new IndexSetExpressions(
                                new IndexSetLocals(own), tangent.callee().owner()))
                .form();
    }

    /** Refuses tangents of objects and of functions, wherever they stand. */
    private static void requireNumbers(Method tangent, Locals own) {
        for (Parameter parameter : tangent.parameters()) {
            requireNumbers(parameter.local(), own);
        }
        requireNumbers(tangent.result());
        for (Stmt statement : tangent.body().subtree()) {
            if (statement instanceof Stmt.Declare declare) {
                requireNumbers(declare.local(), own);
            }
        }
    }

    private static void requireNumbers(Local local, Locals own) {
        if (own.isShadow(local)) {
            requireNumbers(new DualType(local.type()));
        }
        requireNumbers(local.type());
    }

    private static void requireNumbers(Type type) {
        if (!(type instanceof DualType dual)) {
            return;
        }
        if (!dual.part().elementType().isFloating()) {
            throw new NoLanes("the tangent of an object or a function: " + dual.part());
        }
        if (dual.part().rank() > MOST_DIMENSIONS) {
            throw new NoLanes("an array of too many dimensions: " + dual.part());
        }
    }

    @Override
    void compound(Expr.CompoundAssign assign, List<Stmt> out) {
        if (!Effects.of(assign.target()).isPure()) {
            throw new NoLanes("an element that is found by doing more than to read: " + assign.target());
        }
        Expr target =
                sets.places(assign.target(), new Hoist(sets.locals(), out)).get(0);
        Expr union = sets.compound(assign.target(), assign.value());
        if (!union.equals(target)) {
            out.add(Assignments.assign(target, union));
        }
    }
}
