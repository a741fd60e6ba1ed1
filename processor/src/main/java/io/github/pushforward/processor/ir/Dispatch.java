package io.github.pushforward.processor.ir;

import java.util.List;

/**
 * What may run in place of an instance method, as far as the compilation knows.
 *
 * @param isOverridable whether a class that is not known could have a method of its own in its place
 * @param running the classes whose objects run the method itself
 * @param overriders the methods that run on objects of other classes; each may have overriders in turn
 */
public record Dispatch(boolean isOverridable, List<ClassType> running, List<Callee> overriders) {
    /** Of static, private and final methods. */
    public static final Dispatch NONE = new Dispatch(false, List.of(), List.of());

    public Dispatch {
        running = List.copyOf(running);
        overriders = List.copyOf(overriders);
    }
}
