package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.ClassType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class that is generated for the tangents of another. */
final class TangentObject {
    final ClassType type;
    final Map<String, @Nullable Object> parts = new LinkedHashMap<>();

    TangentObject(ClassType type) {
        this.type = type;
    }

    @Nullable
    Object get(String part) {
        require(part);
        return parts.get(part);
    }

    void set(String part, @Nullable Object value) {
        require(part);
        parts.put(part, value);
    }

    private void require(String part) {
        if (!parts.containsKey(part)) {
            throw new BrokenIr(type + " has no part " + part);
        }
    }

    @Override
    public String toString() {
        return type.simpleName() + parts;
    }
}
