package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;

/** Which arrays and objects hold values, and which hold tangents. */
final class PrimalMemory {
    private final TangentLocals tangents;

    PrimalMemory(TangentLocals tangents) {
        this.tangents = tangents;
    }

    /** Whether an expression reads a number out of an array of values. */
    boolean isReadBy(Expr expression) {
        return expression.subtree().stream()
                .anyMatch(node -> node instanceof Expr.Element element
                        && element.type() instanceof Primitive
                        && isPrimal(element));
    }

    /** Whether an element is one of an array of values, not of a shadow. */
    boolean isPrimal(Expr array) {
        if (array instanceof Expr.Element element) {
            return isPrimal(element.array());
        }
        if (array instanceof Expr.Field field) {
            return isPrimal(field.object());
        }
        if (array instanceof Expr.Conditional choice) {
            return isPrimal(choice.whenTrue()) || isPrimal(choice.whenFalse());
        }
        if (array instanceof Expr.DualPart part) {
            return isPrimal(part);
        }
        return !(array instanceof Expr.Read read)
                || tangents.primalOf(read.local()).isEmpty();
    }

    /** Both halves of a dual that the method had before are values; of one that a tangent method gives, the first. */
    private boolean isPrimal(Expr.DualPart part) {
        if (part.dual() instanceof Expr.Read read && tangents.isShadowed(read.local())) {
            return true;
        }
        boolean isShadow = part.dual() instanceof Expr.Read read
                && tangents.primalOf(read.local()).isPresent();
        return !isShadow && part.half() == DualHalf.VALUE;
    }
}
