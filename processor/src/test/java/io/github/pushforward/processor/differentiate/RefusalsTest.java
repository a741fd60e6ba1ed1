package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.Refused.assertRefused;
import static io.github.pushforward.processor.differentiate.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the calculus refuses, because a derivative would be lost or cannot be written down. */
class RefusalsTest {
    private static final String OTHER = "class Other { static double g(double x, double y) { return x * y; } }";

    @Test
    void aMethodOfAnotherClass() {
        assertRefused(
                problems("@Differentiable static double f(double x) { return Other.g(2, x); }", OTHER),
                Code.NoTangent,
                "the call of corpus.Other.g receives an active argument, and its derivative is not known",
                "annotate g with @Differentiable");
    }

    @Test
    void aMethodOfTheLibrary() {
        assertRefused(
                problems(
                        "@Differentiable static double f(double x)"
                                + " { return new java.math.BigDecimal(\"2\").doubleValue() + java.awt.geom.Point2D.distance(0, 0, x, 1); }"),
                Code.NoTangent,
                "java.awt.geom.Point2D.distance receives an active argument",
                "write its formula here or in a method of this class");
        assertThat(problems("@Differentiable static double f(double[] a) { return java.util.List.of(a).get(0)[0]; }"))
                .anySatisfy(problem -> {
                    assertThat(problem.what()).contains("the call of java.util.List.of receives an active argument");
                    assertThat(problem.advice()).startsWith("write a loop over the array");
                });
    }

    @Test
    void aConstantParameterOfAnAnnotatedMethod() {
        assertRefused(
                problems("@Differentiable static double g(double x, @Constant double c) { return x * c; }\n"
                        + "@Differentiable static double f(double x) { return g(2, x); }"),
                Code.NoTangent,
                "argument 2 of g is active, but the parameter is marked @Constant",
                "remove @Constant from that parameter of g");
    }

    @Test
    void aConstantFunctionThatReceivesAnActiveValue() {
        assertRefused(
                problems("@Differentiable static double f(@Constant DoubleUnaryOperator g, double x)"
                        + " { return g.applyAsDouble(x) * x; }"),
                Code.NoTangent,
                "a constant function receives an active value in the call of",
                "remove @Constant from g where it is a parameter");
    }

    @Test
    void aConstantFunctionAsAnArgument() {
        assertRefused(
                problems(
                        "@Differentiable static double f(@Constant DoubleUnaryOperator g, double x) { return Away.applied(g, x); }",
                        "class Away { @Differentiable static double applied(DoubleUnaryOperator g, double x)"
                                + " { return g.applyAsDouble(x); } }"),
                Code.NoTangent,
                "argument 1 of applied is a constant function or an object",
                "remove @Constant from the function");
    }

    private static final String RULES = "final class Own { @TangentOf(type = Other.class, method = \"g\")"
            + " static Dual g(double x, @Constant double y, double xTangent) { return new Dual(x * y, y * xTangent); } }";

    @Test
    void aRuleWithoutATangentForAnArgument() {
        assertRefused(
                problems(
                        "@Differentiable(rules = Own.class) static double f(double x) { return Other.g(x, x); }",
                        OTHER,
                        RULES),
                Code.NoTangent,
                "no rule for corpus.Other.g has a tangent for each of the arguments 1, 2 of this call",
                "write one: ");
        assertRefused(
                problems(
                        "@Differentiable(rules = Own.class) static double f(double x) { return Other.g(2, x); }",
                        OTHER,
                        RULES),
                Code.NoTangent,
                "has a tangent for argument 2 of this call",
                "write one: ");
    }

