package io.github.pushforward.processor.analyze;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which values of a method flow into which others; insensitive to the order of statements. */
final class FlowGraph {
    private final Map<Place, Set<Place>> forward = new LinkedHashMap<>();
    private final Map<Place, Set<Place>> backward = new LinkedHashMap<>();

    void flow(Place from, Place to) {
        if (!from.equals(to)) {
            forward.computeIfAbsent(from, place -> new LinkedHashSet<>()).add(to);
            backward.computeIfAbsent(to, place -> new LinkedHashSet<>()).add(from);
        }
    }

    void flowBothWays(Place one, Place other) {
        flow(one, other);
        flow(other, one);
    }

    /** Everything that depends on one of the places, those included. */
    Set<Place> dependentOn(Collection<Place> origins) {
        return reach(origins, forward);
    }

    /** Everything that one of the places depends on, those included. */
    Set<Place> influencing(Collection<Place> targets) {
        return reach(targets, backward);
    }

    private static Set<Place> reach(Collection<Place> start, Map<Place, Set<Place>> edges) {
        Set<Place> reached = new LinkedHashSet<>(start);
        Deque<Place> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Place next : edges.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
