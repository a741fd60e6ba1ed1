package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which variables of a method carry a tangent: those that are varied (depend on an active parameter) and useful (reach
 * the result or the array of an active parameter). The terms are those of Griewank and Walther, <i>Evaluating
 * Derivatives</i> (2nd ed., 2008), section 6.2. Insensitive to the order of statements.
 */
public final class Activity {
    private final Method method;
    private final Summaries summaries;
    private final Sources sources;
    private final MethodFlow flow;
    private final Set<Place> varied;
    private final Set<Place> useful;
    private final Set<Place> inputs;
    private final Set<Place> outputs;
    private final Map<Set<Place>, Set<Place>> related = new HashMap<>();

    public Activity(Method method, Summaries summaries) {
        this.method = method;
        this.summaries = summaries;
        this.sources = new Sources(summaries);
        this.flow = new MethodFlow(method, summaries);
        List<Place> inputs = new ArrayList<>();
        List<Place> outputs = new ArrayList<>();
        inputs.add(Place.Given.GIVEN);
        if (method.result().carriesDerivative()) {
            outputs.add(Place.Result.RESULT);
        }
        for (Parameter parameter : method.parameters()) {
            if (parameter.active()) {
                inputs.add(new Place.Variable(parameter.local()));
                if (parameter.local().type().isActiveMemory()) {
                    outputs.add(new Place.Variable(parameter.local()));
                }
            }
        }
        this.inputs = Set.copyOf(inputs);
        this.varied = flow.graph().dependentOn(inputs);
        outputs.addAll(filledByCalls());
        this.outputs = Set.copyOf(outputs);
        this.useful = flow.graph().influencing(outputs);
    }

    /** The arrays into which callees put active values: a callee needs their shadows, whether or not they are read here. */
    private List<Place> filledByCalls() {
        List<Place> filled = new ArrayList<>();
        method.body().allExpressions().flatMap(Activity::calls).forEach(call -> {
            for (FlowSummary.Flow flows : summaries.of(call.callee()).flows()) {
                if (flows.to() != FlowSummary.RESULT
                        && call.arguments().get(flows.to()).type().isActiveMemory()) {
                    filled.addAll(sources.memory(call.arguments().get(flows.to())));
                }
            }
        });
        filled.retainAll(varied);
        return filled;
    }

    private static Stream<Expr.Call> calls(Expr node) {
        return node instanceof Expr.Call call
                ? Stream.of(call)
                : Stream.ofNullable(node instanceof Expr.Lambda lambda ? lambda.call() : null);
    }

    public boolean isActive(Local local) {
        Place place = new Place.Variable(local);
        boolean isOnTheWay = local.type().carriesDerivative() && varied.contains(place) && useful.contains(place);
        return isActiveParameter(local) || isOnTheWay;
    }

    private boolean isActiveParameter(Local local) {
        return method.parameters().stream()
                .anyMatch(parameter -> parameter.active() && parameter.local().equals(local));
    }

    /** Whether the value of an expression over the method's variables carries a tangent. */
    public boolean isActive(Expr expression) {
        return sources.values(expression).stream().anyMatch(this::isActive);
    }

    private boolean isActive(Place place) {
        return place == Place.Given.GIVEN || (place instanceof Place.Variable variable && isActive(variable.local()));
    }

    /** Whether a call may write to an array that carries a tangent. */
    public boolean writesActive(Expr.Call call) {
        return summaries.of(call.callee()).written().stream()
                .anyMatch(i -> isActive(call.arguments().get(i)));
    }

    /**
     * Whether a method that is differentiated along puts something active into one of its arguments, which then needs a tangent
     * to receive it, whether or not the argument has a name here.
     *
     * @param active which arguments are active
     */
    public boolean fills(Expr.Call call, int argument, List<Boolean> active) {
        FlowSummary summary = summaries.of(call.callee());
        return call.callee().kind() == Callee.Kind.HELPER
                && call.callee().parameterTypes().get(argument).isActiveMemory()
                && summary.written().contains(argument)
                && summary.flows().stream().anyMatch(flow -> flow.to() == argument && active.get(flow.from()));
    }

    /** The parameters whose arrays the method may write to, active or not. */
    public Set<Local> writtenParameters() {
        Set<Local> written = new LinkedHashSet<>();
        Set<Place> places = flow.written();
        for (Parameter parameter : method.parameters()) {
            Type type = parameter.local().type();
            if ((type.isArray() || type.isActiveMemory()) && places.contains(new Place.Variable(parameter.local()))) {
                written.add(parameter.local());
            }
        }
        return written;
    }

    /** Whether the value depends on an active parameter, useful or not. */
    boolean isVaried(Expr expression) {
        return sources.values(expression).stream().anyMatch(varied::contains);
    }

    /** Whether what the method returns or writes depends on a parameter, or is in its own array or object. */
    boolean matters(Local parameter) {
        Place place = new Place.Variable(parameter);
        if (parameter.type().isActiveMemory() && flow.written().contains(place)) {
            return true;
        }
        Set<Place> reached = flow.graph().dependentOn(Set.of(place));
        return outputs.stream().anyMatch(output -> !output.equals(place) && reached.contains(output));
    }

    /** What depends on one of the places, and what one of them depends on. */
    Set<Place> relatedTo(Set<Place> places) {
        return related.computeIfAbsent(places, origins -> {
            Set<Place> all = new LinkedHashSet<>(flow.graph().dependentOn(origins));
            all.addAll(flow.graph().influencing(origins));
            return all;
        });
    }

    /** Whether what is written there carries a tangent. */
    boolean isActive(Set<Place> targets) {
        return targets.stream().anyMatch(target -> varied.contains(target) && useful.contains(target));
    }

    NumberFlow numbers() {
        return flow.numbers();
    }

    /** The active parameters, and what functions are given. */
    Set<Place> inputs() {
        return inputs;
    }

    /** Whether the value that the method returns depends on an active parameter. */
    boolean hasVariedResult() {
        return varied.contains(Place.Result.RESULT);
    }

    /** What keeps a new object of an active class from having a tangent. */
    Optional<Problem> problem(Expr.NewObject made) {
        return new NewObjects(summaries, this::isVaried).problem(made);
    }

    /** The numbers that are made out of the bits, the text or the state of what depends on an active parameter. */
    List<Problem> rebuilt() {
        List<Place> inputs = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            if (parameter.active() && parameter.local().type().carriesDerivative()) {
                inputs.add(new Place.Variable(parameter.local()));
            }
        }
        inputs.addAll(flow.given());
        return flow.rebuilding().outOf(inputs);
    }

    Optional<Leak> leak(Local constantParameter) {
        Place place = new Place.Variable(constantParameter);
        if (!varied.contains(place) || !flow.written().contains(place)) {
            return Optional.empty();
        }
        String kind = constantParameter.type().isArray() ? "array" : "object";
        return flow.storeInto(place, varied)
                .map(span -> new Leak(
                        constantParameter.name(), "remove @Constant from the parameter, or use a local " + kind, span));
    }

    /** The fields, and the arrays in them, into which active values are put, here or in helpers. */
    List<Leak> staticLeaks() {
        return flow.staticLeaks(varied);
    }
}
