package io.github.pushforward.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrays and mutable objects that a walk through a graph of objects has met, and what became of each. One that is met
 * again on the way through itself ends the walk, which would have no end otherwise.
 */
final class SharedParts {
    private static final Object OPEN = new Object();

    private final Map<Object, Object> parts = new IdentityHashMap<>();

    void clear() {
        if (!parts.isEmpty()) {
            parts.clear();
        }
    }

    /** What became of a part; null where it is met for the first time. */
    @Nullable
    Object get(Object part) {
        Object made = parts.get(part);
        if (made == OPEN) {
            throw new IllegalArgumentException("an object of "
                    + part.getClass().getTypeName()
                    + " refers back to itself: a gradient needs inputs and outputs without cycles");
        }
        return made;
    }

    Set<Object> all() {
        return parts.keySet();
    }

    /** Begins with a part, which ends by {@link #close} or {@link #forget}. */
    void open(Object part) {
        parts.put(part, OPEN);
    }

    void close(Object part, Object made) {
        parts.put(part, Objects.requireNonNull(made));
    }

    void forget(Object part) {
        parts.remove(part);
    }
}
