package io.github.pushforward.processor.ir;

/**
 * A functional interface over active types: in tangent methods its dual form stands in its place, under the same name, since
 * a function has its tangent within it.
 *
 * @param plain the interface
 * @param dual the interface of its dual form, whose objects are plain functions as well
 * @param form its method
 */
public record FunctionType(ClassType plain, ClassType dual, DualForm form) implements Type {

    @Override
    public boolean carriesDerivative() {
        return true;
    }

    /** In place of the type itself, not beside it. */
    @Override
    public ClassType tangentType() {
        return dual;
    }

    @Override
    public String toString() {
        return plain.toString();
    }
}
