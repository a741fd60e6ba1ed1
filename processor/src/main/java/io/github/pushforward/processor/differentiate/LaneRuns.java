package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.DualHalf;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Locals;
import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs of statements whose tangents share one loop over the lanes: neighbours without branches and loops among them. What calls functions is
 * kept apart from what does not, since HotSpot vectorizes no loop with a branch in it, and those functions have branches.
 */
final class LaneRuns {
    private final Locals locals;
    private final Map<Local, Integer> runsOf = new HashMap<>();
    private final Set<Local> initialized = new HashSet<>();

    /** @param locals knows the shadows */
    LaneRuns(Locals locals, Stmt body) {
        this.locals = locals;
        countIn(body);
    }

    /** Whether a tangent that is a number is of no use beyond the run that computes it. */
    boolean isWithinOne(Local shadow) {
        return runsOf.getOrDefault(shadow, 0) == 1 && initialized.contains(shadow);
    }

    private void countIn(Stmt statement) {
        count(statement instanceof Stmt.Block block ? block.statements() : List.of(statement));
    }

    private void count(List<Stmt> statements) {
        for (List<Stmt> run : of(statements)) {
            if (run.get(0) instanceof Stmt.Block block) {
                count(block.statements());
                continue;
            }
            if (!isSimple(run.get(0))) {
                run.get(0).statements().forEach(this::countIn);
                continue;
            }
            Set<Local> shadows = new HashSet<>();
            for (Stmt statement : run) {
                if (statement instanceof Stmt.Declare declare && locals.isShadow(declare.local())) {
                    shadows.add(declare.local());
                    if (declare.initializer() != null) {
                        initialized.add(declare.local());
                    }
                }
                statement
                        .allExpressions()
                        .filter(Expr.Read.class::isInstance)
                        .map(read -> ((Expr.Read) read).local())
                        .filter(locals::isShadow)
                        .forEach(shadows::add);
            }
            shadows.forEach(shadow -> runsOf.merge(shadow, 1, Integer::sum));
        }
    }

    /** The runs among statements of one block; any other statement is alone. */
    List<List<Stmt>> of(List<Stmt> statements) {
        List<List<Stmt>> runs = new ArrayList<>();
        List<Stmt> run = new ArrayList<>();
        Boolean calls = null;
        for (Stmt statement : statements) {
            Boolean own = isSimple(statement) ? calls(statement) : null;
            boolean isOther = calls != null && own != null && !calls.equals(own);
            if (isOther || !isSimple(statement)) {
                close(run, runs);
                calls = null;
            }
            run.add(statement);
            calls = own == null ? calls : own;
            if (!isSimple(statement) || statement instanceof Stmt.Return) {
                close(run, runs);
                calls = null;
            }
        }
        close(run, runs);
        return runs;
    }

    private static void close(List<Stmt> run, List<List<Stmt>> runs) {
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
            run.clear();
        }
    }

    static boolean isSimple(Stmt statement) {
        return statement instanceof Stmt.Return
                || (statement instanceof Stmt.Declare || statement instanceof Stmt.Evaluate) && call(statement) == null;
    }

    /** The call that takes tangents along, where a statement is nothing else. */
    static Expr.@Nullable Call call(Stmt statement) {
        Expr expression = statement instanceof Stmt.Declare declare
                ? declare.initializer()
                : statement instanceof Stmt.Evaluate evaluate ? evaluate.expression() : null;
        return expression instanceof Expr.Call call && LaneExpressions.marksTangents(call.callee()) ? call : null;
    }

    /** Whether tangents go through functions in a statement; {@code null} where there are no tangents. */
    private @Nullable Boolean calls(Stmt statement) {
        List<Expr> nodes = statement.allExpressions().toList();
        if (nodes.stream().noneMatch(this::isShadow)) {
            return null;
        }
        return nodes.stream()
                .anyMatch(node -> node instanceof Expr.Call call
                        && call.subtree().stream().anyMatch(this::isShadow));
    }

    private boolean isShadow(Expr node) {
        return node instanceof Expr.Read read && locals.isShadow(read.local())
                || node instanceof Expr.DualPart part && part.half() == DualHalf.TANGENT;
    }
}
