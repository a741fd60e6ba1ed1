package io.github.pushforward.processor.ir;

/** A value of some type together with its tangent: what tangent methods return. The tangent of a dual is a dual in turn. */
public record DualType(Type part) implements Type {

    @Override
    public boolean carriesDerivative() {
        return true;
    }

    @Override
    public DualType tangentType() {
        return new DualType(part.tangentType());
    }

    /** A dual never changes, but the arrays in it do. */
    @Override
    public boolean isMutable() {
        return part.isMutable();
    }

    @Override
    public String toString() {
        return "dual " + part;
    }
}
