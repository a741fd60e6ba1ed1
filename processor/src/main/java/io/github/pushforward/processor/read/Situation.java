package io.github.pushforward.processor.read;

import io.github.pushforward.processor.ir.ClassType;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * For whom a body is read.
 *
 * @param target the class whose siblings it ends up in: the one that declares it, or that uses what it inherits
 * @param member the method or field that it belongs to
 * @param variant which functions it is made for; empty for a method as it is
 * @param depth how many functions contain each other here
 * @param object what {@code this} means, where that is an object of an anonymous class
 * @param fields the variables that stand for the fields of the object that a constructor makes
 */
record Situation(
        ClassType target,
        Element member,
        String variant,
        int depth,
        @Nullable ThisObject object,
        @Nullable FieldVariables fields,
        Variants variants) {

    /** Of a method as its own class declares it. */
    static Situation of(ClassType owner, Element member, Variants variants) {
        return new Situation(owner, member, "", 0, null, null, variants);
    }

    /** Of a constructor, whose object is in variables. */
    Situation making(Element constructor, FieldVariables variables) {
        return new Situation(target, constructor, variant, depth, null, variables, variants);
    }

    Situation inside(String newVariant, int newDepth, @Nullable ThisObject newObject) {
        return new Situation(target, member, newVariant, newDepth, newObject, null, variants);
    }
}
