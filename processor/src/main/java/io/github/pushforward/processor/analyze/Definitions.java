package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Switch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the variables, arrays and objects of a method are given, and where. */
final class Definitions {
    private final Map<Place, List<Definition>> byPlace = new LinkedHashMap<>();
    private final Set<Definition> unconditional = new HashSet<>();
    private final Sources sources;
    private final Summaries summaries;

    /**
     * Something gets a value.
     *
     * @param targets what it may be
     * @param values what the value is computed from: one expression, or the arguments of a call
     * @param keepsOld whether what was there before is a part of the value
     */
    record Definition(Set<Place> targets, List<Expr> values, boolean keepsOld) {}

    Definitions(Collection<Stmt> statements, Sources sources, Summaries summaries) {
        this.sources = sources;
        this.summaries = summaries;
        in(statements)
                .forEach(definition -> definition
                        .targets()
                        .forEach(target -> byPlace.computeIfAbsent(target, place -> new ArrayList<>())
                                .add(definition)));
        statements.forEach(this::addUnconditional);
    }

    private void addUnconditional(Stmt statement) {
        own(statement).forEach(unconditional::add);
        if (!(statement instanceof Stmt.If || statement instanceof Switch)) {
            statement.statements().forEach(this::addUnconditional);
        }
    }

    /** Whether it does not hang on a condition other than that of a loop. */
    boolean isUnconditional(Definition definition) {
        return unconditional.contains(definition);
    }

    List<Definition> of(Place place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** In the order of the source. */
    List<Definition> in(Collection<Stmt> statements) {
        return statements.stream()
                .flatMap(statement -> statement.subtree().stream())
                .flatMap(this::own)
                .distinct()
                .toList();
    }

    private Stream<Definition> own(Stmt statement) {
        return Stream.concat(
                declared(statement),
                statement.expressions().stream()
                        .flatMap(expression -> expression.subtree().stream())
                        .flatMap(this::defined));
    }

    private static Stream<Definition> declared(Stmt statement) {
        if (statement instanceof Stmt.Declare declare && declare.initializer() != null) {
            return Stream.of(
                    new Definition(Set.of(new Place.Variable(declare.local())), List.of(declare.initializer()), false));
        }
        return statement instanceof Stmt.ForEach loop
                ? Stream.of(new Definition(Set.of(new Place.Variable(loop.variable())), List.of(loop.array()), false))
                : Stream.empty();
    }

    private Stream<Definition> defined(Expr node) {
        if (node instanceof Expr.Assign assign) {
            boolean keepsOld = assign.value().subtree().contains(assign.target());
            return Stream.of(new Definition(targets(assign.target()), List.of(assign.value()), keepsOld));
        }
        if (node instanceof Expr.CompoundAssign assign) {
            return Stream.of(new Definition(targets(assign.target()), List.of(assign.value()), true));
        }
        return node instanceof Expr.Call call ? written(call) : Stream.empty();
    }

    private Set<Place> targets(Expr target) {
        return target instanceof Expr.Read read ? Set.of(new Place.Variable(read.local())) : sources.stored(target);
    }

    private Stream<Definition> written(Expr.Call call) {
        Set<Place> targets = new HashSet<>();
        summaries
                .of(call.callee())
                .written()
                .forEach(i -> targets.addAll(sources.memory(call.arguments().get(i))));
        return targets.isEmpty() ? Stream.empty() : Stream.of(new Definition(targets, call.arguments(), true));
    }
}
