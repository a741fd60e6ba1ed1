package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Synchronized;
import io.github.pushforward.processor.ir.Try;
import io.github.pushforward.processor.ir.Yield;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the statement after another one can be reached, by the rules of the language (JLS 14.22). */
public final class Completion {
    private Completion() {}

    public static boolean completes(Stmt statement) {
        return completes(statement, null);
    }

    /** @param label the label of the statement, if it has one */
    private static boolean completes(Stmt statement, @Nullable String label) {
        if (statement instanceof Stmt.Return
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue
                || statement instanceof Yield) {
            return false;
        }
        if (statement instanceof Stmt.Block block) {
            return block.statements().stream().allMatch(Completion::completes);
        }
        if (statement instanceof Stmt.If branch) {
            return branch.otherwise() == null || completes(branch.then()) || completes(branch.otherwise());
        }
        if (statement instanceof Stmt.Labeled labeled) {
            return completes(labeled.body(), labeled.label()) || isLeft(labeled.body(), labeled.label(), false);
        }
        if (statement instanceof Stmt.While loop) {
            return !isTrue(loop.condition()) || isLeft(loop.body(), null, true);
        }
        if (statement instanceof Stmt.For loop) {
            boolean endless = loop.condition() == null || isTrue(loop.condition());
            return !endless || isLeft(loop.body(), null, true);
        }
        if (statement instanceof Stmt.DoWhile loop) {
            boolean reachesTest = completes(loop.body()) || isContinued(loop.body(), label, true);
            return (reachesTest && !isTrue(loop.condition())) || isLeft(loop.body(), null, true);
        }
        if (statement instanceof Synchronized hold) {
            return completes(hold.body());
        }
        if (statement instanceof Try attempt) {
            boolean endsInside = completes(attempt.body())
                    || attempt.catches().stream().anyMatch(handler -> completes(handler.body()));
            return endsInside && (attempt.last() == null || completes(attempt.last()));
        }
        return !(statement instanceof Switch choice) || completes(choice);
    }

    private static boolean completes(Switch statement) {
        List<Switch.Case> cases = statement.cases();
        boolean endsInside = statement.arrows()
                ? cases.stream().anyMatch(branch -> completes(branch.body()))
                : cases.isEmpty() || completes(cases.get(cases.size() - 1).body());
        return !statement.isExhaustive()
                || endsInside
                || cases.stream().anyMatch(branch -> isLeft(branch.body(), null, true));
    }

    private static boolean isTrue(@Nullable Expr condition) {
        return condition instanceof Expr.StaticField field
                ? Boolean.TRUE.equals(field.constant())
                : condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    }

    /** Whether a {@code break} with the given label, or one without that means this body, stands in a statement. */
    private static boolean isLeft(Stmt body, @Nullable String label, boolean own) {
        if (body instanceof Stmt.Break leap) {
            return leap.label() == null ? own && label == null : Objects.equals(leap.label(), label);
        }
        boolean inner = own && !body.isLeftByBreak();
        return reachingOut(body).stream().anyMatch(part -> isLeft(part, label, inner));
    }

    /** The parts of a statement out of which a jump can lead: a {@code finally} that never ends stops all others. */
    private static List<Stmt> reachingOut(Stmt statement) {
        boolean isStopped = statement instanceof Try attempt && attempt.last() != null && !completes(attempt.last());
        return isStopped ? List.of(((Try) statement).last()) : statement.statements();
    }

    /** Whether a {@code continue} with the label of the loop, or one without that means it, stands in its body. */
    private static boolean isContinued(Stmt body, @Nullable String label, boolean own) {
        if (body instanceof Stmt.Continue leap) {
            return leap.label() == null ? own : leap.label().equals(label);
        }
        boolean inner = own && !body.isLoop();
        return reachingOut(body).stream().anyMatch(part -> isContinued(part, label, inner));
    }
}
