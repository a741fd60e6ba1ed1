package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;

/** Something that holds a value: the nodes of the data flow of a method. */
sealed interface Place {

    /** A local variable, or the array that it refers to. */
    record Variable(Local local) implements Place {}

    /** A static field, or a field of whichever object; or the array that it refers to. */
    record Field(ClassType owner, String name, boolean isStatic) implements Place {}

    static Place of(Expr.StaticField field) {
        return new Field(field.owner(), field.name(), true);
    }

    static Place of(Expr.Field field) {
        return new Field(field.owner(), field.name(), false);
    }

    /** What a function that is made here may be given when it is called: anything. */
    enum Given implements Place {
        GIVEN
    }

    /** An integer that is made of a number of another kind, by its index among all of the method. */
    record Converted(int index) implements Place {}

    /** What the method returns. */
    enum Result implements Place {
        RESULT
    }
}
