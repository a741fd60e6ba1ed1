package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    private record Node(ClassType owner, Method method, boolean isEntry, boolean isRoot) {}

    private record Key(String signature, int lanes) {}

    private final FormKind kind;
    private final Predicate<Callee> compiled;
    private final LaneClasses classes;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Key, Optional<LaneTransform.LaneForm>> forms = new HashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();
    /** Fewer lanes than were chosen, in forms for the views of methods that have no more inputs. */
    private final Map<String, Integer> narrow = new HashMap<>();
    /** The forms that there are to be, by the generated class that they are in, in the order of that. */
    private final Map<ClassType, List<Method>> methods = new HashMap<>();
    /** The forms that are there as {@link StoringForms} as well. */
    private final Set<String> stored = new HashSet<>();

    private LanePlan(FormKind kind, Predicate<Callee> compiled, LaneClasses classes) {
        this.kind = kind;
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
        LanePlan plan = new LanePlan(FormKind.LANES, compiled, new LaneClasses(siblings, compiledClasses));
        siblings.forEach(plan::add);
        seconds.forEach(plan::add);
        for (int lanes = most; lanes > 1; lanes /= 2) {
            plan.choose(lanes);
        }
        plan.narrow();
        plan.settle();
        return plan;
    }

    /**
     * Decides on index-set forms in place of those with lanes: they count as having one lane. Array-valued methods have them for their
     * own sake, and only what those call besides.
     */
    public static LanePlan ofIndexSets(List<Sibling> siblings, Predicate<Callee> compiled) {
        LanePlan plan = new LanePlan(FormKind.INDEX_SETS, compiled, new LaneClasses(List.of(), type -> false));
        siblings.forEach(plan::add);
        plan.choose(1);
        plan.settle();
        return plan;
    }

    private void add(SecondOrder second) {
        for (SecondOrder.Twice twice : second.twices()) {
            Access access = twice.first().source().access();
            boolean isRoot = twice.first().isRepeatable();
            add(twice.alongConstants().method().withAccess(access), isRoot, isRoot);
            twice.alongTangents().ifPresent(form -> add(form.method().withAccess(access), true, true));
        }
        second.helpers().forEach(this::addHelper);
    }

    private void add(Sibling sibling) {
        for (Sibling.Tangent tangent : sibling.tangents()) {
            Method method = tangent.tangent().withAccess(tangent.source().access());
            add(method, tangent.isRepeatable(), kind.isRoot(tangent));
        }
        sibling.helpers().forEach(this::addHelper);
    }

    private void addHelper(Method helper) {
        boolean isEntry = helper.access() != Access.PRIVATE;
        add(helper, isEntry, isEntry && kind.hasRootsAmongHelpers());
    }

    private void add(Method method, boolean isEntry, boolean isRoot) {
        if (LaneExpressions.marksTangents(method.callee())) {
            nodes.put(method.callee().signature(), new Node(method.callee().owner(), method, isEntry, isRoot));
        }
    }

    private Optional<LaneTransform.LaneForm> form(String signature, int lanes) {
        return forms.computeIfAbsent(new Key(signature, lanes), key -> {
            try {
                LaneTransform.LaneForm form = kind.form(nodes.get(signature).method(), lanes);
                boolean fits = CodeSize.of(form.method()) <= kind.most()
                        && CodeSize.slots(form.method()) <= CodeSize.PARAMETER_SLOTS;
                return fits ? Optional.of(form) : Optional.empty();
            } catch (NoLanes none) {
                return Optional.empty();
            }
        });
    }

    /**
     * Gives so many lanes to the entries that can have them and have no more. Whoever has more needs no look: all that it calls has more
     * as well, and its forms with fewer would be made for nothing.
     */
    private void choose(int lanes) {
        Set<String> roots = new LinkedHashSet<>();
        nodes.forEach((signature, node) -> {
            if (node.isRoot() && !chosen.containsKey(signature)) {
                roots.add(signature);
            }
        });
        Set<String> able = able(roots, lanes);
        nodes.forEach((signature, node) -> {
            if (node.isEntry() && able.contains(signature)) {
                chosen.putIfAbsent(signature, lanes);
            }
        });
    }

    /** What can have so many lanes of some methods and all that they call. */
    private Set<String> able(Set<String> roots, int lanes) {
        Set<String> able = new HashSet<>();
        roots.forEach(signature -> reach(signature, lanes, able));
        while (able.removeIf(signature -> !isAble(signature, lanes, able))) {
            // until all that is left calls nothing but what is left
        }
        return able;
    }

    /**
     * Gives methods of a few numbers a form for their views that has no lanes to spare. Callers keep to the one that has as many as they have;
     * what calls methods of other classes has no other.
     */
    private void narrow() {
        nodes.forEach((signature, node) -> {
            int enough = enough(node.method());
            boolean hasToSpare = node.isRoot() && enough < chosen.getOrDefault(signature, 1);
            if (hasToSpare && able(Set.of(signature), enough).contains(signature)) {
                narrow.put(signature, enough);
            }
        });
    }

    /** The least power of two that is not less than the number of inputs; endless where the parameters do not say how many there are. */
    private static int enough(Method tangent) {
        Callee callee = tangent.callee();
        int inputs = 0;
        for (int i = 0; i < callee.active().size(); i++) {
            if (callee.active().get(i)) {
                if (!LaneTypes.isNumber(callee.parameterTypes().get(i))) {
                    return Integer.MAX_VALUE;
                }
                inputs++;
            }
        }
        // A single one takes no lanes.
        return inputs < 2 ? Integer.MAX_VALUE : Integer.highestOneBit(2 * inputs - 1);
    }

    /** Adds a method and what it calls, as far as they have forms. */
    private void reach(String signature, int lanes, Set<String> reached) {
        if (reached.contains(signature) || form(signature, lanes).isEmpty()) {
            return;
        }
        reached.add(signature);
        for (Callee callee : form(signature, lanes).orElseThrow().called()) {
            if (nodes.containsKey(callee.signature())) {
                reach(callee.signature(), lanes, reached);
            }
        }
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
                return compiled.test(kind.callee(callee, lanes));
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
        return Optional.ofNullable(ofViews(callee.signature())).map(lanes -> {
            Callee form = kind.callee(callee, lanes);
            boolean stores = stored.contains(form.signature());
            return new Lanes(lanes, form, stores ? Optional.of(StoringForms.callee(form)) : Optional.empty());
        });
    }

    /** How many lanes the form has that views call. */
    private @Nullable Integer ofViews(String signature) {
        return narrow.getOrDefault(signature, chosen.get(signature));
    }

    /**
     * A lane form.
     *
     * @param count the number W of lanes
     * @param storing the same with an array as its last parameter, into which it writes the derivatives, and the value as its result
     */
    public record Lanes(int count, Callee callee, Optional<Callee> storing) {}

    /** The lane forms of a generated class: those of its entries, and what they need of their own class, in the order of that. */
    public List<Method> methods(ClassType generated) {
        return methods.getOrDefault(generated, List.of());
    }

    /** Once for all classes: each is asked for later, and a look through the whole compilation for each would be quadratic. */
    private void settle() {
        Set<Key> all = needed();
        List<Integer> widths = all.stream().map(Key::lanes).distinct().sorted().toList();
        nodes.forEach((signature, node) -> {
            for (int lanes : widths) {
                if (all.contains(new Key(signature, lanes))) {
                    methods.computeIfAbsent(node.owner(), owner -> new ArrayList<>())
                            .add(method(signature, lanes));
                    form(signature, lanes).orElseThrow().objects().forEach(type -> classes.use(type, lanes));
                }
            }
        });
        if (kind.isForSpeed()) {
            Set<String> forCallers = new HashSet<>();
            chosen.forEach((signature, lanes) -> forCallers.add(formOf(signature, lanes)));
            Set<String> forViews = new HashSet<>();
            chosen.keySet().stream()
                    .filter(signature -> nodes.get(signature).isRoot())
                    .forEach(signature -> forViews.add(formOf(signature, ofViews(signature))));
            forViews.removeAll(called(all));
            methods.replaceAll((owner, forms) -> InlinedHelpers.in(forms, kind.most()).stream()
                    .flatMap(form -> finished(form, forViews, forCallers).stream())
                    .toList());
        }
    }

    /** The signature of the form of a method. */
    private String formOf(String signature, int lanes) {
        return kind.callee(nodes.get(signature).method().callee(), lanes).signature();
    }

    /** What forms call, by the signatures of the forms. */
    private Set<String> called(Set<Key> forms) {
        Set<String> called = new HashSet<>();
        for (Key key : forms) {
            form(key.signature(), key.lanes())
                    .orElseThrow()
                    .called()
                    .forEach(callee ->
                            called.add(kind.callee(callee, key.lanes()).signature()));
        }
        return called;
    }

    /** A form that views alone call stores its derivatives where they want them. */
    private List<Method> finished(Method form, Set<String> forViews, Set<String> forCallers) {
        String signature = form.callee().signature();
        boolean isForViews = form.access() != Access.PRIVATE && forViews.contains(signature);
        List<Method> forms = isForViews ? StoringForms.of(form) : List.of(form);
        if (forms.size() == 1) {
            return forms;
        }
        stored.add(signature);
        // A class that is compiled later calls the form that was chosen for callers.
        return forCallers.contains(signature) ? forms : forms.subList(0, 1);
    }

    /** The numbers of lanes for which there are to be tangents of objects of a class, in ascending order. */
    public List<Integer> types(Sibling sibling) {
        return sibling.aggregate().map(classes::of).orElse(List.of());
    }

    private Set<Key> needed() {
        Set<Key> needed = new HashSet<>();
        nodes.forEach((signature, node) -> {
            if (node.isRoot() && chosen.containsKey(signature)) {
                need(new Key(signature, chosen.get(signature)), needed);
                need(new Key(signature, ofViews(signature)), needed);
            }
        });
        return needed;
    }

    private void need(Key key, Set<Key> needed) {
        if (!needed.add(key)) {
            return;
        }
        for (Callee callee : form(key.signature(), key.lanes()).orElseThrow().called()) {
            if (nodes.containsKey(callee.signature())) {
                need(new Key(callee.signature(), key.lanes()), needed);
            }
        }
    }

    private Method method(String signature, int lanes) {
        Node node = nodes.get(signature);
        boolean isEntry = node.isEntry()
                && (chosen.getOrDefault(signature, 0) == lanes || narrow.getOrDefault(signature, 0) == lanes);
        return form(signature, lanes)
                .orElseThrow()
                .method()
                .withAccess(isEntry ? node.method().access() : Access.PRIVATE);
    }
}
