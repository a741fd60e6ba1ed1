package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.analyze.Advice;
import io.github.pushforward.processor.analyze.LastingWrites;
import io.github.pushforward.processor.analyze.Normalizer;
import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.analyze.Supported;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Aggregate;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Dispatch;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Rebuilds;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Differentiates the annotated methods of one class, and along with them the helpers that they call. */
public final class SiblingTransform {
    private final ClassType owner;
    private final Function<Callee, Optional<Method>> bodies;
    private final Summaries summaries;
    private final Rebuilds rebuilds;
    private final Reporter reporter;
    private final Function<Expr.StaticField, Optional<Table>> initializers;
    private final TableCopies tables;
    private final CalleeTangents callees;

    /**
     * @param bodies the body of a method of this compilation; nothing for compiled ones
     * @param tables the initializer of a private static field that may be copied
     * @param rebuilds which objects can be made again
     */
    public SiblingTransform(
            ClassType owner,
            Set<String> annotatedNames,
            Function<Callee, Optional<Method>> bodies,
            Function<Expr.StaticField, Optional<Table>> tables,
            Summaries summaries,
            Rebuilds rebuilds,
            Reporter reporter) {
        this.owner = owner;
        this.bodies = bodies;
        this.summaries = summaries;
        this.rebuilds = rebuilds;
        this.reporter = reporter;
        this.initializers = tables;
        this.tables = new TableCopies(owner.sibling("Tangent"), tables);
        this.callees = new CalleeTangents(owner, annotatedNames, bodies, this.tables);
    }

    /** @param aggregate the class itself, where its objects may hold active values */
    public Sibling transform(List<Method> annotated, Optional<Aggregate> aggregate) {
        List<Sibling.Tangent> tangents = new ArrayList<>();
        List<Method> helpers = new ArrayList<>();
        for (Method method : annotated) {
            Activity activity = new Activity(method, summaries);
            int before = reporter.problems().size();
            Supported.check(method, activity, reporter);
            Advice.on(method, activity, summaries, reporter);
            Method tangent = tangent(method, activity, helpers);
            if (reporter.problems().size() == before) {
                SizeLimits.check("the tangent", method, tangent, !method.lints().contains(Advice.LINT), reporter);
            }
            if (reporter.problems().size() == before) {
                List<Boolean> written = written(method, activity);
                Optional<Problem> lasting = new LastingWrites(summaries).in(method);
                Method inputs = GradientInputs.of(method, summaries);
                Passes passes = lasting.map(Passes::none).orElseGet(() -> Passes.over(inputs, written, rebuilds));
                if (!method.lints().contains(Advice.LINT)) {
                    passes.advisory().ifPresent(reporter::advise);
                }
                tangents.add(new Sibling.Tangent(inputs, tangent, written, passes));
            }
        }
        for (Optional<CalleeTangents.Request> next = callees.next(); next.isPresent(); next = callees.next()) {
            CalleeTangents.Request request = next.get();
            bodies.apply(request.source())
                    .flatMap(body -> reporter.unlessRefused(body.span(), () -> helper(request, body)))
                    .ifPresent(helpers::add);
        }
        return new Sibling(owner, tangents, helpers, tables.all(), aggregate);
    }

    /**
     * Reports what is wrong with the rest of a method some of whose statements were refused. It is done before {@link #transform},
     * which then looks at what it calls.
     */
    public void diagnose(Method incomplete) {
        try {
            Activity activity = new Activity(incomplete, summaries);
            Supported.checkHelper(incomplete, activity, reporter);
            differentiate(incomplete, activity, incomplete.name());
        } catch (RuntimeException broken) {
            // Without some of its statements, a body need not hold together; what they are was reported.
        }
    }

    /**
     * The tangent methods of the class, differentiated once more; nothing where no method is of order 2.
     *
     * @param sibling what {@link #transform} made
     * @param isTwiceDifferentiable whether an annotated method is of order 2
     */
    public Optional<SecondOrder> secondOrder(Sibling sibling, Predicate<Callee> isTwiceDifferentiable) {
        return new SecondOrderTransform(
                        sibling, callees.origins(), isTwiceDifferentiable, summaries, bodies, initializers, reporter)
                .transform();
    }

    /** The tangent of an annotated method, which sees to the class of its receiver. */
    private Method tangent(Method method, Activity activity, List<Method> helpers) {
        String entry = CheckedShapes.unchecked(
                method.name(),
                method.callee().parameterTypes(),
                method.parameters().stream().map(Parameter::active).toList());
        if (!method.dispatch().isLeftToTangent()) {
            Method tangent = differentiate(method, activity, entry);
            return NullReceivers.areUnnoticed(method) ? NullReceivers.checked(tangent) : tangent;
        }
        if (method.dispatch().overriders().isEmpty()) {
            return guarded(method, differentiate(method, activity, entry));
        }
        String name = CalleeTangents.withoutDispatch(method.name());
        Method own = differentiate(method, activity, name);
        helpers.add(own.withAccess(Access.PACKAGE));
        return dispatching(method, signature(method, entry), own.callee());
    }

