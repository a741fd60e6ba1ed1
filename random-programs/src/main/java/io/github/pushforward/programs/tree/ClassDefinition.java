package io.github.pushforward.programs.tree;

import java.util.List;

/**
 * A class that a program declares, marked {@code @Differentiable}; its constructor assigns all fields in order.
 *
 * @param isRecord else its fields may be assigned to
 */
public record ClassDefinition(String name, boolean isRecord, List<Method.Parameter> fields, List<Method> methods)
        implements Node {

    public Type.Named type() {
        return new Type.Named(name);
    }
}
