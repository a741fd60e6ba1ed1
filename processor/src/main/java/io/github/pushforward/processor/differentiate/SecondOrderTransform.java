package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.Activity;
import io.github.pushforward.processor.analyze.Advice;
import io.github.pushforward.processor.analyze.Normalizer;
import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.analyze.Supported;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Parameter;
import io.github.pushforward.processor.ir.Table;
import io.github.pushforward.processor.ir.TangentSignature;
import io.github.pushforward.processor.ir.Type;
import io.github.pushforward.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Differentiates the tangent methods of one class along a second direction: forward mode over forward mode. A method T(x, v) that gives
 * f(x) and f′(x)v becomes one that gives f(x), f′(x)v, f′(x)w and wᵀf″(x)v, the parts of a hyper-dual number (Fike and Alonso,
 * <i>The Development of Hyper-Dual Numbers for Exact Second-Derivative Calculations</i>, AIAA 2011-886).
 */
public final class SecondOrderTransform {
    private final Sibling sibling;
    private final Predicate<Callee> isTwiceDifferentiable;
    private final Reporter reporter;
    private final RuleSources rules;
    private final TangentSources sources;
    private final Summaries summaries;
    private final TableCopies tables;
    private final CalleeTangents callees;
    private final SecondOrderNames names;

    /**
     * @param origins which methods the tangent methods of other classes stand for, by their signatures
     * @param isTwiceDifferentiable whether an annotated method is of order 2
     * @param summariesOfOrigins the flow of data in what was differentiated
     * @param bodies the body of a method of this compilation; nothing for compiled ones
     * @param initializers the initializer of a private static field that may be copied
     */
    SecondOrderTransform(
            Sibling sibling,
            Map<String, Callee> origins,
            Predicate<Callee> isTwiceDifferentiable,
            Summaries summariesOfOrigins,
            Function<Callee, Optional<Method>> bodies,
            Function<Expr.StaticField, Optional<Table>> initializers,
            Reporter reporter) {
        this.sibling = sibling;
        this.isTwiceDifferentiable = isTwiceDifferentiable;
        this.reporter = reporter;
        this.rules = new RuleSources(bodies);
        this.sources =
                new TangentSources(sibling, origins, isTwiceDifferentiable, summariesOfOrigins, rules, initializers);
        this.summaries = new Summaries(sources::body, sources::summary);
        this.names = new SecondOrderNames(sibling.owner(), origins);
        this.tables = new TableCopies(names.sibling(), sources::table);
        Set<String> taken = new HashSet<>();
        sibling.tangents().forEach(tangent -> taken.add(tangent.source().name()));
        sibling.helpers().stream()
                .filter(helper -> helper.access() == Access.PACKAGE)
                .forEach(helper -> taken.add(helper.name()));
        this.callees = new CalleeTangents(sibling.owner().sibling("Tangent"), taken, sources::body, tables, names);
    }

    /** The class; nothing where no method is of order 2. */
    Optional<SecondOrder> transform() {
        List<Plan> plans = new ArrayList<>();
        for (Sibling.Tangent tangent : sibling.tangents()) {
            if (isTwiceDifferentiable.test(tangent.source().callee())
                    && TwiceSupported.check(tangent.source(), reporter)) {
                plans.add(new Plan(tangent));
            }
        }
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        List<SecondOrder.Twice> twices = plans.stream().map(Plan::carryOut).toList();
        List<Method> helpers = new ArrayList<>();
        plans.forEach(plan -> plan.withoutDispatch.ifPresent(
                source -> helpers.add(differentiate(source.withActive(plan.alongTangents), source.name()))));
        for (Optional<CalleeTangents.Request> next = callees.next(); next.isPresent(); next = callees.next()) {
            CalleeTangents.Request request = next.get();
            sources.body(request.source())
                    .flatMap(body -> reporter.unlessRefused(body.span(), () -> helper(request, body)))
                    .ifPresent(helpers::add);
        }
        return reporter.isEmpty()
                ? Optional.of(new SecondOrder(sibling.owner(), twices, helpers, tables.all()))
                : Optional.empty();
    }

    /** The forms of one method, which others may call before they are made. */
    private final class Plan {
        private final Sibling.Tangent tangent;
        private final Method source;
        private final List<Boolean> alongConstants = new ArrayList<>();
        private final List<Boolean> alongTangents;
        /** The form that serves {@code super} calls of other classes. */
        private final Optional<Method> withoutDispatch;

        Plan(Sibling.Tangent tangent) {
            this.tangent = tangent;
            this.source = sources.body(tangent.tangent().callee()).orElseThrow();
            this.alongTangents = TangentSources.active(tangent.source().callee());
            Set<Local> written = new Activity(source.withActive(alongTangents), summaries).writtenParameters();
            for (int i = 0; i < alongTangents.size(); i++) {
                boolean isDirection = i >= tangent.source().parameters().size();
                Local local = source.parameters().get(i).local();
                alongConstants.add(alongTangents.get(i) && (!isDirection || written.contains(local)));
            }
            callees.provide(source.callee(), alongConstants, source.name());
            callees.provide(source.callee(), alongTangents, source.name());
            this.withoutDispatch = sibling.helpers().stream()
                    .filter(helper -> helper.access() == Access.PACKAGE)
                    .filter(helper -> helper.name()
                            .equals(CalleeTangents.withoutDispatch(
                                    tangent.source().name())))
                    .filter(helper -> helper.callee()
                            .parameterTypes()
                            .equals(source.callee().parameterTypes()))
                    .findFirst()
                    .flatMap(helper -> sources.body(helper.callee()));
            withoutDispatch.ifPresent(own -> callees.provide(own.callee(), alongTangents, own.name()));
        }

        SecondOrder.Twice carryOut() {
            return new SecondOrder.Twice(
                    tangent,
                    form(alongConstants),
                    alongTangents.equals(alongConstants) ? Optional.empty() : Optional.of(form(alongTangents)));
        }

        private SecondOrder.Form form(List<Boolean> pattern) {
            Method form = differentiate(source.withActive(pattern), source.name());
            return new SecondOrder.Form(form, pattern);
        }
    }

    private Method differentiate(Method method, String name) {
        Method normal = Normalizer.normalize(method.fork(), summaries);
        Activity activity = new Activity(normal, summaries);
        if (!TwiceSupported.check(normal, activity, reporter)) {
            return normal;
        }
        TangentLocals shadows = TangentLocals.second(normal.locals());
        Method derivative =
                ForwardTransform.tangent(normal, signature(method, name), activity, callees, shadows, reporter);
        SizeLimits.check(
                "the second derivative", method, derivative, !method.lints().contains(Advice.LINT), reporter);
        return derivative;
    }

    private Method helper(CalleeTangents.Request request, Method body) {
        if (request.isCopy()) {
            return new PlainCopies(names.sibling(), callees).of(request, body);
        }
        Method source = body.withActive(request.pattern());
        if (rules.contains(request.source())) {
            Supported.checkHelper(source, new Activity(source, summaries), reporter); // which nobody has done yet
        }
        return differentiate(source, request.name()).withAccess(Access.PRIVATE);
    }

    private Callee signature(Method method, String name) {
        List<Boolean> active =
                method.parameters().stream().map(Parameter::active).toList();
        List<Type> types = TangentSignature.parameters(method.callee().parameterTypes(), active);
        return new Callee(
                names.sibling(),
                name,
                types,
                TangentSignature.result(method.result()),
                Callee.Kind.TANGENT,
                CalleeTangents.marks(active.size(), types.size()),
                false);
    }
}
