package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the statement after another one can be reached, by the rules of the language (JLS 14.22). */
public final class Completion {
    private Completion() {}

    public static boolean completes(Stmt statement) {
        if (statement instanceof Stmt.Return
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue) {
            return false;
        }
        if (statement instanceof Stmt.Block block) {
            List<Stmt> statements = block.statements();
            return statements.isEmpty() || statements.stream().allMatch(Completion::completes);
        }
        if (statement instanceof Stmt.If branch) {
            return branch.otherwise() == null || completes(branch.then()) || completes(branch.otherwise());
        }
        if (statement instanceof Stmt.Labeled labeled) {
            return completes(labeled.body()) || isLeft(labeled.body(), labeled.label(), false);
        }
        if (statement instanceof Stmt.While loop) {
            return !isTrue(loop.condition()) || isLeft(loop.body(), null, true);
        }
        if (statement instanceof Stmt.For loop) {
            boolean endless = loop.condition() == null || isTrue(loop.condition());
            return !endless || isLeft(loop.body(), null, true);
        }
        if (statement instanceof Stmt.DoWhile loop) {
            boolean reachesTest = completes(loop.body()) || continues(loop.body());
            return (reachesTest && !isTrue(loop.condition())) || isLeft(loop.body(), null, true);
        }
        return true;
    }

    private static boolean isTrue(@Nullable Expr condition) {
        return condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    }

    /** Whether a {@code break} with the given label, or one without that means this body, stands in a statement. */
    private static boolean isLeft(Stmt body, @Nullable String label, boolean own) {
        if (body instanceof Stmt.Break leap) {
            return leap.label() == null ? own && label == null : Objects.equals(leap.label(), label);
        }
        boolean inner = own && !body.isLoop();
        return body.statements().stream().anyMatch(part -> isLeft(part, label, inner));
    }

    private static boolean continues(Stmt body) {
        return body.subtree().stream().anyMatch(Stmt.Continue.class::isInstance);
    }
}
