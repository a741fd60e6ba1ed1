package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.CaseLabel;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Primitive;
import io.github.pushforward.processor.ir.Span;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import io.github.pushforward.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data flow of one method: an edge for every assignment and for what every call does. References to one array are
 * tied together in both directions, since what is written through one is read through the other.
 */
final class MethodFlow {
    private final FlowGraph graph = new FlowGraph();
    private final FlowGraph aliases = new FlowGraph();
    private final Set<Place> written = new LinkedHashSet<>();
    private final Set<Place> given = new LinkedHashSet<>();
    private final Summaries summaries;
    private final Sources sources;
    private final Method method;
    private final Rebuilding rebuilding;
    private @Nullable NumberFlow numbers;
    private final List<Store> stores = new ArrayList<>();
    private final List<Expr.Call> helperCalls = new ArrayList<>();

    MethodFlow(Method method, Summaries summaries) {
        this.method = method;
        this.summaries = summaries;
        this.sources = new Sources(summaries);
        this.rebuilding = new Rebuilding(method, summaries);
        method.body().subtree().forEach(this::add);
        method.body().allExpressions().forEach(this::add);
    }

    /** A place in the source where values go into arrays. */
    private record Store(Set<Place> arrays, Set<Place> values, Span span) {}

    /** Where one of the given values, but for the array itself, is put into an array, by whatever name. */
    Optional<Span> storeInto(Place array, Set<Place> values) {
        Set<Place> names = aliases.dependentOn(Set.of(array));
        return stores.stream()
                .filter(store -> !Collections.disjoint(store.arrays(), names))
                .filter(store ->
                        store.values().stream().anyMatch(value -> !value.equals(array) && values.contains(value)))
                .map(Store::span)
                .findFirst();
    }

    /** The fields, and the arrays in them, into which one of the given values is put, here or in helpers. */
    List<Leak> staticLeaks(Set<Place> values) {
        List<Leak> leaks = new ArrayList<>();
        for (Place place : values) {
            if (place instanceof Place.Field field) {
                storeInto(place, values).ifPresent(span -> leaks.add(Leak.into(field, span)));
            }
        }
        for (Expr.Call call : helperCalls) {
            summaries.of(call.callee()).leaks().forEach((i, leak) -> {
                if (!Collections.disjoint(sources.values(call.arguments().get(i)), values)) {
                    leaks.add(leak);
                }
            });
        }
        return leaks;
    }

    Rebuilding rebuilding() {
        return rebuilding;
    }

    NumberFlow numbers() {
        if (numbers == null) {
            numbers = new NumberFlow(method, summaries);
        }
        return numbers;
    }

    FlowGraph graph() {
        return graph;
    }

    /** The places whose arrays the method may write to, by whatever name. */
    Set<Place> written() {
        return aliases.dependentOn(written);
    }

