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
 */
public record Dispatch(
        boolean isOverridable, List<ClassType> running, List<Callee> overriders, boolean isComplete, boolean isInBody) {
    /** Of static, private and final methods. */
    public static final Dispatch NONE = new Dispatch(false, List.of(), List.of(), true, false);

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
        return new Dispatch(isOverridable, List.of(), List.of(), true, true);
    }

    /** Whether a tangent of the method must look at the class of its receiver. */
    public boolean isLeftToTangent() {
        return isOverridable && !isInBody;
    }
}
