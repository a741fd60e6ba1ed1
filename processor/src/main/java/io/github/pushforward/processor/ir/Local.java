package io.github.pushforward.processor.ir;

/**
 * A local variable or parameter. Two variables of the same name in separate scopes are two locals.
 *
 * @param id unique within a method
 */
public record Local(int id, String name, Type type) {

    public Expr.Read read() {
        return new Expr.Read(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
