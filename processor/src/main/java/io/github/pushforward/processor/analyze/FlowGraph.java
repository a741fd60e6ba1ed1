package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Span;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which values of a method flow, differentiably, into which others; insensitive to the order of statements. */
final class FlowGraph {
    private final Map<Place, Map<Place, Span>> forward = new LinkedHashMap<>();
    private final Map<Place, Map<Place, Span>> backward = new LinkedHashMap<>();

    void flow(Place from, Place to, Span span) {
        if (!from.equals(to)) {
            forward.computeIfAbsent(from, place -> new LinkedHashMap<>()).putIfAbsent(to, span);
            backward.computeIfAbsent(to, place -> new LinkedHashMap<>()).putIfAbsent(from, span);
        }
    }

    /** Everything that depends on one of the places, those included. */
    Set<Place> dependentOn(Collection<Place> origins) {
        return reach(origins, forward);
    }

    /** Everything that one of the places depends on, those included. */
    Set<Place> influencing(Collection<Place> targets) {
        return reach(targets, backward);
    }

    /** Where a value from a place that satisfies the condition enters the given place. */
    Optional<Span> entry(Place into, Predicate<Place> origin) {
        return backward.getOrDefault(into, Map.of()).entrySet().stream()
                .filter(edge -> origin.test(edge.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Set<Place> reach(Collection<Place> start, Map<Place, Map<Place, Span>> edges) {
        Set<Place> reached = new LinkedHashSet<>(start);
        Deque<Place> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Place next : edges.getOrDefault(open.pop(), Map.of()).keySet()) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
