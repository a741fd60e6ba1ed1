package io.github.pushforward.processor.ir;

import java.util.List;

/**
 * What may run in place of an instance method, as far as the compilation knows.
 *
 * @param isOverridable whether a class that is not known could have a method of its own in its place
 * @param running the classes whose objects run the method itself
 * @param overriders the methods that run on objects of other classes and can have a tangent; each may have overriders in turn
 * @param isComplete whether no other method of a known class overrides it: one that can have no tangent
 * @param isInBody whether the body finds the method to run, as that of an abstract method does: nothing is left to do
 * @param overrides whether the method itself runs in place of one above it, which gives it its signature
 */
public record Dispatch(
        boolean isOverridable,
        List<ClassType> running,
        List<Callee> overriders,
        boolean isComplete,
        boolean isInBody,
        boolean overrides) {
    /** Of static, private and final methods. */
    public static final Dispatch NONE = new Dispatch(false, List.of(), List.of(), true, false, false);

    public Dispatch {
        running = List.copyOf(running);
        overriders = List.copyOf(overriders);
    }

    /**
     * Of methods whose body goes by the class of the receiver.
     *
     * @param isOverridable whether there may be other classes than those that the body knows
     */
    public static Dispatch inBody(boolean isOverridable) {
        return new Dispatch(isOverridable, List.of(), List.of(), true, true, false);
    }

    /** The same for a method that overrides another. */
    public Dispatch overriding() {
        return new Dispatch(isOverridable, running, overriders, isComplete, isInBody, true);
    }

    /** Whether other methods have the same signature, for which it was chosen as well. */
    public boolean sharesSignature() {
        return overrides || isInBody || !overriders.isEmpty();
    }

    /** Whether a tangent of the method must look at the class of its receiver. */
    public boolean isLeftToTangent() {
        return isOverridable && !isInBody;
    }
}
