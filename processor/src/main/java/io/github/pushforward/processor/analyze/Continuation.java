package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs behind a statement.
 *
 * @param next the statements behind it in its own block
 * @param outer what runs behind that block
 * @param isLoop whether the block is the body of a loop, which may run again
 */
record Continuation(List<Stmt> next, @Nullable Continuation outer, boolean isLoop) {

    /** All of it, as a {@code return} leaves it out. */
    List<Stmt> whole() {
        List<Stmt> all = new ArrayList<>();
        for (Continuation at = this; at != null; at = at.outer) {
            all.addAll(at.next);
        }
        return all;
    }

    /** To the end of the loop, as a {@code continue} leaves it out. */
    List<Stmt> ofLoop() {
        List<Stmt> all = new ArrayList<>();
        for (Continuation at = this; at != null; at = at.isLoop ? null : at.outer) {
            all.addAll(at.next);
        }
        return all;
    }
}
