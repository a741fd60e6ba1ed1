package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows values through integers, bits and text, where differentiation does not go, to where numbers are made out of
 * them again. There a derivative would be lost without a word.
 */
final class Rebuilding {
    private static final Set<String> REBUILDERS = Set.of(
            "java.lang.Double#longBitsToDouble[long]",
            "java.lang.Float#intBitsToFloat[int]",
            "java.lang.Double#parseDouble[java.lang.String]",
            "java.lang.Float#parseFloat[java.lang.String]",
            "java.lang.Double#valueOf[java.lang.String]",
            "java.lang.Float#valueOf[java.lang.String]");

    private static final Set<Type> BOXES =
            Set.of(ClassType.of("java.lang", "Double"), ClassType.of("java.lang", "Float"));

    private final FlowGraph influence = new FlowGraph();
    /** Where a number is made, here or in a callee, and what of. */
    private final List<Use> uses = new ArrayList<>();

    private final Summaries summaries;

    private record Use(Set<Place> origins, Rebuilt rebuilt) {}

    Rebuilding(Method method, Summaries summaries) {
        this.summaries = summaries;
        method.body().subtree().forEach(this::add);
        method.body().allExpressions().forEach(this::add);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            connect(declare.initializer(), new Place.Variable(declare.local()));
        } else if (statement instanceof Stmt.ForEach loop) {
            connect(loop.array(), new Place.Variable(loop.variable()));
        } else if (statement instanceof Switch choice) {
            choice.cases().forEach(branch -> branch.labels().forEach(label -> add(label, choice.selector())));
        }
    }

    private void add(CaseLabel label, Expr selector) {
        if (label instanceof CaseLabel.Matching matching) {
            List<Local> variables = matching.pattern().variables().toList();
            variables.forEach(variable -> connect(selector, new Place.Variable(variable)));
            if (variables.stream().anyMatch(variable -> isNumeric(variable.type()))) {
                uses.add(new Use(
                        Sources.influences(selector),
                        new Rebuilt("this case takes numbers out of an object", matching.span())));
            }
        }
    }

    private static boolean isNumeric(Type type) {
        return type.carriesDerivative() || BOXES.contains(type);
    }

    private void add(Expr node) {
        if (node instanceof Expr.Assign assign) {
            store(assign.value(), assign.target());
        } else if (node instanceof Expr.CompoundAssign assign) {
            store(assign.value(), assign.target());
        } else if (node instanceof Expr.Call call) {
            add(call);
        }
    }

    private void store(Expr value, Expr target) {
        Sources.influences(target).forEach(place -> connect(value, place));
    }

    private void connect(Expr value, Place target) {
        Sources.influences(value).forEach(origin -> influence.flow(origin, target));
    }

    private void add(Expr.Call call) {
        if (REBUILDERS.contains(call.callee().signature())) {
            String what = call.callee().owner() + "." + call.callee().name() + " makes a number from bits or text";
            uses.add(new Use(Sources.influences(call), new Rebuilt(what, call.span())));
        }
        summaries
                .of(call.callee())
                .rebuilt()
                .forEach((i, inner) ->
                        uses.add(new Use(Sources.influences(call.arguments().get(i)), inner)));
        for (Expr into : call.arguments()) {
            if (into.type().isArray()) {
                call.arguments().forEach(value -> store(value, into));
            }
        }
    }

    /** The places where numbers are made out of what depends on one of the places. */
    List<Rebuilt> outOf(Collection<Place> origins) {
        Set<Place> reached = influence.dependentOn(origins);
        return uses.stream()
                .filter(use -> use.origins().stream().anyMatch(reached::contains))
                .map(Use::rebuilt)
                .toList();
    }

    /** By index, the parameters out of which numbers are made. */
    Map<Integer, Rebuilt> ofParameters(List<Local> parameters) {
        Map<Integer, Rebuilt> rebuilt = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            outOf(List.of(new Place.Variable(parameters.get(i)))).stream()
                    .findFirst()
                    .ifPresent(found -> rebuilt.put(index, found));
        }
        return rebuilt;
    }
}
