package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.SwitchExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where numbers go by arithmetic, integers as well as others: not by indices, lengths and conditions. On the way, a floating-point
 * number may become an integer, and its derivative zero.
 */
final class NumberFlow {
    private final Map<Place, List<Edge>> edges = new LinkedHashMap<>();
    private final Map<Expr, Conversion> known = new IdentityHashMap<>();
    private final List<Conversion> inOrder = new ArrayList<>();
    private final Method method;
    private final Sources sources;
    private final Conversions conversions;

    /** An integer that numbers become, or texts of them. */
    record Conversion(Place.Converted place, Expr node, List<Expr> operands) {}

    /** The other operands that a value is computed from together with the number: it may depend on them as well. */
    record Beside(Expr operand, @Nullable Beside next) {}

    private record Edge(Place to, @Nullable Beside beside) {}

    NumberFlow(Method method, Summaries summaries) {
        this.method = method;
        this.sources = new Sources(summaries);
        this.conversions = new Conversions(summaries);
        method.body().subtree().forEach(this::add);
        method.body().allExpressions().forEach(this::add);
    }

    /** In the order in which they were found. */
    List<Conversion> conversions() {
        return inOrder;
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            assign(declare.initializer(), new Place.Variable(declare.local()));
        } else if (statement instanceof Stmt.Return giveBack && giveBack.value() != null) {
            assign(giveBack.value(), Place.Result.RESULT);
        } else if (statement instanceof Stmt.ForEach loop) {
            assign(loop.array(), new Place.Variable(loop.variable()));
        }
    }

    private void add(Expr node) {
        if (node instanceof Expr.Assign assign) {
            targets(assign.target()).forEach(target -> assign(assign.value(), target));
        } else if (node instanceof Expr.CompoundAssign assign) {
            Beside old = new Beside(assign.target(), null);
            for (Place target : targets(assign.target())) {
                if (conversions.is(assign)) {
                    connect(conversion(assign).place(), target, null);
                } else {
                    connect(assign.value(), target, old);
                }
            }
        } else if (node instanceof Expr.Call call) {
            addWrites(call);
        }
    }

    /** What a call puts into the arrays and objects that it gets. */
    private void addWrites(Expr.Call call) {
        for (FlowSummary.Flow flow : conversions.flows(call)) {
            if (flow.to() != FlowSummary.RESULT) {
                sources.memory(call.arguments().get(flow.to()))
                        .forEach(array -> connect(call.arguments().get(flow.from()), array, null));
            }
        }
    }

    private Set<Place> targets(Expr target) {
        return target instanceof Expr.Read read ? Set.of(new Place.Variable(read.local())) : sources.stored(target);
    }

    private void assign(Expr value, Place target) {
        connect(value, target, null);
        if (Conversions.isNumber(value.type())) {
            sources.memory(value).forEach(memory -> connect(target, memory, null));
        }
    }

    private Conversion conversion(Expr value) {
        Conversion before = known.get(value);
        if (before != null) {
            return before;
        }
        Conversion made = new Conversion(new Place.Converted(inOrder.size()), value, conversions.operands(value));
        known.put(value, made);
        inOrder.add(made);
        made.operands().forEach(operand -> connect(operand, made.place(), null));
        return made;
    }

    private void connect(Place from, Place to, @Nullable Beside beside) {
        if (!from.equals(to)) {
            edges.computeIfAbsent(from, place -> new ArrayList<>()).add(new Edge(to, beside));
        }
    }

    private void connect(Expr value, Place to, @Nullable Beside beside) {
        if (!Conversions.isNumber(value.type())) {
            return;
        }
        if (conversions.is(value)) {
            connect(conversion(value).place(), to, beside);
        } else if (value instanceof Expr.Read read) {
            connect(new Place.Variable(read.local()), to, beside);
        } else if (value instanceof Expr.StaticField field) {
            connect(Place.of(field), to, beside);
        } else if (value instanceof Expr.Field field && !field.isActive()) {
            connect(Place.of(field), to, beside);
        } else {
            connect(carriers(value), to, beside);
        }
    }

    private void connect(List<Expr> operands, Place to, @Nullable Beside beside) {
        for (Expr operand : operands) {
            Beside all = beside;
            for (Expr other : operands) {
                all = other == operand || !other.type().carriesDerivative() ? all : new Beside(other, all);
            }
            connect(operand, to, all);
        }
    }

    /** The parts of an expression out of which its number is made. */
    private List<Expr> carriers(Expr value) {
        if (value instanceof Expr.CompoundAssign assign) {
            return List.of(assign.target(), assign.value());
        }
        if (value instanceof Expr.Call call) {
            return conversions.flows(call).stream()
                    .filter(flow -> flow.to() == FlowSummary.RESULT)
                    .map(flow -> call.arguments().get(flow.from()))
                    .toList();
        }
        if (value instanceof Expr.Length) {
            return List.of();
        }
        return value instanceof SwitchExpr choice ? choice.results() : sources.carriers(value);
    }

    /** Everywhere a number goes, but where what it comes into passes for it. */
    Set<Place> reached(Set<Place> origins, Predicate<Beside> stops) {
        Set<Place> reached = new HashSet<>(origins);
        Deque<Place> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Edge edge : edges.getOrDefault(open.pop(), List.of())) {
                if (!reached.contains(edge.to()) && (edge.beside() == null || !stops.test(edge.beside()))) {
                    reached.add(edge.to());
                    open.push(edge.to());
                }
            }
        }
        return reached;
    }

    /** Which parameters go into the result, or into the array of another. */
    Set<FlowSummary.Flow> ofParameters(Collection<Place> written) {
        List<Local> locals = method.parameters().stream().map(Parameter::local).toList();
        Set<FlowSummary.Flow> flows = new HashSet<>();
        for (int from = 0; from < locals.size(); from++) {
            if (Conversions.isNumber(locals.get(from).type())) {
                Set<Place> reached = reached(Set.of(new Place.Variable(locals.get(from))), beside -> false);
                if (reached.contains(Place.Result.RESULT) && Conversions.isNumber(method.result())) {
                    flows.add(new FlowSummary.Flow(from, FlowSummary.RESULT));
                }
                for (int to = 0; to < locals.size(); to++) {
                    Place target = new Place.Variable(locals.get(to));
                    if (from != to && written.contains(target) && reached.contains(target)) {
                        flows.add(new FlowSummary.Flow(from, to));
                    }
                }
            }
        }
        return flows;
    }
}
