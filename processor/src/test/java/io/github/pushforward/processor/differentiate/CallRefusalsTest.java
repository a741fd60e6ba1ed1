package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.Refused.assertIs;
import static io.github.pushforward.processor.differentiate.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls without a known derivative: what is said of each, and what to write in its place. */
class CallRefusalsTest {
    private static final String OUTSIDE =
            ", or compute it before, outside differentiable methods, and pass it in as a @Constant parameter";

    /** The advice, up to the rule that could be written. */
    private static String remedy(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        String advice = problems.get(0).advice();
        assertThat(advice).contains(OUTSIDE);
        return advice.substring(0, advice.indexOf(OUTSIDE));
    }

    @Test
    void ofThisClassWithoutABody() {
        assertThat(
                        remedy(
                                problems(
                                        "interface Shape { double area(double r); double length(double r); }\n"
                                                + "@Differentiable static double f(@Constant Shape shape, double r) { return shape.area(r); }")))
                .isEqualTo(
                        "have area implemented by classes of this compilation, none of them private, or give it a body, "
                                + "which subclasses may override");
    }

    @Test
    void ofAnotherClassOfThisCompilation() {
        assertThat(remedy(problems(
                        "@Differentiable static double f(double x) { return Other.g(x); }",
                        "class Other { static double g(double x) { return x; } }")))
                .isEqualTo("annotate g with @Differentiable");
    }

    @Test
    void ofAFunctionWithoutADualForm() {
        assertThat(
                        remedy(
                                problems(
                                        "@Differentiable static double f("
                                                + "@Constant java.util.function.BiFunction<Double, Double, Double> g, double x) { return g.apply(x, x); }")))
                .isEqualTo(
                        "use a DoubleUnaryOperator, a ToDoubleFunction<double[]> or a functional interface of your own over "
                                + "double, which have tangents of their own");
    }

    @Test
    void ofThePlatform() {
        assertThat(remedy(problems("@Differentiable static double f(double[] a)"
                        + " { return java.lang.reflect.Array.getDouble(a, 0); }")))
                .isEqualTo("write a loop over the array");
        assertThat(
                        remedy(
                                problems(
                                        "@Differentiable static double f(double x) { return java.awt.geom.Point2D.distance(0, 0, x, 1); }")))
                .isEqualTo("write its formula here or in a method of this class");
    }

    @Test
    void ofALibrary() {
        assertThat(remedy(problems("@Differentiable static double f(double x)"
                        + " { return com.google.common.primitives.Doubles.constrainToRange(x, 0, 1); }")))
                .isEqualTo(
                        "write its formula here or in a method of this class, or, where com.google.common.primitives.Doubles "
                                + "is yours, annotate constrainToRange with @Differentiable and compile it with Pushforward");
    }

    /** What is wrong with the rest of a statement is said as well, and each once. */
    @Test
    void allOfAStatement() {
        List<Problem> problems = problems(
                "@Differentiable static double f(double x, @Constant double c, double[] a) {\n"
                        + "double y = x * Other.g(x) + Other.h(x) * Other.g(c) + net.jafama.FastMath.powQuick(x, 2.0)"
                        + " + net.jafama.FastMath.powQuick(c, 2.0)"
                        + " + Math.sin(x);\n"
                        + "return y * Other.g(y); }",
                "class Other { static double g(double x) { return x; } static double h(double x) { return x; } }");

        assertThat(problems)
                .extracting(Refused::place)
                .containsExactly("Other.g", "Other.h", "net.jafama.FastMath.powQuick", "Other.g");
        assertIs(
                problems.get(2),
                Code.NoTangent,
                "net.jafama.FastMath.powQuick has no rule for its derivative",
                "compute it by functions that have one, or pass its result as a @Constant parameter",
                "net.jafama.FastMath.powQuick");
    }

    @Test
    void superCallsWithConstants() {
        List<Problem> problems = problems("@Differentiable double f(double x) { return x * super.hashCode(); }");
        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "super.hashCode is a method of another class, which a generated sibling cannot call",
                "write what it does here",
                "super.hashCode");

        List<Problem> ofSource = problems(
                "static class Below extends Above { @Differentiable double f(double x) { return x * super.scaled(2); } }",
                "class Above { double scaled(double c) { return 3 * c; } }");
        assertThat(ofSource).hasSize(1);
        assertIs(
                ofSource.get(0),
                Code.NoTangent,
                "super.scaled is a method of another class, which a generated sibling cannot call",
                "annotate scaled of corpus.Above with @Differentiable and give it an active argument, or write what it does here",
                "super.scaled");
    }

    @Test
    void aPrivateMethodWithoutABody() {
        List<Problem> problems = problems("private static native double secret(double c);\n"
                + "@Differentiable static double f(double x, @Constant double c) { return secret(c) * x; }");

        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NotAccessible,
                "the method secret is private and has no body that a generated sibling could have a copy of",
                "make it package-private",
                "secret");
    }

    @Test
    void ofALibraryThatWasCompiledWithoutPushforward() {
        List<Problem> problems = problems("@Differentiable static double f(double x) { return "
                + CompiledLibrary.class.getCanonicalName() + ".square(x); }");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).what())
                .isEqualTo(CompiledLibrary.class.getCanonicalName()
                        + ".square is annotated, but was compiled without Pushforward: "
                        + CompiledLibrary.class.getCanonicalName() + "Tangent has no tangent method for it");
        assertThat(problems.get(0).advice()).startsWith("compile that library with the annotation processor");
    }

    @Test
    void ofARuleThatIsCompiledAlready() {
        String method =
                "(rules = " + CompiledLibrary.class.getCanonicalName() + ".class%s) static double f(double x) { return "
                        + CompiledLibrary.class.getCanonicalName() + ".cube(x); }";
        assertThat(problems("@Differentiable" + method.formatted(""))).isEmpty();

        List<Problem> problems = problems("@Differentiable" + method.formatted(", order = 2"));
        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "the derivative of " + CompiledLibrary.class.getCanonicalName()
                        + ".cube is a custom rule that is compiled already, so that its own derivative, which order = 2 needs, "
                        + "is not known",
                "have the source of the rule in this compilation, or use order = 1",
                CompiledLibrary.class.getCanonicalName() + ".cube");
    }
}
