package io.github.pushforward.programs.tree;

import java.util.List;

/**
 * A class with one method to differentiate, and what that needs.
 *
 * @param seed which this is: the same seed gives the same program
 * @param entry the method to differentiate
 * @param order how often
 * @param constants fields of the receiver of the entry, where it has one; they are constants
 */
public record Program(
        long seed,
        List<ClassDefinition> classes,
        List<Type.Function> interfaces,
        List<Method.Parameter> constants,
        List<Method> helpers,
        Method entry,
        int order)
        implements Node {

    /** The name of the class. */
    public String name() {
        return "Program" + Long.toUnsignedString(seed);
    }

    /** The class of a name. */
    public ClassDefinition definition(Type.Named type) {
        return classes.stream()
                .filter(definition -> definition.name().equals(type.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The static method of a name, other than the entry. */
    public Method helper(String name) {
        return helpers.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
