package io.github.pushforward.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * A type argument that is not one type: {@code ?}, {@code ? extends B} or {@code ? super B}.
 *
 * @param bound what it is bounded by; nothing for {@code ?}
 * @param isLower whether the bound is a lower one
 */
public record Wildcard(@Nullable Type bound, boolean isLower) implements Type {

    @Override
    public String toString() {
        return bound == null ? "?" : (isLower ? "? super " : "? extends ") + bound;
    }
}
