package io.github.pushforward.processor.ir;

/** A value of some type together with its tangent: what tangent methods return. */
public record DualType(Type part) implements Type {

    @Override
    public String toString() {
        return "dual " + part;
    }
}
