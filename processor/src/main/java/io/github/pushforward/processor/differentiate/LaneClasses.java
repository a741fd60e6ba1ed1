package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.LaneType;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The classes of tangents of objects along several directions: which there can be, and which are used, so that no other is generated. One
 * comes with those above and below it and with those of its parts.
 */
final class LaneClasses {
    /** The most slots of a constructor, less the new object (JVMS 4.3.3). */
    private static final int CONSTRUCTOR_SLOTS = CodeSize.PARAMETER_SLOTS - 1;

    /** @param tangentClass that of one direction */
    private record Key(ClassType tangentClass, int lanes) {}

    private final Predicate<ClassType> compiled;
    private final Map<ClassType, Aggregate> aggregates = new HashMap<>();
    private final Map<Key, Boolean> known = new HashMap<>();
    private final Set<Key> used = new HashSet<>();

    /** @param compiled whether a class of tangents along several directions exists already */
    LaneClasses(List<Sibling> siblings, Predicate<ClassType> compiled) {
        this.compiled = compiled;
        for (Sibling sibling : siblings) {
            sibling.aggregate().ifPresent(type -> aggregates.put(tangentClass(type.type()), type));
        }
    }

    private static ClassType tangentClass(ClassType active) {
        return (ClassType) active.tangentType();
    }

    /** Whether there are tangents of objects of a class along so many directions. */
    boolean has(ClassType tangentClass, int lanes) {
        return known.computeIfAbsent(
                new Key(tangentClass, lanes),
                key -> withRelatives(tangentClass).stream().allMatch(type -> isPossible(type, lanes)));
    }

    private boolean isPossible(ClassType tangentClass, int lanes) {
        Aggregate aggregate = aggregates.get(tangentClass);
        return aggregate == null ? compiled.test(LaneType.of(tangentClass, lanes)) : isPossible(aggregate, lanes);
    }

    /** Whether the parts have names of their own, and are not more than a constructor can take. */
    private static boolean isPossible(Aggregate aggregate, int lanes) {
        List<String> names = new ArrayList<>();
        int slots = 0;
        for (Aggregate.Component component : aggregate.all()) {
            Type tangent = component.type().tangentType();
            List<String> parts = LaneType.parts(component.name(), tangent, lanes);
            names.addAll(parts);
            slots += parts.size() * (tangent == Primitive.DOUBLE ? 2 : 1);
        }
        return slots <= CONSTRUCTOR_SLOTS && new HashSet<>(names).size() == names.size();
    }

    /** A class of this compilation, and all that its tangents have to do with. */
    private Set<ClassType> withRelatives(ClassType tangentClass) {
        Set<ClassType> all = new LinkedHashSet<>();
        Deque<ClassType> open = new ArrayDeque<>(List.of(tangentClass));
        while (!open.isEmpty()) {
            ClassType next = open.remove();
            Aggregate aggregate = aggregates.get(next);
            if (all.add(next) && aggregate != null) {
                open.addAll(relatives(aggregate));
            }
        }
        return all;
    }

    private static List<ClassType> relatives(Aggregate aggregate) {
        Stream<ClassType> parts = aggregate.all().stream()
                .map(component -> component.type().elementType())
                .filter(type -> type instanceof ClassType element && element.isActive())
                .map(ClassType.class::cast);
        Stream<ClassType> above = aggregate.superclass() == null ? Stream.of() : Stream.of(aggregate.superclass());
        Stream<ClassType> others = Stream.concat(aggregate.interfaces().stream(), aggregate.subclasses().stream());
        return Stream.of(parts, above, others)
                .flatMap(types -> types)
                .map(LaneClasses::tangentClass)
                .toList();
    }

    void use(ClassType tangentClass, int lanes) {
        withRelatives(tangentClass).forEach(type -> used.add(new Key(type, lanes)));
    }

    /** The numbers of lanes for which tangents of a class are used, in ascending order. */
    List<Integer> of(Aggregate aggregate) {
        ClassType own = tangentClass(aggregate.type());
        return used.stream()
                .filter(key -> key.tangentClass().equals(own))
                .map(Key::lanes)
                .sorted()
                .toList();
    }
}
