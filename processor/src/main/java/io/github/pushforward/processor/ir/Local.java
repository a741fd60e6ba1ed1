package io.github.pushforward.processor.ir;

/**
 * A local variable or parameter. Two variables of the same name in separate scopes are two locals.
 *
 * @param id unique within a method
 * @param isFinal whether the source declares it so with an initializer; it may then be a constant, which converts to
 *     narrower types by itself
 * @param isReceiver whether it is the object that an instance method runs on, which is never {@code null}
 */
public record Local(int id, String name, Type type, boolean isFinal, boolean isReceiver) {

    public Local(int id, String name, Type type, boolean isFinal) {
        this(id, name, type, isFinal, false);
    }

    public Expr.Read read() {
        return new Expr.Read(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
