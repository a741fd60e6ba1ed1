package io.github.pushforward.processor.ir;

/** The type of {@code null}. */
public enum NullType implements Type {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
