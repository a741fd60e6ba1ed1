package io.github.pushforward.runtime;

import java.util.Objects;

/**
 * Checks of the objects that instance methods run on. A tangent method knows the derivative of the methods of some classes
 * alone; an object of a subclass that it does not know may have a method of its own instead. Generated code calls these.
 */
public final class Receivers {

    private Receivers() {}

    /**
     * Checks that there is an object, as the call of the original method does.
     *
     * @param receiver the receiver of a call
     * @throws NullPointerException if there is none
     */
    public static void requirePresent(Object receiver) {
        Objects.requireNonNull(receiver);
    }

    /**
     * Checks that an object is of one class exactly.
     *
     * @param receiver the receiver of a call
     * @param known the class or the classes that have a tangent
     * @throws IllegalArgumentException if it is of another one, which the message names
     * @throws NullPointerException if it is null
     */
    public static void require(Object receiver, Class<?> known) {
        if (classOf(receiver) != known) {
            throw unknown(receiver);
        }
    }

    /**
     * Checks that an object is exactly of one of several classes.
     *
     * @param receiver the receiver of a call
     * @param known the class or the classes that have a tangent
     * @throws IllegalArgumentException if it is of none of them; the message names its class
     * @throws NullPointerException if it is null
     */
    public static void require(Object receiver, Class<?>... known) {
        Class<?> actual = classOf(receiver);
        for (Class<?> type : known) {
            if (actual == type) {
                return;
            }
        }
        throw unknown(receiver);
    }

    /** The class, or the enum of a constant: what the body of a constant overrides has been seen to. */
    private static Class<?> classOf(Object receiver) {
        return receiver instanceof Enum<?> constant ? constant.getDeclaringClass() : receiver.getClass();
    }

    /**
     * What to throw for an object on which it is not known what a method does.
     *
     * @param receiver the receiver of a call
     * @param method the method, which the message names as well as the class of the object
     * @return the exception
     * @throws NullPointerException if the object is null
     */
    public static IllegalArgumentException unknown(Object receiver, String method) {
        return new IllegalArgumentException("no tangent of " + method + " is known for objects of "
                + receiver.getClass().getName()
                + ": annotate the method of that class with @Differentiable, and compile the class together with what it"
                + " extends or implements; objects of lambdas and anonymous classes have none");
    }

    private static IllegalArgumentException unknown(Object receiver) {
        return new IllegalArgumentException("no tangent is known for objects of "
                + receiver.getClass().getName()
                + ": the class may override a method that is differentiated; annotate what it overrides with"
                + " @Differentiable, in both classes, and compile it together with the class that it extends; objects of"
                + " lambdas and anonymous classes have none");
    }
}
