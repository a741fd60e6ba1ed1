package io.github.pushforward.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An active class as its tangents need it.
 *
 * @param type the class
 * @param form what kind of class it is, and so its tangent
 * @param superclass the active class that it extends
 * @param interfaces the active interfaces that it implements or extends
 * @param subclasses the known concrete active classes below it, each before those that it extends
 * @param inherited the components of the superclass, which come first
 * @param components its own fields that have tangents, in the order of their declaration
 * @param isOpen whether other classes may extend it
 * @param rebuild how its objects are made again; nothing for those that cannot be, and where there are none of the class itself
 * @param lints the lint warnings that its members call for
 */
public record Aggregate(
        ClassType type,
        Form form,
        @Nullable ClassType superclass,
        List<ClassType> interfaces,
        List<ClassType> subclasses,
        List<Component> inherited,
        List<Component> components,
        boolean isOpen,
        @Nullable Rebuild rebuild,
        Set<String> lints) {

    /** What the class in a tangent is called that says in which order the numbers of objects follow each other. */
    public static final String LAYOUT = "Layout";

    /** What an active class is declared as. */
    public enum Form {
        RECORD,
        CLASS,
        ABSTRACT_CLASS,
        INTERFACE
    }

    /**
     * A field with a tangent.
     *
     * @param owner the class that declares it
     * @param access who may use it
     * @param accessor the method by which others read it, if they cannot read the field
     */
    public record Component(
            String name,
            Type type,
            ClassType owner,
            Access access,
            @Nullable String accessor) {}

    public Aggregate {
        interfaces = List.copyOf(interfaces);
        subclasses = List.copyOf(subclasses);
        inherited = List.copyOf(inherited);
        components = List.copyOf(components);
    }

    /** All components, in the order of the parts of a tangent. */
    public List<Component> all() {
        return Stream.concat(inherited.stream(), components.stream()).toList();
    }

    /** Whether there are objects of the class itself. */
    public boolean isConcrete() {
        return form == Form.RECORD || form == Form.CLASS;
    }
}