    private Method guarded(Method source, Method tangent) {
        return tangent.startingWith(new Dispatcher(source, tangent.parameters()).guard());
    }

    private Method dispatching(Method source, Callee signature, Callee own) {
        List<Boolean> pattern =
                source.parameters().stream().map(Parameter::active).toList();
        List<Callee> overriders = new ArrayList<>();
        for (Callee overrider : source.dispatch().overriders()) {
            tangentOf(overrider, pattern, source).ifPresent(overriders::add);
        }
        Method shell = source.fork();
        List<Parameter> parameters = FunctionTangents.parameters(shell.parameters(), shell.locals()::tangentOf);
        return new Method(
                signature,
                source.access(),
                parameters,
                source.thrown(),
                new Dispatcher(shell, parameters).dispatching(overriders, own),
                Dispatch.NONE,
                shell.locals(),
                source.lints(),
                source.span());
    }

    private Optional<Callee> tangentOf(Callee overrider, List<Boolean> patternOfSource, Method source) {
        List<Boolean> pattern = new ArrayList<>(patternOfSource);
        // The objects of a class that is not marked are constants among active ones.
        pattern.set(0, pattern.get(0) && overrider.parameterTypes().get(0).carriesDerivative());
        if (overrider.kind() == Callee.Kind.ANNOTATED && overrider.active().equals(pattern)) {
            return Optional.of(callees.annotated(overrider, CheckedShapes.unchecked(overrider))
                    .callee());
        }
        boolean isAlong =
                overrider.kind() == Callee.Kind.HELPER || overrider.owner().sameTopLevel(owner);
        if (isAlong && bodies.apply(overrider).isPresent()) {
            CalleeTangents.Form form = callees.formOnAnyObject(overrider);
            return Optional.of(callees.helper(overrider, pattern, form).callee());
        }
        reporter.report(new Problem(
                Code.NoTangent,
                overrider.owner() + "." + overrider.name() + " overrides " + source.name()
                        + ", but its @Constant parameters are others",
                "mark the same parameters @Constant in both",
                source.span()));
        return Optional.empty();
    }

    private Method helper(CalleeTangents.Request request, Method body) {
        if (request.isCopy()) {
            return new PlainCopies(owner.sibling("Tangent"), callees).of(request, body);
        }
        Method method = body.withActive(request.pattern());
        if (request.form() == CalleeTangents.Form.DISPATCHING) {
            CalleeTangents.Choice own = callees.helper(request.source(), request.pattern(), CalleeTangents.Form.PLAIN);
            return dispatching(method, signature(method, request.name()), own.callee())
                    .withAccess(Access.PRIVATE);
        }
        Activity activity = new Activity(method, summaries);
        Supported.checkHelper(method, activity, reporter);
        Advice.onHelper(method, activity, summaries, reporter);
        Method tangent = differentiate(method, activity, request.name()).withAccess(Access.PRIVATE);
        SizeLimits.check("the tangent", body, tangent, !body.lints().contains(Advice.LINT), reporter);
        return switch (request.form()) {
            case GUARDED -> guarded(body, tangent);
            case PRESENT -> NullReceivers.checked(tangent);
            default -> tangent;
        };
    }

    private Method differentiate(Method method, Activity activityOfSource, String name) {
        Method normal = Normalizer.normalize(method.fork(), summaries);
        // The normalizer's new variables take part in the flow of data.
        Activity activity = normal.body().equals(method.body()) ? activityOfSource : new Activity(normal, summaries);
        return ForwardTransform.tangent(normal, signature(method, name), activity, callees, reporter);
    }

    private Callee signature(Method method, String name) {
        List<Boolean> active =
                method.parameters().stream().map(Parameter::active).toList();
        List<Type> types = TangentSignature.parameters(method.callee().parameterTypes(), active);
        return generated(
                name,
                types,
                method.callee().tangentResult(),
                CalleeTangents.marks(active.size(), types.size()),
                CalleeTangents.invocation(method.callee()));
    }

    private Callee generated(
            String name, List<Type> types, Type result, List<Boolean> marks, Callee.Invocation invocation) {
        return new Callee(owner.sibling("Tangent"), name, types, result, Callee.Kind.TANGENT, marks, false, invocation);
    }

    private List<Boolean> written(Method method, Activity activity) {
        Set<Local> written = activity.writtenParameters();
        Set<Integer> writtenInItsPlace = summaries.of(method.callee()).written();
        return IntStream.range(0, method.parameters().size())
                .mapToObj(i -> written.contains(method.parameters().get(i).local()) || writtenInItsPlace.contains(i))
                .toList();
    }
}
