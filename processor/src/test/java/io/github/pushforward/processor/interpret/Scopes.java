package io.github.pushforward.processor.interpret;

import io.github.pushforward.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables in sight, by the names they are written down with. */
final class Scopes {
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Deque<Set<String>> scopes = new ArrayDeque<>();

    Scopes() {
        enter();
    }

    void enter() {
        scopes.push(new HashSet<>());
    }

    void leave() {
        for (String name : scopes.pop()) {
            types.remove(name);
            values.remove(name);
        }
    }

    void declare(String name, Type type) {
        if (types.put(name, type) != null) {
            throw new BrokenIr(name + " is declared twice");
        }
        scopes.element().add(name);
    }

    Type type(String name) {
        Type type = types.get(name);
        if (type == null) {
            throw new BrokenIr("no variable " + name);
        }
        return type;
    }

    void set(String name, @Nullable Object value) {
        type(name);
        values.put(name, value);
    }

    @Nullable
    Object get(String name) {
        if (!values.containsKey(name)) {
            throw new BrokenIr(name + " is not declared, or has no value yet");
        }
        return values.get(name);
    }
}
