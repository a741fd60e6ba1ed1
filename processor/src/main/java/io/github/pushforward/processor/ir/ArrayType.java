package io.github.pushforward.processor.ir;

/** An array type. */
public record ArrayType(Type component) implements Type {

    @Override
    public boolean carriesDerivative() {
        return isActive(elementType());
    }

    private static boolean isActive(Type element) {
        return element.isFloating() || (element instanceof ClassType type && type.isActive());
    }

    @Override
    public ArrayType tangentType() {
        return elementType().isFloating() ? this : new ArrayType(component.tangentType());
    }

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
