package io.github.pushforward.processor.differentiate;

import io.github.pushforward.processor.analyze.FlowSummary;
import io.github.pushforward.processor.analyze.Summaries;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.Callee;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.FunctionType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.RuleSet;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The methods of a {@code *Tangent} class as sources of another differentiation. They call each other as methods of one class do,
 * and those of other {@code *Tangent} classes as annotated methods of other classes are called.
 */
final class TangentSources {
    private final ClassType tangentClass;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, Method> sources = new HashMap<>();
    private final Map<Expr.StaticField, Table> tables = new HashMap<>();
    private final Map<String, Callee> origins;
    private final Predicate<Callee> isTwiceDifferentiable;
    private final Summaries summariesOfOrigins;
    private final RuleSources rules;
    private final Function<Expr.StaticField, Optional<Table>> tablesOfRules;

    /**
     * @param origins which methods other tangent methods stand for, by their signatures
     * @param isTwiceDifferentiable whether an annotated method of another class is of order 2
     * @param summariesOfOrigins the flow of data in what was differentiated
     * @param rules custom rules, which are tangent methods as well
     * @param tablesOfRules the initializer of a private static field that may be copied
     */
    TangentSources(
            Sibling sibling,
            Map<String, Callee> origins,
            Predicate<Callee> isTwiceDifferentiable,
            Summaries summariesOfOrigins,
            RuleSources rules,
            Function<Expr.StaticField, Optional<Table>> tablesOfRules) {
        this.rules = rules;
        this.tablesOfRules = tablesOfRules;
        this.tangentClass = sibling.owner().sibling("Tangent");
        this.origins = origins;
        this.isTwiceDifferentiable = isTwiceDifferentiable;
        this.summariesOfOrigins = summariesOfOrigins;
        Stream.concat(sibling.tangents().stream().map(Sibling.Tangent::tangent), sibling.helpers().stream())
                .forEach(method -> methods.put(method.callee().signature(), method));
        sibling.tables().forEach(table -> tables.put(table.field(), table));
    }

    /** A method of the class, or a rule; nothing for what has no source here. */
    Optional<Method> body(Callee callee) {
        String signature = callee.signature();
        Method method = methods.get(signature);
        return method == null
                ? rules.body(callee)
                : Optional.of(sources.computeIfAbsent(signature, key -> source(method)));
    }

    /** A private field of the tangent class, which another class needs a copy of. */
    Optional<Table> table(Expr.StaticField field) {
        Table own = tables.get(privately(field, false));
        return own == null
                ? tablesOfRules.apply(field)
                : Optional.of(new Table(field, source(own.initializer()), own.lints()));
    }

    private Method source(Method tangent) {
        return new Method(
                own(tangent),
                tangent.access(),
                tangent.parameters(),
                tangent.thrown(),
                (Stmt.Block) source(tangent.body()),
                tangent.dispatch(),
                tangent.locals(),
                tangent.lints(),
                tangent.span());
    }

    private Stmt source(Stmt statement) {
        return statement.with(
                statement.expressions().stream().map(this::source).toList(),
                statement.statements().stream().map(this::source).toList());
    }

    private Expr source(Expr expression) {
        Expr over = expression.withChildren(
                expression.children().stream().map(this::source).toList());
        if (over instanceof Expr.StaticField field && tables.containsKey(field)) {
            return privately(field, true);
        }
        return over instanceof Expr.Call call
                ? new Expr.Call(source(call.callee()), call.arguments(), call.span())
                : over;
    }

    private static Expr.StaticField privately(Expr.StaticField field, boolean isPrivate) {
        return new Expr.StaticField(field.owner(), field.name(), field.type(), field.constant(), isPrivate);
    }

    private Callee source(Callee callee) {
        if (callee.kind() != Callee.Kind.TANGENT) {
            return callee;
        }
        Method own = methods.get(callee.signature());
        if (own != null) {
            return own(own);
        }
        Callee origin = origins.get(callee.signature());
        if (origin != null && origin.kind() == Callee.Kind.RULE) {
            return rules.callee(callee, origin).orElse(callee);
        }
        boolean isTwice =
                origin != null && origin.kind() == Callee.Kind.ANNOTATED && isTwiceDifferentiable.test(origin);
        return isTwice ? as(callee, Callee.Kind.ANNOTATED, active(origin), false) : callee;
    }

    private Callee own(Method tangent) {
        Callee callee = tangent.callee();
        List<Boolean> none = Collections.nCopies(callee.parameterTypes().size(), false);
        return as(callee, Callee.Kind.HELPER, none, tangent.access() == Access.PRIVATE);
    }

    private static Callee as(Callee callee, Callee.Kind kind, List<Boolean> active, boolean isPrivate) {
        return new Callee(
                callee.owner(),
                callee.name(),
                callee.parameterTypes(),
                callee.result(),
                kind,
                active,
                isPrivate,
                callee.invocation(),
                RuleSet.NONE,
                "",
                callee.hasSource());
    }

    /** Which parameters of a tangent method have tangents in turn: the same as of the original, and all tangents. */
    static List<Boolean> active(Callee original) {
        List<Boolean> active = pattern(original);
        List<Boolean> all = new ArrayList<>(active);
        active.stream().filter(each -> each).forEach(all::add);
        return all;
    }

    /** Which parameters of a method have a tangent: a function in its dual form has none beside it. */
    private static List<Boolean> pattern(Callee original) {
        return IntStream.range(0, original.active().size())
                .mapToObj(i ->
                        original.active().get(i) && !(original.parameterTypes().get(i) instanceof FunctionType))
                .toList();
    }

    /**
     * What is known of a call without a body: a tangent method does to values and tangents what the original does to values; what
     * tangent methods call as the originals do has stayed the same.
     */
    Optional<FlowSummary> summary(Callee callee) {
        if (RuntimeCalls.isConstant(callee)) {
            return Optional.of(FlowSummary.constant());
        }
        if (RuntimeCalls.isPermutation(callee)) {
            return Optional.of(FlowSummary.permutation(callee));
        }
        boolean mayBeTangent = callee.kind() == Callee.Kind.TANGENT || callee.kind() == Callee.Kind.ANNOTATED;
        Callee origin = mayBeTangent ? origins.get(callee.signature()) : null;
        return Optional.of(
                origin == null
                        ? summariesOfOrigins.of(callee)
                        : summariesOfOrigins.of(origin).ofTangent(pattern(callee, origin)));
    }

    /** Which parameters of the original the tangent method has tangents of: a rule may have fewer than its method allows. */
    private static List<Boolean> pattern(Callee tangent, Callee origin) {
        return origin.kind() == Callee.Kind.RULE
                ? origin.rules().of(origin).stream()
                        .filter(rule -> rule.method().signature().equals(tangent.signature()))
                        .findFirst()
                        .orElseThrow()
                        .active()
                : pattern(origin);
    }
}
