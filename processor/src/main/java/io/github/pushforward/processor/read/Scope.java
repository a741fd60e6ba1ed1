package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.Local;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight, innermost block first. */
final class Scope {
    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();

    Scope() {
        open();
    }

    void open() {
        blocks.push(new HashMap<>());
    }

    void close() {
        blocks.pop();
    }

    void declare(Local local) {
        blocks.element().put(local.name(), local);
    }

    Optional<Local> find(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .map(block -> block.get(name))
                .findFirst();
    }
}
