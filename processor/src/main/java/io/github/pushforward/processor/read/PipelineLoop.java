package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a source of elements, before it is known what becomes of them.
 *
 * @param element the value of an element
 * @param index which of the elements it is, counted from zero, where a variable says that
 * @param isEndless whether the source has no end of its own
 * @param lead the statements that get at an element
 */
record PipelineLoop(Expr element, @Nullable Expr index, boolean isEndless, List<Stmt> lead, Head head) {

    /** What becomes a loop once the condition, beside its own, and the body are known. */
    interface Head {
        Stmt over(@Nullable Expr condition, Stmt.Block body);
    }

    /** @param conditions what must hold before an element is asked for */
    Stmt over(List<Expr> conditions, List<Stmt> body) {
        return head.over(conditions.stream().reduce(LoopCode::and).orElse(null), new Stmt.Block(body));
    }

    /** Whether something ends the loop, so that what follows it is reached. */
    boolean ends(List<Expr> conditions, List<Stmt> body) {
        return !isEndless || !conditions.isEmpty() || body.stream().anyMatch(PipelineLoop::leaves);
    }

    private static boolean leaves(Stmt statement) {
        return statement instanceof Stmt.Break
                || (!statement.isLeftByBreak()
                        && statement.statements().stream().anyMatch(PipelineLoop::leaves));
    }
}
