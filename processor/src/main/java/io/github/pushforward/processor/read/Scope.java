package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight, innermost block first. */
final class Scope {
    /** A name without a local is one whose declaration was refused. */
    private final Deque<Map<String, Optional<Local>>> blocks = new ArrayDeque<>();

    Scope() {
        open();
    }

    void open() {
        blocks.push(new HashMap<>());
    }

    void close() {
        blocks.pop();
    }

    /** @param name as the source has it; the local may bear another */
    void declare(String name, Local local) {
        blocks.element().put(name, Optional.of(local));
    }

    /** Remembers a variable of unknown type: it is in sight, but nothing can be said of its uses. */
    void declareRefused(String name) {
        blocks.element().put(name, Optional.empty());
    }

    boolean isRefused(String name) {
        return lookUp(name).filter(Optional::isEmpty).isPresent();
    }

    Optional<Local> find(String name) {
        return lookUp(name).flatMap(local -> local);
    }

    private Optional<Optional<Local>> lookUp(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .map(block -> block.get(name))
                .findFirst();
    }
}