    @Test
    void aSuperCallOfAMethodThatCannotBeCopied() {
        List<Problem> problems = problems("@Differentiable double f(double x) { return x * super.hashCode(); }\n"
                + "@Override public int hashCode() { return 1; }");

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.advice()).doesNotContain("annotate hashCode"));
        assertThat(problems.get(0).what()).contains("super.hashCode is a method of another class");
    }

    @Test
    void anOverriderWithOtherConstants() {
        List<Problem> problems = problems(
                "@Differentiable double f(double x, double y) { return x * y; }",
                "class Below extends Refused { @Override @Differentiable double f(double x, @Constant double y) { return x; } }");

        assertThat(problems).isNotEmpty().anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(Code.NoTangent);
            assertThat(problem.what()).contains("Below.f overrides f, but its @Constant parameters are others");
        });
    }

    @Test
    void anActiveAssignmentWhereThereIsNoRoomForATangent() {
        assertRefused(
                problems("@Differentiable static double f(double x) { double y = x;"
                        + " assert (y = y * 2) > 0; return y; }"),
                Code.UnsupportedExpression,
                "something active is written to where its derivative cannot be",
                "write to it in a statement of its own");
        assertRefused(
                problems(
                        "@Differentiable static double f(double x, double[] a) { assert (a[0] *= x) > 0; return a[0]; }"),
                Code.UnsupportedExpression,
                "something active is written to where its derivative cannot be",
                "write to it in a statement of its own");
        assertRefused(
                problems("static double g(double[] a, double x) { a[0] = x; return 1; }\n"
                        + "@Differentiable static double f(double x, double[] a) { assert g(a, x) > 0; return a[0]; }"),
                Code.UnsupportedExpression,
                "something active is written to where its derivative cannot be",
                "write to it in a statement of its own");
    }

    @Test
    void anActiveAssignmentInAResource() {
        assertRefused(
                problems(
                        "@Differentiable static double f(double x, double[] a) { double y = x;\n"
                                + "try (Lock lock = new Lock(a[0] = x)) { y = y * a[0]; } return y; }",
                        "final class Lock implements AutoCloseable { Lock(double key) {} @Override public void close() {} }"),
                Code.UnsupportedExpression,
                "something active is written to where its derivative cannot be",
                "write to it in a statement of its own");
    }

    @Test
    void secondOrderNeedsSecondOrder() {
        assertRefused(
                problems(
                        "@Differentiable(order = 2) static double f(double x) { return Once.g(x) * x; }",
                        "class Once { @Differentiable static double g(double x) { return x * x; } }"),
                Code.NoTangent,
                "corpus.Once.g is called with an active argument, but differentiated only once",
                "write @Differentiable(order = 2) there as well");
    }

    @Test
    void secondOrderIsForNumbers() {
        assertRefused(
                problems(
                        "@Differentiable(order = 2) static double f(DoubleUnaryOperator g, double x) { return g.applyAsDouble(x); }"),
                Code.UnsupportedMethod,
                "order = 2 is for numbers and arrays of numbers, and not for functions that are known at run time alone",
                "call a method by name, or use order = 1");
        assertRefused(
                problems(
                        "@Differentiable(order = 2) static double f(Point p) { return p.x() * p.x(); }",
                        "@Differentiable record Point(double x) {}"),
                Code.UnsupportedMethod,
                "and not for objects of active classes",
                "pass their numbers as parameters or arrays");
        assertRefused(
                problems(
                        "@Differentiable(order = 2) static double f(double x) { Point p = new Point(x); return p.x() * x; }",
                        "@Differentiable record Point(double x) {}"),
                Code.UnsupportedMethod,
                "and not for objects of active classes",
                "pass their numbers as parameters or arrays");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
    }

    /** The tangent takes twice as many numbers of two words each, and a method no more than 255 words. */
    @Test
    void tooManyParameters() {
        String head = "@Differentiable static double f(";
        String body = ") { return x0 * x1; }";

        assertThat(problems(head + parameters(63) + body)).isEmpty();
        assertRefused(
                problems(head + parameters(64) + body),
                Code.MethodTooLarge,
                "the tangent of f has parameters for 256 words, and a method can have no more than 255",
                "pass numbers in an array");
    }

    private static String statements(int count) {
        return "@Differentiable static double f(double x) { double s = 1;\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "s += Math.sin(x * s) / (1 + s * s);\n")
                        .collect(Collectors.joining())
                + "return s; }";
    }

    @Test
    void tooManyByteCodes() {
        Reporter few = new Reporter();
        Corpus.ofSource(
                        "Refused",
                        "package corpus; import io.github.pushforward.Differentiable; class Refused {" + statements(60)
                                + "}")
                .differentiate(1, few);
        assertThat(few.advisories()).isEmpty();

        Reporter many = new Reporter();
        Corpus.ofSource(
                        "Refused",
                        "package corpus; import io.github.pushforward.Differentiable; class Refused {" + statements(250)
                                + "}")
                .differentiate(1, many);
        assertThat(many.problems()).isEmpty();
        assertThat(many.advisories()).hasSize(1);
        assertThat(many.advisories().get(0).what())
                .contains("the tangent of f has about", "HotSpot compiles no method of more than 8000");
        assertThat(many.advisories().get(0).advice()).contains("@SuppressWarnings(\"pushforward\")");
    }
}
