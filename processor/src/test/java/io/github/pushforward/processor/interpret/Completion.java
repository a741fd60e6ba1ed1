package io.github.pushforward.processor.interpret;

import org.jspecify.annotations.Nullable;

/** How a statement ends where the next one does not follow it (JLS 14.1). */
record Completion(
        Kind kind, @Nullable String label, @Nullable Object value) {
    enum Kind {
        RETURN,
        BREAK,
        CONTINUE,
        YIELD
    }

    boolean is(Kind other, @Nullable String own) {
        return kind == other && (label == null || label.equals(own));
    }
}
