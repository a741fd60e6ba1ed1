package io.github.pushforward.programs.interpret;

import io.github.pushforward.programs.tree.ClassDefinition;
import io.github.pushforward.programs.tree.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class of the program. */
public final class ObjectValue {
    private final ClassDefinition definition;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    public ObjectValue(ClassDefinition definition, List<? extends @Nullable Object> values) {
        this.definition = definition;
        List<Method.Parameter> parameters = definition.fields();
        for (int i = 0; i < parameters.size(); i++) {
            fields.put(parameters.get(i).name(), values.get(i));
        }
    }

    public ClassDefinition definition() {
        return definition;
    }

    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    void set(String field, @Nullable Object value) {
        fields.put(field, value);
    }
}
