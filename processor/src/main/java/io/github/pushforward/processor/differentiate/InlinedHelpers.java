package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lane forms of one class, with helpers inlined, without those that nothing calls any more. */
final class InlinedHelpers {
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Map<String, Method> finished = new HashMap<>();
    private final Set<String> recursive = new HashSet<>();
    private final Inlining inlining;

    private InlinedHelpers(List<Method> methods, int most) {
        methods.forEach(method -> this.methods.put(method.callee().signature(), method));
        for (Method method : methods) {
            if (reachable(calls(method), this.methods).contains(method.callee().signature())) {
                recursive.add(method.callee().signature());
            }
        }
        this.inlining = new Inlining(this::helper, most);
    }

    /** @param most the most byte codes that a method may grow to */
    static List<Method> in(List<Method> methods, int most) {
        InlinedHelpers inlined = new InlinedHelpers(methods, most);
        methods.forEach(method -> inlined.finished(method.callee().signature()));
        Set<String> called = inlined.called();
        return methods.stream()
                .map(method -> method.callee().signature())
                .filter(called::contains)
                .map(inlined.finished::get)
                .toList();
    }

    /** A method that may stand in the place of its calls: one that only its class calls, and that does not come back to itself. */
    private Optional<Method> helper(Callee callee) {
        String signature = callee.signature();
        Method method = methods.get(signature);
        boolean isHelper = method != null && method.access() == Access.PRIVATE && !recursive.contains(signature);
        return isHelper ? Optional.of(finished(signature)) : Optional.empty();
    }

    private Method finished(String signature) {
        Method known = finished.get(signature);
        if (known == null) {
            known = inlining.in(methods.get(signature));
            finished.put(signature, known);
        }
        return known;
    }

    /** What others call, and what that calls. */
    private Set<String> called() {
        List<String> entries = methods.values().stream()
                .filter(method -> method.access() != Access.PRIVATE)
                .map(method -> method.callee().signature())
                .toList();
        return reachable(entries, finished);
    }

    private static Set<String> reachable(List<String> from, Map<String, Method> methods) {
        Set<String> reachable = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            String signature = next.pop();
            Method method = methods.get(signature);
            if (method != null && reachable.add(signature)) {
                next.addAll(calls(method));
            }
        }
        return reachable;
    }

    private static List<String> calls(Method method) {
        return method.body()
                .allExpressions()
                .filter(Expr.Call.class::isInstance)
                .map(call -> ((Expr.Call) call).callee().signature())
                .toList();
    }
}
