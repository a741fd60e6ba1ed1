package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.interpret.Trials;
import io.github.pushforward.processor.ir.BinaryOp;
import io.github.pushforward.processor.ir.Expr;
import io.github.pushforward.processor.ir.Local;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.ir.Stmt;
import io.github.pushforward.processor.ir.UnaryOp;
import io.github.pushforward.processor.report.Reporter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated methods are like whatever they compute: nothing is computed for nothing, and nothing twice. */
class GeneratedFormTest {

    private static Derivatives all(Corpus corpus, int lanes) {
        return corpus.differentiate(
                lanes, new Reporter(), Corpus.Wanted.LANES, Corpus.Wanted.SECOND_DERIVATIVES, Corpus.Wanted.INDEX_SETS);
    }

    private static long count(Collection<Method> methods, Predicate<Expr> which) {
        return methods.stream()
                .flatMap(method -> method.body().allExpressions())
                .filter(which)
                .count();
    }

    private static boolean isZero(Expr expression) {
        return expression instanceof Expr.Literal literal
                && (literal.value().equals(0.0) || literal.value().equals(0.0f));
    }

    /** {@code 0 * x}, {@code x + 0}, {@code 0 / x}. */
    private static boolean isIdleArithmetic(Expr expression) {
        return expression instanceof Expr.Binary binary
                && binary.type().isFloating()
                && (isZero(binary.left()) || isZero(binary.right()) && binary.op() != BinaryOp.DIVIDE);
    }

    private static boolean isDoubleNegation(Expr expression) {
        return expression instanceof Expr.Unary outer
                && outer.op() == UnaryOp.MINUS
                && outer.operand() instanceof Expr.Unary inner
                && inner.op() == UnaryOp.MINUS;
    }

    /** {@code x - -y}, {@code x + -y}. */
    private static boolean isHiddenSign(Expr expression) {
        return expression instanceof Expr.Binary binary
                && (binary.op() == BinaryOp.PLUS || binary.op() == BinaryOp.MINUS)
                && binary.right() instanceof Expr.Unary right
                && right.op() == UnaryOp.MINUS;
    }

    /** Signs before a product, which its first factor can have. */
    private static boolean isNegatedProduct(Expr expression) {
        return expression instanceof Expr.Unary outer
                && outer.op() == UnaryOp.MINUS
                && outer.operand() instanceof Expr.Binary inner
                && (inner.op() == BinaryOp.MULTIPLY || inner.op() == BinaryOp.DIVIDE);
    }

