package io.github.pushforward.processor.interpret;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Copies of tangents. */
final class TangentCopies {
    private TangentCopies() {}

    static @Nullable Object of(@Nullable Object tangent) {
        if (tangent instanceof TangentObject object) {
            TangentObject copy = new TangentObject(object.type);
            object.parts.forEach((name, part) -> copy.parts.put(name, of(part)));
            return copy;
        }
        if (tangent == null || !tangent.getClass().isArray()) {
            return tangent;
        }
        int length = Array.getLength(tangent);
        Object copy = Array.newInstance(tangent.getClass().componentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, of(Array.get(tangent, i)));
        }
        return copy;
    }
}
