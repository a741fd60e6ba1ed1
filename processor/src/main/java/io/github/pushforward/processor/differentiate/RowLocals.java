package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.DualType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The variables of a form with rows. A shadow that is a number becomes a row that the caller has made, or stays a number where only one
 * loop over the lanes needs it.
 */
final class RowLocals {
    private final Locals own;
    private final LaneRuns runs;
    private final Local lane;
    private final Local lanes;
    private final Local rows;
    private final Map<Local, Local> references = new HashMap<>();
    /** By the name of the shadow: those of one name are never in sight together. */
    private final Map<String, Local> numbers = new HashMap<>();

    private final Map<Local, Local> parameters = new HashMap<>();
    private final Map<Local, Local> duals = new HashMap<>();
    private final List<Stmt> declarations = new ArrayList<>();
    private final Supplier<Integer> nextRow;

    /** @param nextRow hands out the rows of the caller */
    RowLocals(Locals own, LaneRuns runs, Supplier<Integer> nextRow) {
        this.nextRow = nextRow;
        this.own = own;
        this.runs = runs;
        this.lane = own.temporary("lane", Primitive.INT);
        this.lanes = own.temporary("lanes", Primitive.INT);
        this.rows = own.temporary("rows", RowTypes.ROWS);
    }

    Local lane() {
        return lane;
    }

    Local lanes() {
        return lanes;
    }

    Local rows() {
        return rows;
    }

    boolean isShadow(Local local) {
        return own.isShadow(local);
    }

    Local temporary(String stem, Type type) {
        return own.temporary(stem, type);
    }

    /** The declarations of the rows that stand for variables. */
    List<Stmt> declarations() {
        return declarations;
    }

    /** The variable in the place of a shadow that is an array. */
    Local reference(Local shadow) {
        return references.computeIfAbsent(
                shadow, key -> new Local(key.id(), key.name(), RowTypes.of(key.type()), key.isFinal()));
    }

    /** The parameter in the place of one that is a shadow. */
    Local parameter(Local shadow) {
        return shadow.type().isArray() ? reference(shadow) : parameters.computeIfAbsent(shadow, this::reference);
    }

    /** A shadow that is a number, in the lane of the loop. */
    Expr number(Local shadow) {
        if (shadow.type() != Primitive.DOUBLE) {
            throw new NoLanes("a tangent that is no number of type double: " + shadow.type());
        }
        Local parameter = parameters.get(shadow);
        if (parameter == null && runs.isWithinOne(shadow)) {
            return shadow.read();
        }
        Local row = parameter != null ? parameter : numbers.computeIfAbsent(shadow.name(), this::row);
        return new Expr.Element(row.read(), lane.read());
    }

    /** The variable for what a call gives back: the value alone, where that is a number. */
    Local dual(Local dual) {
        return duals.computeIfAbsent(
                dual, key -> new Local(key.id(), key.name(), RowTypes.result((DualType) key.type()), key.isFinal()));
    }

    boolean isDual(Local local) {
        return duals.containsKey(local);
    }

    /** The row for the tangent of a number that a call gives back. */
    Local rowOf(Local dual) {
        return numbers.computeIfAbsent(dual.name() + " of a call", key -> row(dual.name() + "Tangent"));
    }

    private Local row(String shadow) {
        Local row = own.temporary(shadow + "s", RowTypes.ROW);
        Expr index = new Expr.Literal(Primitive.INT, nextRow.get());
        declarations.add(new Stmt.Declare(row, new Expr.Element(rows.read(), index)));
        return row;
    }
}