    private static boolean isIdleCast(Expr expression) {
        return expression instanceof Expr.Cast cast
                && cast.type().isFloating()
                && cast.type().equals(cast.operand().type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scalars", "Sharing", "Functions", "Loops", "Arrays", "Helpers", "Objects"})
    void nothingIsComputedForNothing(String name) {
        Corpus corpus = Corpus.of(name);
        Collection<Method> generated = all(corpus, 4).generated();
        Collection<Method> sources = corpus.methods();
        SoftAssertions softly = new SoftAssertions();
        Map<String, Predicate<Expr>> idle = new HashMap<>();
        idle.put("arithmetic with zero", GeneratedFormTest::isIdleArithmetic);
        idle.put("double negation", GeneratedFormTest::isDoubleNegation);
        idle.put("an idle cast", GeneratedFormTest::isIdleCast);
        // What the source says stands in the primal statements of each form.
        idle.forEach((what, which) -> softly.assertThat(
                        count(generated, expression -> which.test(expression) && !isIn(sources, expression)))
                .as("%s in %s", what, name)
                .isZero());
        softly.assertAll();
    }

    /** Rules write a sign where it costs nothing; that of a formula of the source stays where it is. */
    @Test
    void rulesWriteSignsIntoFactors() {
        Collection<Method> tangents = Corpus.of("Functions")
                .differentiate(1, new Reporter())
                .tangents()
                .map(Sibling.Tangent::tangent)
                .toList();

        assertThat(count(tangents, GeneratedFormTest::isHiddenSign)).isZero();
        assertThat(count(tangents, GeneratedFormTest::isNegatedProduct)).isZero();
    }

    private static boolean isIn(Collection<Method> sources, Expr expression) {
        return sources.stream()
                .flatMap(method -> method.body().allExpressions())
                .anyMatch(other ->
                        other.getClass() == expression.getClass() && text(other).equals(text(expression)));
    }

    private static String text(Expr expression) {
        if (expression instanceof Expr.Read read) {
            return read.local().name();
        }
        String operands = String.join(
                ", ",
                expression.children().stream().map(GeneratedFormTest::text).toList());
        String own = expression instanceof Expr.Literal literal
                ? literal.value().toString()
                : expression instanceof Expr.Binary binary
                        ? binary.op().symbol()
                        : expression.getClass().getSimpleName();
        return own + "(" + operands + ")";
    }

    /** Whatever a tangent is declared for, something reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"Scalars", "Sharing", "Functions", "Loops", "Arrays", "Helpers", "Objects", "Mappings"})
    void noTangentIsDead(String name) {
        Corpus corpus = Corpus.of(name);
        SoftAssertions softly = new SoftAssertions();
        Set<String> own = new HashSet<>();
        corpus.methods().forEach(method -> declared(method).forEach(local -> own.add(local.name())));
        for (Method method : all(corpus, 2).generated()) {
            Set<Local> read = new HashSet<>();
            method.body().allExpressions().forEach(expression -> reads(expression, read));
            declared(method)
                    .filter(local -> !own.contains(local.name()) && isTangent(local))
                    .forEach(local -> softly.assertThat(read)
                            .as(
                                    "what %s of %s reads",
                                    method.name(), method.callee().owner())
                            .contains(local));
        }
        softly.assertAll();
    }

    private static boolean isTangent(Local local) {
        return local.name().contains("Tangent") || local.name().contains("Second");
    }

    private static Stream<Local> declared(Method method) {
        return method.body().subtree().stream()
                .filter(Stmt.Declare.class::isInstance)
                .map(statement -> ((Stmt.Declare) statement).local());
    }

    private static void reads(Expr expression, Set<Local> read) {
        if (expression instanceof Expr.Read local) {
            read.add(local.local());
        }
    }

    /** What the value and the tangents of all lanes have in common, a pass computes once. */
    @ParameterizedTest
    @ValueSource(strings = {"Scalars", "Sharing", "Functions", "Loops", "Arrays"})
    void functionsAreCalledAsOftenAsByTheOriginal(String name) {
        Derivatives derivatives = Corpus.of(name).differentiate(1, new Reporter());
        Trials trials = new Trials(derivatives);
        SoftAssertions softly = new SoftAssertions();
        derivatives
                .tangents()
                .forEach(tangent -> softly.check(() -> {
                    Map<String, Integer> original = trials.functions(tangent.source(), tangent.source(), 0);
                    Map<String, Integer> one = trials.functions(tangent.tangent(), tangent.source(), 0);
                    assertThat(one.keySet()).containsAll(original.keySet());
                    one.remove("rint"); // the whole quotient of a remainder
                    one.forEach((function, times) -> assertThat(times)
                            .as(
                                    "calls of %s in the tangent of %s",
                                    function, tangent.source().name())
                            .isLessThanOrEqualTo(allowed(function, original)));
                }));
        softly.assertAll();
    }

    /** By the value, and by the derivatives of the functions whose derivative it is. */
    private static int allowed(String function, Map<String, Integer> original) {
        Map<String, String> integrals = Map.ofEntries(
                Map.entry("cos", "sin"),
                Map.entry("sin", "cos"),
                Map.entry("exp", "expm1"),
                Map.entry("cosh", "sinh"),
                Map.entry("sinh", "cosh"),
                Map.entry("signum", "abs"),
                Map.entry("rint", "IEEEremainder"),
                Map.entry("hypot", "asinh"),
                Map.entry("pow", "pow"),
                Map.entry("log", "pow"),
                Map.entry("scalb", "scalb"),
                Map.entry("toRadians", "toRadians"),
                Map.entry("toDegrees", "toDegrees"));
        int allowed = original.getOrDefault(function, 0);
        return allowed + original.getOrDefault(integrals.getOrDefault(function, ""), 0);
    }
}
