package io.github.pushforward.processor.differentiate;

import static io.github.pushforward.processor.differentiate.Refused.assertIs;
import static io.github.pushforward.processor.differentiate.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions and objects in the place of functions whose derivatives would be lost. */
class FunctionRefusalsTest {
    private static final String LINE = "@Differentiable record Line(double slope) implements DoubleUnaryOperator {\n"
            + "@Override public double applyAsDouble(double x) { return slope * x; } }";

    @Test
    void aConstantParameterOfTheirMethod() {
        List<Problem> problems = problems(
                "@FunctionalInterface interface Force { double at(double x, @Constant double c); }\n"
                        + "@Differentiable static double f(Force force, double x) { return force.at(x, x) + force.at(2, 3); }");

        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "argument 2 of at of corpus.Refused.Force is active, but the parameter is marked @Constant, so its derivative "
                        + "would be lost",
                "remove @Constant from that parameter of at",
                "force.at");
    }

    @Test
    void anObjectWithActiveValues() {
        List<Problem> problems = problems(LINE + "\n@Differentiable static double f(double x, int n) {\n"
                + "n = n + 1;\nDoubleUnaryOperator line = new Line(x);\nreturn line.applyAsDouble(2); }");

        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "an object that holds active values is used as a java.util.function.DoubleUnaryOperator, and its derivative is "
                        + "not known there",
                "write a lambda that calls its method",
                "new Line(x)");
    }

    /** The statement says where, and its first expression that the source has. */
    @Test
    void anObjectThatIsAssigned() {
        List<Problem> problems = problems(LINE + "\n@Differentiable static double f(double x, boolean flag) {\n"
                + "DoubleUnaryOperator line = t -> t * x;\nif (flag) { line = new Line(x); }\n"
                + "return line.applyAsDouble(2); }");

        assertThat(problems).hasSize(1);
        assertThat(Refused.place(problems.get(0))).isEqualTo("line = new Line(x)");
    }

    /** Numbers and variables have no place of their own. */
    @Test
    void anObjectThatIsChosen() {
        List<Problem> problems = problems(LINE + "\n@Differentiable static double f(double x, boolean flag) {\n"
                + "DoubleUnaryOperator line = flag ? new Line(x) : t -> t * x;\nreturn line.applyAsDouble(2); }");

        assertThat(problems).extracting(Refused::place).containsExactly("new Line(x)");
    }

    private static final String SUM =
            "class Sum { @Differentiable static double of(java.util.function.IntToDoubleFunction f,"
                    + " double x) { return f.applyAsDouble(2) * x; } }";

    /** A function over integers alone receives nothing active; what an object holds counts all the same. */
    @Test
    void functionsOverIntegers() {
        assertThat(problems(
                        "@Differentiable static double f(@Constant java.util.function.IntToDoubleFunction g, double x)"
                                + " { return Sum.of(g, x); }",
                        SUM))
                .isEmpty();

        List<Problem> problems = problems(
                "@Differentiable record Line(double slope) implements java.util.function.IntToDoubleFunction {\n"
                        + "@Override public double applyAsDouble(int n) { return slope * n; } }\n"
                        + "@Differentiable static double f(double x) { return Sum.of(new Line(x), x); }",
                SUM);
        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "argument 1 of of is a constant function or an object, which may receive an active value there, and its "
                        + "derivative is not known",
                "remove @Constant from the function; for an object, write a lambda that calls its method",
                "Sum.of");
    }

    @Test
    void nullIsNoFunction() {
        assertThat(problems(
                        "@Differentiable static double f(double x) { return Other.of(null, x); }",
                        "class Other { @Differentiable static double of(DoubleUnaryOperator f, double x)"
                                + " { return f == null ? x : f.applyAsDouble(x); } }"))
                .isEmpty();
    }

    private static final String INTEGRALS =
            "class Integrals { @Differentiable static double scaled(@Constant DoubleUnaryOperator f, double x)"
                    + " { return f.applyAsDouble(2) * x; } }";

    @Test
    void activeCapturesForAConstantFunction() {
        assertThat(problems(
                        "@Differentiable static double f(double x, @Constant double c) { return Integrals.scaled(t -> t * c, x); }",
                        INTEGRALS))
                .isEmpty();

        List<Problem> problems = problems(
                "@Differentiable static double f(double x) { return Integrals.scaled(t -> t * x, x); }", INTEGRALS);
        assertThat(problems).hasSize(1);
        assertIs(
                problems.get(0),
                Code.NoTangent,
                "argument 1 of scaled is active, but the parameter is marked @Constant, so its derivative would be lost",
                "remove @Constant from that parameter of scaled",
                "Integrals.scaled");
    }

    @Test
    void anExpressionThatGivesAConstantFunction() {
        List<Problem> problems = problems("static DoubleUnaryOperator[] all = {Math::sin};\n"
                + "@Differentiable static double f(double x) { return all[0].applyAsDouble(x); }");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).advice())
                .isEqualTo(
                        "write a method in its place, and where there are several functions, choose by ? : or switch, or take "
                                + "the function as a parameter that is not @Constant");
    }

    /** What is known at run time alone cannot be differentiated twice. */
    @Test
    void ofOrderTwo() {
        assertThat(problems("@Differentiable(order = 2) static DoubleUnaryOperator f(double x) { return t -> t * x; }"))
                .extracting(Problem::what)
                .containsExactly(
                        "order = 2 is for numbers and arrays of numbers, and not for functions that are known at run "
                                + "time alone");
        assertThat(problems("@Differentiable(order = 2) static double f(double x, boolean flag) {\n"
                        + "DoubleUnaryOperator g = flag ? t -> t * x : t -> x; return x * x + g.applyAsDouble(x); }"))
                .extracting(Refused::place)
                .containsExactly("(t)->t * x");
    }
}
