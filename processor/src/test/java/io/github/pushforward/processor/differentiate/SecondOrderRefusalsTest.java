package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a method is said to have no second derivative: at what is in the way. */
class SecondOrderRefusalsTest {
    private static final String POINT = "@Differentiable record Point(double x) {}\n";

    private static void assertRefusedAt(String place, String what, String members, String... others) {
        List<Problem> problems = Refused.problems(members, others);

        assertThat(problems).isNotEmpty();
        assertThat(Refused.place(problems.get(0))).isEqualTo(place);
        assertThat(problems.get(0).what()).endsWith(what);
    }

    @Test
    void atAParameterThatIsAnObject() {
        assertRefusedAt(
                "Point p",
                "objects of active classes",
                "@Differentiable(order = 2) static double f(double x, Point p) { return x; }",
                POINT);
    }

    @Test
    void atAParameterThatIsAnArrayOfObjects() {
        assertRefusedAt(
                "Point[] ps",
                "objects of active classes",
                "@Differentiable(order = 2) static double f(double x, Point[] ps) { return x; }",
                POINT);
    }

    @Test
    void atAMethodThatGivesAFunction() {
        List<Problem> problems = Refused.problems(
                "@Differentiable(order = 2) static DoubleUnaryOperator f(double x) { return t -> t * x; }");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).what()).endsWith("functions that are known at run time alone");
        assertThat(Refused.place(problems.get(0))).contains("DoubleUnaryOperator f(double x)");
    }

    @Test
    void whereAnObjectIsMade() {
        assertRefusedAt(
                "new Point(x * x)",
                "objects of active classes",
                "@Differentiable(order = 2) static double f(double x) { Point p = new Point(x * x); return p.x() * x; }",
                POINT);
    }

    @Test
    void constantObjectsAreInNobodysWay() {
        assertThat(Refused.problems(
                        "@Differentiable(order = 2) static double f(double x, @Constant Point p) { return x * p.x(); }",
                        POINT))
                .isEmpty();
    }

    /** A rule is differentiated like a method of one's own, which nobody had asked for before. */
    @Test
    void whatARuleGivesAway() {
        String rule = "class Own { static double last; @TangentOf(type = Special.class, method = \"same\")"
                + " static Dual same(double x, double xTangent) { last = x; return new Dual(x, xTangent); } }";
        String ruled = "class Special { static double same(double x) { return x; } }";

        assertThat(Refused.problems(
                        "@Differentiable(rules = Own.class) static double f(double x) { return Special.same(x) * x; }",
                        ruled,
                        rule))
                .isEmpty();
        assertThat(Refused.problems(
                        "@Differentiable(rules = Own.class, order = 2) static double f(double x)"
                                + " { return Special.same(x) * x; }",
                        ruled,
                        rule))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.what()).contains("the field corpus.Own.last receives"));
    }
}
