package io.github.pushforward.processor.ir;

import java.util.List;

/**
 * What may run in place of an instance method, as far as the compilation knows.
 *
 * @param isOverridable whether a class that is not known could have a method of its own in its place
 * @param running the classes whose objects run the method itself
 * @param overriders the methods that run on objects of other classes and can have a tangent; each may have overriders in turn
 * @param isComplete whether no other method of a known class overrides it: one that can have no tangent
 */
public record Dispatch(boolean isOverridable, List<ClassType> running, List<Callee> overriders, boolean isComplete) {
    /** Of static, private and final methods. */
    public static final Dispatch NONE = new Dispatch(false, List.of(), List.of(), true);

    public Dispatch {
        running = List.copyOf(running);
        overriders = List.copyOf(overriders);
    }
}
