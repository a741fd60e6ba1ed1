package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the value of an expression comes from. */
final class Sources {
    private final Summaries summaries;

    Sources(Summaries summaries) {
        this.summaries = summaries;
    }

    /** The places on which the value depends differentiably: not through indices, comparisons or integers. */
    Set<Place> values(Expr expression) {
        Set<Place> places = new HashSet<>();
        collectValues(expression, places);
        return places;
    }

    private void collectValues(Expr expression, Set<Place> places) {
        if (!expression.type().carriesDerivative()) {
            return;
        }
        if (expression instanceof Expr.Read read) {
            places.add(new Place.Variable(read.local()));
        } else if (expression instanceof Expr.StaticField field) {
            places.add(Place.of(field));
        } else if (expression instanceof Expr.Field field && !field.isActive()) {
            places.add(Place.of(field));
        } else {
            if (expression instanceof Expr.Lambda || (expression instanceof Expr.Call call && flowsOfGiven(call))) {
                places.add(Place.Given.GIVEN);
            }
            carriers(expression).forEach(carrier -> collectValues(carrier, places));
        }
    }

    private boolean flowsOfGiven(Expr.Call call) {
        return summaries.of(call.callee()).flows().contains(FlowSummary.OF_FUNCTION);
    }

    /** The parts of an expression on which its value depends differentiably, if they carry a derivative themselves. */
    List<Expr> carriers(Expr expression) {
        if (expression instanceof Expr.InstanceOf || expression instanceof Expr.NewArray) {
            return List.of();
        }
        if (expression instanceof Expr.Element element) {
            return List.of(element.array());
        }
        if (expression instanceof Expr.Conditional conditional) {
            return List.of(conditional.whenTrue(), conditional.whenFalse());
        }
        if (expression instanceof SwitchExpr choice) {
            return choice.results();
        }
        if (expression instanceof Expr.Assign assign) {
            return List.of(assign.value());
        }
        if (expression instanceof Expr.Call call) {
            return summaries.of(call.callee()).flows().stream()
                    .filter(flow -> flow.to() == FlowSummary.RESULT && !flow.equals(FlowSummary.OF_FUNCTION))
                    .map(flow -> call.arguments().get(flow.from()))
                    .toList();
        }
        return expression.children();
    }

    /** Whether a call gives a function in its dual form: one of a method that is differentiated. */
    static boolean givesFunction(Expr.Call call) {
        Callee.Kind kind = call.callee().kind();
        return call.type() instanceof FunctionType && (kind == Callee.Kind.HELPER || kind == Callee.Kind.ANNOTATED);
    }

    /** What an assignment to an array element or a field writes to. */
    Set<Place> stored(Expr target) {
        if (target instanceof Expr.Element element) {
            return memory(element.array());
        }
        if (target instanceof Expr.Field field) {
            return field.isActive() ? memory(field.object()) : Set.of(Place.of(field));
        }
        return influences(target);
    }

    /** As {@link #stored}, and the object of an active class whose constant field is assigned. */
    Set<Place> changed(Expr target) {
        Set<Place> places = new HashSet<>(stored(target));
        if (target instanceof Expr.Field field && field.owner().isActive()) {
            places.addAll(memory(field.object()));
        }
        return places;
    }

    /** Every place that the value may depend on in any way: by integers, bits and text as well. */
    static Set<Place> influences(Expr expression) {
        Set<Place> places = new HashSet<>();
        for (Expr node : expression.subtree()) {
            if (node instanceof Expr.Read read) {
                places.add(new Place.Variable(read.local()));
            } else if (node instanceof Expr.Field field) {
                places.add(Place.of(field));
            } else if (node instanceof Expr.StaticField field) {
                places.add(Place.of(field));
            }
        }
        return places;
    }

    /** The places whose arrays or objects a value may be, or be a part of: writing to it writes to them. */
    Set<Place> memory(Expr expression) {
        Set<Place> places = new HashSet<>();
        collectMemory(expression, places);
        return places;
    }

    /** What a new object keeps in its active parts; the rest of it is constant. */
    private void collectKept(Expr.NewObject made, Set<Place> places) {
        for (int i = 0; i < made.arguments().size(); i++) {
            if (made.construction().keeps(i)) {
                collectMemory(made.arguments().get(i), places);
            }
        }
    }

    private void collectMemory(Expr expression, Set<Place> places) {
        Type type = expression.type();
        if (!type.isMutable()) {
            return;
        }
        if (expression instanceof Expr.Read read) {
            places.add(new Place.Variable(read.local()));
        } else if (expression instanceof Expr.StaticField field) {
            places.add(Place.of(field));
        } else if (expression instanceof Expr.Field field && !field.isActive()) {
            places.add(Place.of(field));
        } else if (expression instanceof Expr.NewObject made && made.type().isActive()) {
            collectKept(made, places);
        } else if (expression instanceof Expr.Call call) {
            List<Expr> arguments = call.arguments();
            FlowSummary summary = summaries.of(call.callee());
            summary.aliases().forEach(i -> collectMemory(arguments.get(i), places));
            places.addAll(summary.shared());
        } else if (expression instanceof Expr.Conditional conditional) {
            collectMemory(conditional.whenTrue(), places);
            collectMemory(conditional.whenFalse(), places);
        } else if (expression instanceof SwitchExpr choice) {
            choice.results().forEach(result -> collectMemory(result, places));
        } else {
            expression.children().forEach(child -> collectMemory(child, places));
        }
    }
}
