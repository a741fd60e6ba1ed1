package io.github.pushforward.programs.tree;

import java.util.List;

/**
 * A method of a program.
 *
 * @param isStatic else it has a receiver, {@code this}
 * @param isVariable whether the last parameter, an array, is written with dots
 */
public record Method(
        String name, Type result, List<Parameter> parameters, Stmt.Block body, boolean isStatic, boolean isVariable)
        implements Node {

    /** What a recursive method has as its first parameter: how often it may still call itself. */
    public static final String DEPTH = "depth";

    /** Whether it may call itself. */
    public boolean isRecursive() {
        return !parameters.isEmpty() && parameters.get(0).name().equals(DEPTH);
    }

    /**
     * A parameter.
     *
     * @param isConstant whether it is marked {@code @Constant}
     */
    public record Parameter(Type type, String name, boolean isConstant) implements Node {

        /** Whether it has a tangent, where the method is the entry of its program. */
        public boolean isActive() {
            return type.isReal() && !isConstant;
        }
    }
}
