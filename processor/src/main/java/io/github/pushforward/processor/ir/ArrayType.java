package io.github.pushforward.processor.ir;

/** An array type. */
public record ArrayType(Type component) implements Type {

    @Override
    public Type elementType() {
        return component.elementType();
    }

    @Override
    public int rank() {
        return component.rank() + 1;
    }

    @Override
    public String toString() {
        return component + "[]";
    }
}
