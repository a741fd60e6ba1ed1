package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller must know of a method's body, whichever arguments are active: parameters by index.
 *
 * @param flows which parameters flow into the result or into the array of which other parameter
 * @param aliases of an array result: the parameters whose arrays it may be, or be a part of
 * @param written the parameters whose arrays the method may write to
 * @param leaks the parameters whose values are put into static arrays, which outlive the call, and where
 * @param rebuilt the parameters out of whose bits or text numbers are made, and where
 */
public record FlowSummary(
        Set<Flow> flows,
        Set<Integer> aliases,
        Set<Integer> written,
        Map<Integer, Leak> leaks,
        Map<Integer, Expr.Call> rebuilt) {
    /** The index that stands for the result. */
    public static final int RESULT = -1;

    static final FlowSummary EMPTY = new FlowSummary(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());

    /** A differentiable dependence: the value of one parameter reaches the result or another parameter's array. */
    public record Flow(int from, int to) {}

    /** Every argument may reach the result, in a box where the parameter is an object; nothing is written. */
    static FlowSummary function(Callee callee) {
        Set<Flow> flows = new HashSet<>();
        for (int i = 0; i < callee.parameterTypes().size(); i++) {
            Type type = callee.parameterTypes().get(i);
            if (type.carriesDerivative() || !(type.elementType() instanceof Primitive)) {
                flows.add(new Flow(i, RESULT));
            }
        }
        return new FlowSummary(flows, Set.of(), Set.of(), Map.of(), Map.of());
    }

    /** What may be true of a method that shows only its signature: each active argument may reach anything. */
    static FlowSummary unknown(Callee callee) {
        Set<Flow> flows = new HashSet<>(function(callee).flows);
        Set<Integer> arrays = new HashSet<>();
        List<Type> types = callee.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).isArray()
                    && types.get(i).carriesDerivative()
                    && callee.active().get(i)) {
                arrays.add(i);
            }
        }
        for (int i = 0; i < types.size(); i++) {
            for (int array : arrays) {
                if (types.get(i).carriesDerivative() && i != array) {
                    flows.add(new Flow(i, array));
                }
            }
        }
        return new FlowSummary(flows, callee.result().isArray() ? arrays : Set.of(), arrays, Map.of(), Map.of());
    }
}
