package io.github.pushforward.programs.generate;

import io.github.pushforward.programs.tree.Expr;
import io.github.pushforward.programs.tree.Type;

/** Something that can be named where an expression stands: a local variable, a parameter, a field of {@code this}. */
record Variable(Type type, Expr expression, Use use) {

    /** What may be done with it. */
    enum Use {
        /** It may be assigned to. */
        FREE,
        /** Nothing is assigned to it, so that lambdas may capture it. */
        FIXED,
        /** A counter of a loop, which the loop alone assigns to. */
        COUNTER,
        /** A {@code @Constant} array, or a row of one: nothing is written into it, and it is not put anywhere. */
        CONSTANT
    }

    static Variable local(Type type, String name, Use use) {
        return new Variable(type, new Expr.Name(type, name), use);
    }

    boolean isFree() {
        return use == Use.FREE;
    }

    boolean isConstant() {
        return use == Use.CONSTANT;
    }

    /** Whether a lambda may use it. */
    boolean isCapturable() {
        return !(expression instanceof Expr.Name) || use == Use.FIXED || use == Use.CONSTANT;
    }
}
