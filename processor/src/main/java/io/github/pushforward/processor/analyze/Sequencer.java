package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Turns operands into simpler ones, left to right, while the statements that this takes are collected. What the
 * statements of a later operand could disturb in an earlier one is put into a variable first, so that the order of
 * evaluation stays what the source says (JLS 15.7).
 *
 * @param <T> a simplified operand
 */
public final class Sequencer<T> {

    /** What a sequencer must know of simplified operands. */
    public interface Form<T> {
        Effects effects(T operand);

        /** The same operand read from variables, whose declarations are added to the list. */
        T spill(T operand, List<Stmt> declarations);
    }

    private final Form<T> form;
    private final boolean hasHandlers;

    public Sequencer(Form<T> form) {
        this(form, false);
    }

    /** @param hasHandlers whether an exception may be handled where the variables are still in sight */
    Sequencer(Form<T> form, boolean hasHandlers) {
        this.form = form;
        this.hasHandlers = hasHandlers;
    }

    public List<T> simplify(List<Expr> operands, Function<Expr, T> simplifier, List<Stmt> out) {
        List<T> simplified = new ArrayList<>();
        for (Expr operand : operands) {
            int before = out.size();
            T next = simplifier.apply(operand);
            if (out.size() > before) {
                spillDisturbed(simplified, out, before);
            }
            simplified.add(next);
        }
        return simplified;
    }

    private void spillDisturbed(List<T> earlier, List<Stmt> out, int position) {
        Effects later = Effects.of(out.subList(position, out.size()));
        List<Stmt> declarations = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            Effects effects = form.effects(earlier.get(i));
            if (effects.conflictsWith(later) || (hasHandlers && effects.isPreemptedBy(later))) {
                earlier.set(i, form.spill(earlier.get(i), declarations));
            }
        }
        out.addAll(position, declarations);
    }
}
