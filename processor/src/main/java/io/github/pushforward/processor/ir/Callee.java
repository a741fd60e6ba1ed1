package io.github.pushforward.processor.ir;

import java.util.List;

/**
 * The static method that a call names, resolved to one signature.
 *
 * @param owner the class that declares it
 * @param active for an annotated method, which parameters its tangent method takes tangents for; else all {@code false}
 * @param isPrivate whether a sibling class cannot call it
 */
public record Callee(
        ClassType owner,
        String name,
        List<Type> parameterTypes,
        Type result,
        Kind kind,
        List<Boolean> active,
        boolean isPrivate) {

    /** How the derivative of a call is found. */
    public enum Kind {
        /** A method of {@code Math} or {@code StrictMath}: the rule table has its derivative. */
        MATH,
        /** Marked {@code @Differentiable}: it has a tangent method of its own. */
        ANNOTATED,
        /** A method of the same top-level class, not annotated: differentiated along with its caller. */
        HELPER,
        /** Anything else: callable with values, without a derivative. */
        FOREIGN,
        /** A method of another class that assigns to fields or arrays: what it is given may outlive the call. */
        KEEPING,
        /** A generated tangent method or a helper of the runtime: appears in differentiated code alone. */
        TANGENT
    }

    public Callee {
        parameterTypes = List.copyOf(parameterTypes);
        active = List.copyOf(active);
    }

    /** What identifies the method: two calls of one method have equal signatures. */
    public String signature() {
        return owner.canonicalName() + "#" + name + parameterTypes;
    }
}
