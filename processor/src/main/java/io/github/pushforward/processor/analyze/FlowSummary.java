package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller must know of a method's body, whichever arguments are active: parameters by index.
 *
 * @param flows which parameters flow into the result or into the array or object of which other parameter
 * @param aliases of an array or object as result: the parameters whose arrays or objects it may be, or be a part of
 * @param shared of an array or object as result: the fields whose arrays or objects it may be
 * @param written the parameters whose arrays the method may write to
 * @param leaks the parameters whose values are put into fields and static arrays, which outlive the call, and where
 * @param rebuilt the parameters out of whose bits, text or state numbers are made, and where
 * @param numbers the parameters that reach the result or an array of numbers by arithmetic, integers too
 */
public record FlowSummary(
        Set<Flow> flows,
        Set<Integer> aliases,
        Set<Place.Field> shared,
        Set<Integer> written,
        Map<Integer, Leak> leaks,
        Map<Integer, Problem> rebuilt,
        Set<Flow> numbers) {
    /** The index that stands for the result. */
    public static final int RESULT = -1;

    static final FlowSummary EMPTY = of(Set.of(), Set.of(), Set.of());

    /** Of a method of which nothing else is to be said. */
    static FlowSummary of(Set<Flow> flows, Set<Integer> aliases, Set<Integer> written) {
        return new FlowSummary(flows, aliases, Set.of(), written, Map.of(), Map.of(), Set.of());
    }

    /** The flow that stands for a function as result which is made in the method. */
    static final Flow OF_FUNCTION = new Flow(-2, RESULT);

    /** A differentiable dependence: the value of one parameter reaches the result or another parameter's array. */
    public record Flow(int from, int to) {}

    /** Nothing of the arguments goes anywhere. */
    public static FlowSummary constant() {
        return EMPTY;
    }

    /** What is in each of the arrays changes places there. */
    public static FlowSummary permutation(Callee callee) {
        return of(
                Set.of(),
                Set.of(),
                arrays(callee, Collections.nCopies(callee.parameterTypes().size(), true)));
    }

    /**
     * Of the tangent method: what it does to values, and to tangents what those do to each other. Slopes depend on the values as well.
     *
     * @param active which parameters have a tangent, behind all values
     */
    public FlowSummary ofTangent(List<Boolean> active) {
        Map<Integer, Integer> tangents = new HashMap<>();
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i)) {
                tangents.put(i, active.size() + tangents.size());
            }
        }
        Set<Flow> allFlows = new HashSet<>(flows);
        for (Flow flow : flows) {
            Integer from = tangents.get(flow.from);
            Integer to = flow.to == RESULT ? Integer.valueOf(RESULT) : tangents.get(flow.to);
            if (to != null) {
                allFlows.add(new Flow(flow.from, to));
            }
            if (from != null && to != null) {
                allFlows.add(new Flow(from, to));
            }
        }
        Set<Integer> allWritten = new HashSet<>(written);
        for (int array : written) {
            if (tangents.containsKey(array)) {
                allWritten.add(tangents.get(array));
                allFlows.add(new Flow(array, tangents.get(array)));
            }
        }
        Set<Integer> allAliases = new HashSet<>(aliases);
        aliases.stream().filter(tangents::containsKey).map(tangents::get).forEach(allAliases::add);
        return new FlowSummary(allFlows, allAliases, shared, allWritten, leaks, rebuilt, numbers);
    }

    /** Every argument may reach the result, in a box where the parameter is an object, and every object; no array is written. */
    static FlowSummary function(Callee callee) {
        FlowSummary reading = reading(callee);
        Set<Flow> flows = new HashSet<>(reading.flows);
        List<Type> types = callee.parameterTypes();
        for (int object : objects(callee)) {
            for (int from = 0; from < types.size(); from++) {
                if (from != object && (types.get(from).carriesDerivative() || types.get(from) instanceof ClassType)) {
                    flows.add(new Flow(from, object));
                }
            }
        }
        return of(flows, reading.aliases, Set.of());
    }

    /** As {@link #function}, and whatever an array is given may be in it afterwards: nothing is known but the signature. */
    static FlowSummary opaque(Callee callee) {
        Set<Integer> numbers =
                arrays(callee, Collections.nCopies(callee.parameterTypes().size(), true));
        FlowSummary reaching = reaching(callee, numbers, numbers);
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < callee.parameterTypes().size(); i++) {
            if (callee.parameterTypes().get(i).isArray()) {
                written.add(i);
            }
        }
        return of(reaching.flows, reaching.aliases, written);
    }

    /** Every argument may reach the result; arrays and objects are left as they are. */
    static FlowSummary reading(Callee callee) {
        Set<Flow> flows = new HashSet<>();
        List<Type> types = callee.parameterTypes();
        for (int from = 0; from < types.size(); from++) {
            if (types.get(from).carriesDerivative() || !(types.get(from).elementType() instanceof Primitive)) {
                flows.add(new Flow(from, RESULT));
            }
        }
        Set<Integer> aliases = isObject(callee.result()) ? objects(callee) : Set.of();
        return of(flows, aliases, Set.of());
    }

    private static Set<Integer> objects(Callee callee) {
        Set<Integer> objects = new HashSet<>();
        for (int i = 0; i < callee.parameterTypes().size(); i++) {
            if (isObject(callee.parameterTypes().get(i))) {
                objects.add(i);
            }
        }
        return objects;
    }

    /** What is true of either of two methods. */
    FlowSummary or(FlowSummary other) {
        Map<Integer, Leak> allLeaks = new LinkedHashMap<>(leaks);
        other.leaks.forEach(allLeaks::putIfAbsent);
        Map<Integer, Problem> allRebuilt = new LinkedHashMap<>(rebuilt);
        other.rebuilt.forEach(allRebuilt::putIfAbsent);
        return new FlowSummary(
                union(flows, other.flows),
                union(aliases, other.aliases),
                union(shared, other.shared),
                union(written, other.written),
                allLeaks,
                allRebuilt,
                union(numbers, other.numbers));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static boolean isObject(Type type) {
        return type instanceof ClassType && type.isMutable();
    }

    /**
     * What else may be true of a method that classes which nobody knows can override. With it such a call has a tangent,
     * which refuses objects of those classes: their derivatives would be lost in silence else.
     */
    static FlowSummary ofUnknownClasses(Method method) {
        Callee callee = method.callee();
        List<Type> types = callee.parameterTypes();
        Set<Flow> flows = new HashSet<>();
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).carriesDerivative() && callee.result().carriesDerivative()) {
                flows.add(new Flow(i, RESULT));
            }
            // Of a method with a body it is taken that none writes where it does not.
            boolean givesNothingElse =
                    method.dispatch().isInBody() && !callee.result().carriesDerivative();
            if (types.get(i).isActiveMemory() && givesNothingElse) {
                written.add(i);
            }
        }
        return of(flows, Set.of(), written);
    }

    /** What may be true of a method that shows only its signature: each active argument may reach anything. */
    static FlowSummary unknown(Callee callee) {
        Set<Integer> arrays = arrays(callee, callee.active());
        FlowSummary reaching = reaching(callee, arrays, arrays);
        if (callee.result() instanceof FunctionType) {
            Set<Flow> flows = new HashSet<>(reaching.flows);
            flows.add(OF_FUNCTION);
            return of(flows, reaching.aliases, reaching.written);
        }
        return reaching;
    }

    /** As {@link #unknown}, but for the arrays that no custom rule of the method writes to. */
    static FlowSummary ruled(Callee callee) {
        return reaching(
                callee,
                arrays(callee, callee.active()),
                arrays(callee, callee.rules().written(callee)));
    }

    /** Of a function: as {@link #unknown}; those of {@code java.util.function} are functions of what is in arrays, and no more. */
    static FlowSummary applied(Callee callee) {
        Set<Integer> arrays = arrays(callee, callee.active());
        boolean onlyReads = callee.owner().packageName().equals("java.util.function");
        return reaching(callee, arrays, onlyReads ? Set.of() : arrays);
    }

    private static Set<Integer> arrays(Callee callee, List<Boolean> which) {
        Set<Integer> arrays = new HashSet<>();
        List<Type> types = callee.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).isActiveMemory() && which.get(i)) {
                arrays.add(i);
            }
        }
        return arrays;
    }

    private static FlowSummary reaching(Callee callee, Set<Integer> aliases, Set<Integer> written) {
        Set<Flow> flows = new HashSet<>(function(callee).flows);
        List<Type> types = callee.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            for (int array : written) {
                if (types.get(i).carriesDerivative() && i != array) {
                    flows.add(new Flow(i, array));
                }
            }
        }
        return of(flows, callee.result().isMutable() ? aliases : Set.of(), written);
    }
}
