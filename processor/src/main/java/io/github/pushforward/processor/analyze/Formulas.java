package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.Yield;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the formula for the points where two values are equal with the general one: which compared value moves the second alone. */
final class Formulas {
    private final Activity activity;
    private final Accesses accesses;
    private final Definitions definitions;
    private final Sources sources;

    Formulas(Activity activity, Accesses accesses, Definitions definitions, Sources sources) {
        this.activity = activity;
        this.accesses = accesses;
        this.definitions = definitions;
        this.sources = sources;
    }

    Optional<Expr> lost(Equality test, Expr special, Expr general) {
        return isFormula(special)
                ? first(test, operand -> moves(operand, general) && !moves(operand, special))
                : Optional.empty();
    }

    Optional<Expr> lost(Equality test, List<Stmt> special, List<Stmt> general) {
        List<Expr> specialResults = results(special);
        List<Expr> generalResults = results(general);
        List<Definitions.Definition> specially = active(special);
        List<Definitions.Definition> generally = active(general);
        if (!specialResults.isEmpty()) {
            List<Expr> one = with(specialResults, specially);
            List<Expr> other = with(generalResults, generally);
            return specialResults.stream().anyMatch(Formulas::isFormula)
                    ? first(test, operand -> moves(operand, other) && !moves(operand, one))
                    : Optional.empty();
        }
        return first(test, operand -> isLost(operand, specially, generally));
    }

    /** Infinity and NaN say that there is no value. */
    private static boolean isFormula(Expr value) {
        return !Equalities.isNotFinite(value);
    }

    private static Optional<Expr> first(Equality test, Predicate<Expr> isLost) {
        return test.operands().stream().filter(isLost).findFirst();
    }

    private boolean moves(Expr operand, Expr value) {
        return moves(operand, List.of(value));
    }

    private boolean moves(Expr operand, List<Expr> values) {
        return values.stream().anyMatch(value -> accesses.moveWith(accesses.of(value), operand));
    }

    /** What the statements give back. */
    private static List<Expr> results(List<Stmt> statements) {
        List<Expr> results = new ArrayList<>();
        statements.forEach(statement -> collectResults(statement, results));
        return results;
    }

    private static void collectResults(Stmt statement, List<Expr> results) {
        Expr value = statement instanceof Stmt.Return giveBack
                ? giveBack.value()
                : statement instanceof Yield yield ? yield.value() : null;
        if (value != null) {
            results.add(value);
        }
        statement.statements().forEach(inner -> collectResults(inner, results));
    }

    private List<Definitions.Definition> active(List<Stmt> statements) {
        return definitions.in(statements).stream()
                .filter(definition -> activity.isActive(definition.targets()))
                .toList();
    }

    private static List<Expr> with(List<Expr> results, List<Definitions.Definition> definitions) {
        return Stream.concat(results.stream(), definitions.stream().flatMap(definition -> definition.values().stream()))
                .toList();
    }

    /** Whether something gets a value that an operand moves in the general case, and in the special one gets, or keeps, another. */
    private boolean isLost(Expr operand, List<Definitions.Definition> special, List<Definitions.Definition> general) {
        boolean isNotGiven = general.stream()
                .filter(definition -> moves(operand, definition.values()))
                .anyMatch(definition -> {
                    List<Definitions.Definition> instead = ofTargets(special, definition.targets());
                    return instead.isEmpty()
                            ? definition.keepsOld() || !keeps(operand, definition, general)
                            : isGivenWithout(operand, instead);
                });
        boolean isReplaced = special.stream()
                .filter(definition -> !definition.keepsOld())
                .filter(definition -> ofTargets(general, definition.targets()).isEmpty())
                .anyMatch(definition ->
                        isGivenWithout(operand, List.of(definition)) && keeps(operand, definition, special));
        return isNotGiven || isReplaced;
    }

    private boolean isGivenWithout(Expr operand, List<Definitions.Definition> given) {
        return given.stream().noneMatch(definition -> moves(operand, definition.values()))
                && given.stream()
                        .flatMap(definition -> definition.values().stream())
                        .anyMatch(Formulas::isFormula);
    }

    private static List<Definitions.Definition> ofTargets(List<Definitions.Definition> all, Set<Place> targets) {
        return all.stream()
                .filter(definition -> !Collections.disjoint(definition.targets(), targets))
                .toList();
    }

    /** Whether an operand moves what is in the targets of a definition where none of those given is reached. */
    private boolean keeps(Expr operand, Definitions.Definition definition, List<Definitions.Definition> notReached) {
        boolean isOperand = !Collections.disjoint(sources.values(operand), definition.targets());
        return isOperand
                || definition.targets().stream()
                        .flatMap(target -> definitions.of(target).stream())
                        .filter(other -> !notReached.contains(other))
                        .anyMatch(other -> moves(operand, other.values()));
    }
}
