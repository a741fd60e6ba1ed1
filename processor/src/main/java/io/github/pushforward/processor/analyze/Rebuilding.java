package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Boxes;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows values through integers, bits and text, where differentiation does not go, to the calls that make numbers out of
 * them again. There a derivative would be lost without a word.
 */
final class Rebuilding {
    private static final Set<String> REBUILDERS = Set.of(
            "java.lang.Double#longBitsToDouble[long]",
            "java.lang.Float#intBitsToFloat[int]",
            "java.lang.Float#float16ToFloat[short]",
            "java.lang.Double#parseDouble[java.lang.String]",
            "java.lang.Float#parseFloat[java.lang.String]",
            "java.lang.Double#valueOf[java.lang.String]",
            "java.lang.Float#valueOf[java.lang.String]");

    private final FlowGraph influence = new FlowGraph();
    /** What each call that makes a number, here or in a callee, makes it of. */
    private final List<Use> uses = new ArrayList<>();

    private final Summaries summaries;

    private record Use(Set<Place> origins, Expr.Call call) {}

    Rebuilding(Method method, Summaries summaries) {
        this.summaries = summaries;
        method.body().subtree().forEach(this::add);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            connect(declare.initializer(), new Place.Variable(declare.local()));
        } else if (statement instanceof Stmt.ForEach loop) {
            connect(loop.array(), new Place.Variable(loop.variable()));
        }
        statement.expressions().forEach(expression -> expression.subtree().forEach(this::add));
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
            uses.add(new Use(Sources.influences(call), call));
        } else if (givesUnknownNumber(call)) {
            call.arguments().stream()
                    .filter(argument -> isOpaque(argument.type().elementType()))
                    .forEach(argument -> uses.add(new Use(Sources.influences(argument), call)));
        }
        summaries
                .of(call.callee())
                .rebuilt()
                .forEach((i, inner) ->
                        uses.add(new Use(Sources.influences(call.arguments().get(i)), inner)));
        for (Expr into : call.arguments()) {
            if (into.type().isArray() || isOpaque(into.type())) {
                call.arguments().forEach(value -> store(value, into));
            }
        }
    }

    /** Whether a call gives a number that may come out of the objects and the text that it gets. */
    private static boolean givesUnknownNumber(Expr.Call call) {
        boolean isForeign =
                call.callee().kind() == Callee.Kind.FOREIGN || call.callee().kind() == Callee.Kind.KEEPING;
        return isForeign && call.type().carriesDerivative() && !ArrayLibrary.contains(call.callee());
    }

    /** Whether values of the type may hold numbers without their derivatives. */
    private static boolean isOpaque(Type type) {
        return type instanceof ClassType && !Boxes.isBox(type);
    }

    /** The calls that make numbers out of what depends on one of the places. */
    List<Expr.Call> outOf(Collection<Place> origins) {
        Set<Place> reached = influence.dependentOn(origins);
        return uses.stream()
                .filter(use -> use.origins().stream().anyMatch(reached::contains))
                .map(Use::call)
                .toList();
    }

    /** By index, the parameters out of which numbers are made. */
    Map<Integer, Expr.Call> ofParameters(List<Local> parameters) {
        Map<Integer, Expr.Call> rebuilt = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            outOf(List.of(new Place.Variable(parameters.get(i)))).stream()
                    .findFirst()
                    .ifPresent(call -> rebuilt.put(index, call));
        }
        return rebuilt;
    }
}
