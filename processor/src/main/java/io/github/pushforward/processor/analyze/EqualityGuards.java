package io.github.pushforward.processor.analyze;

import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.SwitchExpr;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds formulas that hold at single points alone, as the first one of {@code x == 0 ? 1 : Math.sin(x) / x}: where the test for
 * equality holds, the derivative is that of the special formula and not that of the function. An advisory is due where a compared
 * value moves the general formula and does not move the special one.
 *
 * <p>Nothing is said where the test guards an exception or leaves a loop.
 */
final class EqualityGuards {
    private final Definitions definitions;
    private final Accesses accesses;
    private final Formulas formulas;
    private final Equalities equalities;
    private final List<Problem> problems = new ArrayList<>();

    private EqualityGuards(Method method, Activity activity, Summaries summaries) {
        Sources sources = new Sources(summaries);
        this.definitions = new Definitions(List.of(method.body()), sources, summaries);
        this.accesses = new Accesses(sources, activity);
        this.formulas = new Formulas(activity, accesses, definitions, sources);
        this.equalities = new Equalities(activity, definitions, new Plateaus(activity, definitions, sources));
    }

    static List<Problem> in(Method method, Activity activity, Summaries summaries) {
        EqualityGuards guards = new EqualityGuards(method, activity, summaries);
        guards.check(method.body(), null);
        method.body()
                .allExpressions()
                .filter(Expr.Conditional.class::isInstance)
                .forEach(choice -> guards.check((Expr.Conditional) choice));
        return guards.problems;
    }

    private void check(Stmt statement, @Nullable Continuation behind) {
        statement.expressions().stream()
                .flatMap(EqualityGuards::switches)
                .forEach(choice -> check(choice.body(), null));
        if (statement instanceof Stmt.Block block) {
            for (int i = 0; i < block.statements().size(); i++) {
                List<Stmt> next =
                        block.statements().subList(i + 1, block.statements().size());
                check(block.statements().get(i), new Continuation(next, behind, false));
            }
            return;
        }
        if (statement instanceof Stmt.If branch) {
            check(branch, behind);
        }
        Continuation inside = statement.isLoop() ? new Continuation(List.of(), behind, true) : behind;
        statement.statements().forEach(inner -> check(inner, inside));
    }

    /** The outermost ones. */
    private static Stream<SwitchExpr> switches(Expr expression) {
        return expression instanceof SwitchExpr choice
                ? Stream.of(choice)
                : expression.children().stream().flatMap(EqualityGuards::switches);
    }

    private void check(Stmt.If branch, @Nullable Continuation behind) {
        if (branch.condition().subtree().stream().noneMatch(Equalities::mayConfine)) {
            return; // as most do not: the rest takes a look at both branches
        }
        given(branch.then())
                .confining(branch.condition(), true)
                .ifPresent(test -> check(test, branch.then(), branch.otherwise(), behind));
        given(branch.otherwise())
                .confining(branch.condition(), false)
                .ifPresent(test -> check(test, branch.otherwise(), branch.then(), behind));
    }

    /** The tests, whatever a branch makes of what they compare. */
    private Equalities given(@Nullable Stmt branch) {
        return branch == null ? equalities : equalities.before(definitions.in(List.of(branch)));
    }

    private void check(Equality test, @Nullable Stmt special, @Nullable Stmt general, @Nullable Continuation behind) {
        if (!isWayOut(special) && !isWayOut(general)) {
            List<Stmt> specially = with(special, leftOutBy(general, behind));
            List<Stmt> generally = with(general, leftOutBy(special, behind));
            report(test, formulas.lost(test, specially, generally));
        }
    }

    private static List<Stmt> with(@Nullable Stmt branch, List<Stmt> behind) {
        return Stream.concat(Stream.ofNullable(branch), behind.stream()).toList();
    }

    /** Whether a branch ends in an exception, or ends a loop. */
    private static boolean isWayOut(@Nullable Stmt branch) {
        Stmt last = last(branch);
        return last instanceof Stmt.Throw || last instanceof Stmt.Break;
    }

    private static @Nullable Stmt last(@Nullable Stmt branch) {
        if (branch instanceof Stmt.Block block) {
            int size = block.statements().size();
            return size == 0 ? null : last(block.statements().get(size - 1));
        }
        return branch;
    }

    /** What runs only where the other branch was taken, because this one does not go on to it. */
    private static List<Stmt> leftOutBy(@Nullable Stmt branch, @Nullable Continuation behind) {
        if (branch == null || behind == null || Completion.completes(branch)) {
            return List.of();
        }
        return last(branch) instanceof Stmt.Continue ? behind.ofLoop() : behind.whole();
    }

    private void check(Expr.Conditional choice) {
        equalities
                .confining(choice.condition(), true)
                .ifPresent(test -> report(test, formulas.lost(test, choice.whenTrue(), choice.whenFalse())));
        equalities
                .confining(choice.condition(), false)
                .ifPresent(test -> report(test, formulas.lost(test, choice.whenFalse(), choice.whenTrue())));
    }

    private void report(Equality test, Optional<Expr> lost) {
        lost.ifPresent(operand -> problems.add(problem(test, operand)));
    }

    private Problem problem(Equality test, Expr lost) {
        String name =
                accesses.of(lost).stream().findFirst().map(EqualityGuards::name).orElse("what is compared");
        return new Problem(
                Code.EqualityGuard,
                test.symbol()
                        + " compares an active value and guards different formulas: where both sides are equal, the formula "
                        + "that is taken does not depend on " + name
                        + ", and the derivative with respect to it is lost",
                "take a formula there that has the derivative as well, such as the first terms of a series, best in a "
                        + "neighbourhood as by Math.abs(x) < 1e-4, where a constant would lose it as well"
                        + Advice.SILENCE,
                test.span());
    }

    private static String name(Expr access) {
        if (access instanceof Expr.Element element) {
            return "an element of " + name(element.array());
        }
        return access instanceof Expr.Field field
                ? "the field " + field.name()
                : access instanceof Expr.StaticField field
                        ? field.name()
                        : ((Expr.Read) access).local().name();
    }
}
