package io.github.pushforward.programs.interpret;

import org.jspecify.annotations.Nullable;

/** How a statement ends that does not end normally, other than by an exception. */
record Completion(
        Kind kind, @Nullable String label, @Nullable Object value) {
    enum Kind {
        BREAK,
        CONTINUE,
        RETURN,
        YIELD
    }

    /** Whether a loop or {@code switch} with these labels ends here. */
    boolean breaks(@Nullable String own) {
        return kind == Kind.BREAK && (label == null || label.equals(own));
    }

    /** Whether a loop with this label goes on. */
    boolean continues(@Nullable String own) {
        return kind == Kind.CONTINUE && (label == null || label.equals(own));
    }
}
