package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Effects;
import io.github.pushforward.processor.analyze.Stems;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what the tangents of all lanes have in common once, before them. What may throw is left where it is if something that
 * may throw is evaluated before it.
 */
final class Hoist {
    private final LaneLocals locals;
    private final @Nullable List<Stmt> out;
    private final Map<Expr, Expr> hoisted = new HashMap<>();
    private boolean calm = true;

    /** @param out receives declarations; null where nothing may come before */
    Hoist(LaneLocals locals, @Nullable List<Stmt> out) {
        this.locals = locals;
        this.out = out;
    }

    /** Where what follows is evaluated under a condition. */
    Hoist none() {
        return new Hoist(locals, null);
    }

    /** Something is evaluated in its place, which may throw. */
    void passes(Expr expression) {
        calm &= !Effects.of(expression).mayThrow();
    }

    /** That a node is evaluated in its place, once its operands have been. */
    void passesNode(Expr expression) {
        calm &= !Effects.ofNode(expression).mayThrow();
    }

    /** The expression, or a variable that holds its value. */
    Expr offer(Expr expression) {
        if (isCheap(expression)) {
            return expression;
        }
        Expr known = hoisted.get(expression);
        if (known != null) {
            return known;
        }
        Effects effects = Effects.of(expression);
        if (out == null || !effects.isPure() || (effects.mayThrow() && !calm)) {
            calm &= !effects.mayThrow();
            return expression;
        }
        var local = locals.temporary(Stems.of(expression), expression.type());
        out.add(new Stmt.Declare(local, expression));
        hoisted.put(expression, local.read());
        return local.read();
    }

    private static boolean isCheap(Expr expression) {
        return expression instanceof Expr.Leaf
                || (expression instanceof Expr.Field field && field.object() instanceof Expr.Read)
                || (expression instanceof Expr.DualPart part && part.dual() instanceof Expr.Read)
                || ((expression instanceof Expr.Unary || expression instanceof Expr.Cast)
                        && isCheap(expression.children().get(0)));
    }
}
