package io.github.pushforward.programs.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which statements can complete normally (JLS 14.22): after others, the compiler takes no statement. No condition is constant. */
public final class Reachability {
    private Reachability() {}

    public static boolean canComplete(List<Stmt> statements) {
        return statements.stream().allMatch(Reachability::canComplete);
    }

    public static boolean canComplete(Stmt statement) {
        if (statement instanceof Stmt.If branch) {
            return branch.whenFalse() == null || canComplete(branch.whenTrue()) || canComplete(branch.whenFalse());
        }
        if (statement instanceof Stmt.Block block) {
            return canComplete(block.statements());
        }
        if (statement instanceof Stmt.DoWhile loop) {
            return canComplete(loop.body()) || jumps(loop.body(), null, true, true);
        }
        if (statement instanceof Stmt.Labeled labeled) {
            // A continue of a labelled do-while reaches its condition, which may be false.
            return canComplete(labeled.statement())
                    || jumps(labeled.statement(), labeled.label(), true, labeled.statement() instanceof Stmt.DoWhile);
        }
        if (statement instanceof Stmt.Switch choice) {
            return canComplete(choice);
        }
        if (statement instanceof Stmt.Try attempt) {
            boolean last = attempt.last() == null || canComplete(attempt.last());
            return last
                    && (canComplete(attempt.body())
                            || attempt.handlers().stream().anyMatch(handler -> canComplete(handler.body())));
        }
        return !(statement instanceof Stmt.Return
                || statement instanceof Stmt.Throw
                || statement instanceof Stmt.Yield
                || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue);
    }

    private static boolean canComplete(Stmt.Switch choice) {
        boolean hasDefault =
                choice.cases().stream().anyMatch(branch -> branch.labels().isEmpty());
        boolean ends = choice.isArrow()
                ? choice.cases().stream().anyMatch(branch -> canComplete(branch.body()))
                : canComplete(choice.cases().get(choice.cases().size() - 1).body());
        boolean breaks =
                choice.cases().stream().anyMatch(branch -> jumps(new Stmt.Block(branch.body()), null, true, false));
        return !hasDefault || ends || breaks;
    }

    /** Whether there is a jump to the label, or without one to the statement whose body this is. */
    private static boolean jumps(Stmt statement, @Nullable String label, boolean byBreak, boolean byContinue) {
        if (statement instanceof Stmt.Break jump) {
            return byBreak && Objects.equals(jump.label(), label);
        }
        if (statement instanceof Stmt.Continue jump) {
            return byContinue && Objects.equals(jump.label(), label);
        }
        boolean isLoop = statement instanceof Stmt.While
                || statement instanceof Stmt.DoWhile
                || statement instanceof Stmt.For
                || statement instanceof Stmt.ForEach;
        if (label == null && isLoop) {
            return false;
        }
        boolean inner = byBreak && !(label == null && statement instanceof Stmt.Switch);
        return children(statement).stream().anyMatch(child -> jumps(child, label, inner, byContinue));
    }

    private static List<? extends Stmt> children(Stmt statement) {
        if (statement instanceof Stmt.If branch) {
            return branch.whenFalse() == null
                    ? List.of(branch.whenTrue())
                    : List.of(branch.whenTrue(), branch.whenFalse());
        }
        if (statement instanceof Stmt.Block block) {
            return block.statements();
        }
        if (statement instanceof Stmt.Labeled labeled) {
            return List.of(labeled.statement());
        }
        if (statement instanceof Stmt.While loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Stmt.DoWhile loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Stmt.For loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Stmt.ForEach loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Stmt.Switch choice) {
            return choice.cases().stream()
                    .flatMap(branch -> branch.body().stream())
                    .toList();
        }
        if (statement instanceof Stmt.Try attempt) {
            List<Stmt> all = new ArrayList<>(List.of(attempt.body()));
            attempt.handlers().forEach(handler -> all.add(handler.body()));
            if (attempt.last() != null) {
                all.add(attempt.last());
            }
            return all;
        }
        return List.of();
    }
}
