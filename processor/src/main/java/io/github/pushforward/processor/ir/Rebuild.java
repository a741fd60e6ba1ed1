package io.github.pushforward.processor.ir;

import java.util.List;

/**
 * How an object of an active class is made again, with other numbers in its active components.
 *
 * @param arguments the fields that the parameters of the constructor are put into, in their order
 * @param assigned the fields that are assigned afterwards, in the order of their declaration
 * @param copies whether the constructor keeps copies of arrays, so that those which objects share are no longer shared
 */
public record Rebuild(List<Field> arguments, List<Field> assigned, boolean copies) {

    /**
     * A field of the object.
     *
     * @param reading how others read it from an object: the field or a call of its accessor
     * @param isActive whether it gets other numbers; else it is what it was
     */
    public record Field(String name, Type type, String reading, boolean isActive) {}

    public Rebuild {
        arguments = List.copyOf(arguments);
        assigned = List.copyOf(assigned);
    }
}
