package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many lanes the tangent methods of a compilation have: as many as asked for, or half as many, and so on, until all that a
 * method calls has a form with as many and none is too large for HotSpot to compile. What has one direction in other classes than its
 * own does so for whoever calls it.
 */
public final class LanePlan {
    /**
     * A tangent method of one direction.
     *
     * @param owner the generated class that it is in
     */
    private record Node(ClassType owner, Method method, boolean isEntry) {}

    private record Key(String signature, int lanes) {}

    private final Predicate<Callee> compiled;
    private final LaneClasses classes;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Key, Optional<LaneTransform.LaneForm>> forms = new HashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();

    private LanePlan(Predicate<Callee> compiled, LaneClasses classes) {
        this.compiled = compiled;
        this.classes = classes;
    }

    /**
     * Decides for all classes that are generated together.
     *
     * @param most the number of lanes to have where nothing is in the way: a power of two
     * @param compiled whether a lane form exists already
     * @param compiledClasses whether a class of tangents of objects in lanes exists already
     */
    public static LanePlan of(
            List<Sibling> siblings,
            List<SecondOrder> seconds,
            int most,
            Predicate<Callee> compiled,
            Predicate<ClassType> compiledClasses) {
        LanePlan plan = new LanePlan(compiled, new LaneClasses(siblings, compiledClasses));
        siblings.forEach(plan::add);
        seconds.forEach(plan::add);
        for (int lanes = most; lanes > 1; lanes /= 2) {
            plan.choose(lanes);
        }
        plan.nodes.values().stream().map(Node::owner).distinct().forEach(plan::useClasses);
        return plan;
    }

    private void useClasses(ClassType generated) {
        for (Key key : needed(generated)) {
            form(key.signature(), key.lanes()).orElseThrow().objects().forEach(type -> classes.use(type, key.lanes()));
        }
    }

    private void add(Sibling sibling) {
        for (Sibling.Tangent tangent : sibling.tangents()) {
            Method method = tangent.tangent().withAccess(tangent.source().access());
            add(method, tangent.isRepeatable());
        }
        sibling.helpers().forEach(this::addHelper);
    }

    private void add(SecondOrder second) {
        for (SecondOrder.Twice twice : second.twices()) {
            Access access = twice.first().source().access();
            add(
                    twice.alongConstants().method().withAccess(access),
                    twice.first().isRepeatable());
            twice.alongTangents().ifPresent(form -> add(form.method().withAccess(access), true));
        }
        second.helpers().forEach(this::addHelper);
    }

    private void addHelper(Method helper) {
        add(helper, helper.access() != Access.PRIVATE);
    }

    private void add(Method method, boolean isEntry) {
        if (LaneExpressions.marksTangents(method.callee())) {
            nodes.put(method.callee().signature(), new Node(method.callee().owner(), method, isEntry));
        }
    }

    private Optional<LaneTransform.LaneForm> form(String signature, int lanes) {
        return forms.computeIfAbsent(new Key(signature, lanes), key -> {
            try {
                LaneTransform.LaneForm form =
                        LaneTransform.of(nodes.get(signature).method(), lanes);
                boolean fits = CodeSize.of(form.method()) <= CodeSize.COMPILED
                        && CodeSize.slots(form.method()) <= CodeSize.PARAMETER_SLOTS;
                return fits ? Optional.of(form) : Optional.empty();
            } catch (NoLanes none) {
                return Optional.empty();
            }
        });
    }

    /** Gives so many lanes to the entries that can have them and have no more. */
    private void choose(int lanes) {
        Set<String> able = new HashSet<>();
        for (String signature : nodes.keySet()) {
            if (form(signature, lanes).isPresent()) {
                able.add(signature);
            }
        }
        while (able.removeIf(signature -> !isAble(signature, lanes, able))) {
            // until all that is left calls nothing but what is left
        }
        nodes.forEach((signature, node) -> {
            if (node.isEntry() && able.contains(signature)) {
                chosen.putIfAbsent(signature, lanes);
            }
        });
    }

    private boolean isAble(String signature, int lanes, Set<String> able) {
        ClassType owner = nodes.get(signature).owner();
        LaneTransform.LaneForm form = form(signature, lanes).orElseThrow();
        if (!form.objects().stream().allMatch(type -> classes.has(type, lanes))) {
            return false;
        }
        return form.called().stream().allMatch(callee -> {
            Node node = nodes.get(callee.signature());
            if (node == null) {
                return compiled.test(LaneNames.of(callee, lanes));
            }
            boolean isThere = node.owner().equals(owner)
                    || (node.isEntry() && chosen.getOrDefault(callee.signature(), lanes) == lanes);
            return able.contains(callee.signature()) && isThere;
        });
    }

    /** The lane form of an annotated method, if it has one. */
    public Optional<Lanes> of(Sibling.Tangent tangent) {
        return of(tangent.tangent().callee());
    }

    /** The lane form of its second derivatives, if it has one. */
    public Optional<Lanes> of(SecondOrder.Twice twice) {
        return of(twice.alongConstants().method().callee());
    }

    private Optional<Lanes> of(Callee callee) {
        return Optional.ofNullable(chosen.get(callee.signature()))
                .map(lanes -> new Lanes(lanes, LaneNames.of(callee, lanes)));
    }

    /**
     * A lane form.
     *
     * @param count the number W of lanes
     */
    public record Lanes(int count, Callee callee) {}

    /** The lane forms of a generated class: those of its entries, and what they need of their own class, in the order of that. */
    public List<Method> methods(ClassType generated) {
        Set<Key> needed = needed(generated);
        List<Integer> widths =
                needed.stream().map(Key::lanes).distinct().sorted().toList();
        List<Method> methods = new ArrayList<>();
        for (String signature : nodes.keySet()) {
            for (int lanes : widths) {
                if (needed.contains(new Key(signature, lanes))) {
                    methods.add(method(signature, lanes));
                }
            }
        }
        return methods;
    }

    /** The numbers of lanes for which there are to be tangents of objects of a class, in ascending order. */
    public List<Integer> types(Sibling sibling) {
        return sibling.aggregate().map(classes::of).orElse(List.of());
    }

    private Set<Key> needed(ClassType generated) {
        Set<Key> needed = new HashSet<>();
        nodes.forEach((signature, node) -> {
            if (node.owner().equals(generated) && chosen.containsKey(signature)) {
                need(new Key(signature, chosen.get(signature)), needed);
            }
        });
        return needed;
    }

    private void need(Key key, Set<Key> needed) {
        if (!needed.add(key)) {
            return;
        }
        ClassType owner = nodes.get(key.signature()).owner();
        for (Callee callee : form(key.signature(), key.lanes()).orElseThrow().called()) {
            Node called = nodes.get(callee.signature());
            if (called != null && called.owner().equals(owner)) {
                need(new Key(callee.signature(), key.lanes()), needed);
            }
        }
    }

    private Method method(String signature, int lanes) {
        Node node = nodes.get(signature);
        boolean isEntry = node.isEntry() && chosen.getOrDefault(signature, 0) == lanes;
        return form(signature, lanes)
                .orElseThrow()
                .method()
                .withAccess(isEntry ? node.method().access() : Access.PRIVATE);
    }
}