    /** The places by which the arrays and objects of others may be known as well. */
    Set<Place> names(Set<Place> places) {
        return aliases.dependentOn(places);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            assign(declare.local(), declare.initializer());
        } else if (statement instanceof Stmt.Return giveBack && giveBack.value() != null) {
            connect(giveBack.value(), Place.Result.RESULT);
            tie(giveBack.value(), Place.Result.RESULT);
        } else if (statement instanceof Stmt.ForEach loop) {
            boolean isArray = loop.array().type().isArray();
            assign(
                    loop.variable(),
                    isArray ? new Expr.Element(loop.array(), new Expr.Literal(Primitive.INT, 0)) : loop.array());
        } else if (statement instanceof Switch choice
                && choice.selector().type().carriesDerivative()) {
            choice.cases().stream()
                    .flatMap(branch -> branch.labels().stream())
                    .filter(CaseLabel.Matching.class::isInstance)
                    .flatMap(label -> ((CaseLabel.Matching) label).pattern().activeVariables())
                    .forEach(variable -> assign(variable, choice.selector()));
        }
    }

    private void add(Expr node) {
        if (node instanceof Expr.Assign assign) {
            store(assign.target(), assign.value(), assign.span());
        } else if (node instanceof Expr.CompoundAssign assign && narrowsToInteger(assign)) {
            change(assign.target());
        } else if (node instanceof Expr.CompoundAssign assign) {
            store(assign.target(), assign.value(), assign.span());
        } else if (node instanceof Expr.Step step) {
            change(step.target());
        } else if (node instanceof Expr.InstanceOf test && test.variable() != null) {
            assign(test.variable(), test.object());
        } else if (node instanceof Expr.Call call) {
            add(call);
        } else if (node instanceof Expr.Lambda lambda) {
            add(lambda);
        }
    }

    /** The cast that {@code n += x} hides keeps no derivative, as {@code n = (int) (n + x)} keeps none. */
    private static boolean narrowsToInteger(Expr.CompoundAssign assign) {
        return assign.target().type() instanceof Primitive target && !target.carriesDerivative();
    }

    /** What is written, and depends on nothing differentiably. */
    private void change(Expr target) {
        if (!(target instanceof Expr.Read)) {
            written.addAll(sources.changed(target));
        }
    }

    /** A function may be called at any time, with anything. */
    private void add(Expr.Lambda lambda) {
        for (Local parameter : lambda.parameters()) {
            Place place = new Place.Variable(parameter);
            given.add(place);
            if (parameter.type().carriesDerivative()) {
                graph.flow(Place.Given.GIVEN, place);
            }
        }
        add(lambda.call());
        // An array that it gives may be put something into.
        summaries
                .of(lambda.code())
                .aliases()
                .forEach(i -> sources.memory(lambda.arguments().get(i))
                        .forEach(array -> graph.flow(Place.Given.GIVEN, array)));
    }

    /** What the functions made here are given. */
    Set<Place> given() {
        return given;
    }

    private void store(Expr target, Expr value, Span span) {
        if (target instanceof Expr.Read read) {
            assign(read.local(), value);
            return;
        }
        written.addAll(sources.changed(target));
        Set<Place> arrays = sources.stored(target);
        stores.add(new Store(arrays, sources.values(value), span));
        for (Place array : arrays) {
            connect(value, array);
            tie(value, array);
        }
    }

    private void assign(Local local, Expr value) {
        Place place = new Place.Variable(local);
        if (local.type().carriesDerivative()) {
            connect(value, place);
        }
        tie(value, place);
    }

    private void connect(Expr value, Place target) {
        sources.values(value).forEach(source -> graph.flow(source, target));
    }

    private void tie(Expr value, Place target) {
        for (Place memory : sources.memory(value)) {
            aliases.flowBothWays(memory, target);
            if (value.type().carriesDerivative()) {
                graph.flowBothWays(memory, target);
            }
        }
    }

    private void add(Expr.Call call) {
        if (call.callee().kind() == Callee.Kind.HELPER) {
            helperCalls.add(call);
        }
        FlowSummary summary = summaries.of(call.callee());
        List<Expr> arguments = call.arguments();
        if (Sources.givesFunction(call)) {
            // The function may put into them what it is given.
            summary.written()
                    .forEach(i ->
                            sources.memory(arguments.get(i)).forEach(array -> graph.flow(Place.Given.GIVEN, array)));
        }
        summary.written().forEach(i -> written.addAll(sources.memory(arguments.get(i))));
        for (FlowSummary.Flow flow : summary.flows()) {
            if (flow.to() != FlowSummary.RESULT) {
                Expr into = arguments.get(flow.to());
                Set<Place> values = sources.values(arguments.get(flow.from()));
                boolean isLeftAlone = isMemory(into.type())
                        && !summary.written().contains(flow.to())
                        && summaries.body(call.callee()).isPresent();
                if (isKept(call, flow) && !isLeftAlone) {
                    stores.add(new Store(sources.memory(into), values, call.span()));
                }
                sources.memory(into).forEach(array -> connect(arguments.get(flow.from()), array));
                if (sharesRows(call, flow, summary)) {
                    sources.memory(into).forEach(array -> tie(arguments.get(flow.from()), array));
                }
            }
        }
    }

    /**
     * Whether a value that reaches an array or an object by a call counts as put there. A library method keeps what it is
     * given in the object that it is called on, if anywhere: not in others that it is told along, such as a constant of an enum.
     */
    private static boolean isKept(Expr.Call call, FlowSummary.Flow flow) {
        boolean isReceiver = flow.to() == 0 && call.callee().invocation() == Callee.Invocation.VIRTUAL;
        return (isReceiver && !StatefulLibrary.isSink(call.callee().owner()))
                || call.callee().kind() == Callee.Kind.HELPER
                || (isMemory(call.arguments().get(flow.to()).type())
                        && !isRefused(call.callee())
                        && !onlyReads(call.callee()));
    }

    /** A function that gives a value is taken to leave constant arrays alone. */
    private static boolean onlyReads(Callee callee) {
        return callee.kind() == Callee.Kind.FUNCTION && callee.result().carriesDerivative();
    }

    private static boolean isMemory(Type type) {
        return type.isArray() || type.isActiveMemory();
    }

    /** Whether a call with something active and an array is an error of its own. */
    private static boolean isRefused(Callee callee) {
        boolean isUnknown = callee.kind() == Callee.Kind.FOREIGN || callee.kind() == Callee.Kind.KEEPING;
        return isUnknown && !ArrayLibrary.contains(callee);
    }

    /** Whether arrays have rows in common after a call: a method that ties them has them flow into each other. */
    private static boolean sharesRows(Expr.Call call, FlowSummary.Flow flow, FlowSummary summary) {
        boolean isMutual = summary.flows().contains(new FlowSummary.Flow(flow.to(), flow.from()));
        return isMutual || ArrayLibrary.sharesRows(call, flow);
    }

    FlowSummary summary() {
        List<Parameter> parameters = method.parameters();
        Set<FlowSummary.Flow> flows = new HashSet<>();
        Set<Integer> aliased = new HashSet<>();
        Set<Integer> writes = new HashSet<>();
        Map<Integer, Leak> leaks = new LinkedHashMap<>();
        Set<Place> allWritten = written();
        boolean givesFunction = method.result() instanceof FunctionType
                && graph.dependentOn(Set.of(Place.Given.GIVEN)).contains(Place.Result.RESULT);
        if (givesFunction) {
            flows.add(FlowSummary.OF_FUNCTION);
        }
        Set<Place> resultMemory = aliases.influencing(Set.of(Place.Result.RESULT));
        for (int from = 0; from < parameters.size(); from++) {
            Place origin = new Place.Variable(parameters.get(from).local());
            Set<Place> reached = graph.dependentOn(Set.of(origin));
            if (reached.contains(Place.Result.RESULT) && method.result().carriesDerivative()) {
                flows.add(new FlowSummary.Flow(from, FlowSummary.RESULT));
            }
            for (int to = 0; to < parameters.size(); to++) {
                Place target = new Place.Variable(parameters.get(to).local());
                Type type = parameters.get(to).local().type();
                // A parameter that is assigned another array leaves the one of the caller alone.
                boolean isChanged = type.isArray() ? allWritten.contains(target) : type.isMutable();
                if (from != to && isChanged && reached.contains(target)) {
                    flows.add(new FlowSummary.Flow(from, to));
                }
            }
            for (Leak leak : staticLeaks(reached)) {
                leaks.putIfAbsent(from, leak);
            }
            if (allWritten.contains(origin)) {
                writes.add(from);
            }
            if (method.result().isMutable() && resultMemory.contains(origin)) {
                aliased.add(from);
            }
        }
        return new FlowSummary(
                flows,
                aliased,
                method.result().isMutable() ? fieldsIn(resultMemory) : Set.of(),
                writes,
                leaks,
                rebuilding.ofParameters(
                        parameters.stream().map(Parameter::local).toList()),
                numbers().ofParameters(allWritten));
    }

    private static Set<Place.Field> fieldsIn(Set<Place> places) {
        return places.stream()
                .filter(Place.Field.class::isInstance)
                .map(Place.Field.class::cast)
                .collect(Collectors.toSet());
    }
}
