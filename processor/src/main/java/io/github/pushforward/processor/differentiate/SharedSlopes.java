package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of the runtime whose tangents along several directions have something costly in common, which they take as one more argument. */
final class SharedSlopes {
    /** By the function: how many of its first arguments its slope is a function of. */
    private static final Map<String, Integer> ARGUMENTS = Map.of("powBase", 2, "powInteger", 2, "powExponent", 3);

    private SharedSlopes() {}

    /** The call over other arguments, with the slope where there is one. */
    static Expr in(Expr.Call call, List<Expr> arguments, Hoist hoist) {
        String name = call.callee().name();
        Integer count = ARGUMENTS.get(name);
        if (count == null || !RuntimeCalls.isTangent(call.callee())) {
            return call.withChildren(arguments);
        }
        if (arguments.size() > count + 1) {
            List<Expr> withSlope = new ArrayList<>(arguments);
            withSlope.set(count + 1, hoist.offer(arguments.get(count + 1)));
            return call.withChildren(withSlope);
        }
        Expr[] shared = arguments.subList(0, count).toArray(Expr[]::new);
        List<Expr> all = new ArrayList<>(arguments);
        all.add(hoist.offer(RuntimeCalls.tangent(name + "Slope", shared)));
        return RuntimeCalls.tangent(name, all.toArray(Expr[]::new));
    }
}
