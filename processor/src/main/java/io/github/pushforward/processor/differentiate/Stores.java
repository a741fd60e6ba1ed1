package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;

/**
 * Writes a value and its tangent to where they go: neither before the other has been computed from what is overwritten, and
 * never one without the other, whatever exception ends the method or is caught in it.
 */
final class Stores {
    private final TangentLocals tangents;
    private final PrimalMemory primals;
    private final ThrowOrder throwOrder;

    Stores(TangentLocals tangents) {
        this.tangents = tangents;
        this.primals = new PrimalMemory(tangents);
        this.throwOrder = new ThrowOrder(tangents);
    }

    /** Where a value and its tangent go. */
    record Target(Expr primal, Expr tangent) {}

    Target target(Expr target, List<Linear> operands) {
        if (target instanceof Expr.Read read) {
            return new Target(target, tangents.of(read.local()).read());
        }
        if (target instanceof Expr.Field field) {
            return field(field, operands.get(0));
        }
        // Written down twice, for array and shadow: what the first store would change of it, the normalizer put into
        // variables.
        Linear array = operands.get(0);
        Expr index = operands.get(1).primal();
        return new Target(
                target.withChildren(List.of(array.primal(), index)),
                target.withChildren(List.of(Simplify.orZero(array.tangent()), index)));
    }

    private static Target field(Expr.Field target, Linear object) {
        return new Target(
                target.withChildren(List.of(object.primal())),
                ObjectTransform.tangentOf(target, Simplify.orZero(object.tangent())));
    }

    /** How an assignment is written down. */
    interface Writer {
        Stmt write(Expr target, Expr value);
    }

    /** The primal first, unless the tangent still needs what it overwrites. */
    void store(Target target, Linear value, ExpressionTransform transform, Writer writer, List<Stmt> out) {
        Expr tangent = Simplify.orZero(value.tangent());
        if (tangent.equals(target.tangent())) {
            out.add(writer.write(target.primal(), value.primal()));
            return;
        }
        Stmt tangentStatement = writer.write(target.tangent(), tangent);
        Effects written = Effects.of(List.of(Assignments.assign(target.primal(), target.primal())));
        boolean independent = !overwrites(target.primal(), tangent, written);
        if (independent) {
            out.add(writer.write(target.primal(), value.primal()));
            out.add(tangentStatement);
        } else if (!readAlike(target, tangent, value.primal())
                && throwOrder.mayPrecede(
                        List.of(tangent, target.tangent()), List.of(value.primal(), target.primal()))) {
            out.add(tangentStatement);
            out.add(writer.write(target.primal(), value.primal()));
        } else {
            // The tangent statement assigns to no variable of values.
            Expr kept = value.primal() instanceof Expr.Read ? value.primal() : transform.keep(value.primal());
            out.add(tangentStatement);
            out.add(Assignments.assign(target.primal(), kept));
        }
    }

    /**
     * Whether both read an element that HotSpot would read again after the store of the tangent: any array may be the one that was written to.
     * Where there are several, all at the index of the store, it vectorizes the loop as long as each statement stores what it computes, and no longer
     * where the value waits for the tangent (decision 26).
     */
    private static boolean readAlike(Target target, Expr tangent, Expr primal) {
        if (!(target.primal() instanceof Expr.Element stored) || stored.index() instanceof Expr.Literal) {
            return false;
        }
        List<Expr> reads = primal.subtree();
        List<Expr> shared = tangent.subtree().stream()
                .filter(Expr.Element.class::isInstance)
                .filter(reads::contains)
                .distinct()
                .toList();
        boolean isAlongOneIndex =
                shared.stream().allMatch(read -> ((Expr.Element) read).index().equals(stored.index()));
        return isAlongOneIndex ? shared.size() == 1 : !shared.isEmpty();
    }

    /** Whether the tangent reads what the assignment writes; any array of numbers may be the one written to. */
    private boolean overwrites(Expr target, Expr tangent, Effects written) {
        return tangent.subtree().stream()
                .anyMatch(node ->
                        node instanceof Expr.Read read && written.writes().contains(read.local())
                                || (target instanceof Expr.Element
                                        && node instanceof Expr.Element element
                                        && primals.isPrimal(element))
                                || (target instanceof Expr.Field field
                                        && node instanceof Expr.Field other
                                        && isSame(field, other)));
    }

    private static boolean isSame(Expr.Field one, Expr.Field other) {
        return one.name().equals(other.name()) && one.owner().equals(other.owner());
    }
}
