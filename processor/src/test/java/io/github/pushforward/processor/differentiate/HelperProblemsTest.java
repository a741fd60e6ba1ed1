package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of methods that are differentiated along with their callers, and of those themselves. */
class HelperProblemsTest {

    @Test
    void whatAHelperLoses() {
        List<Problem> problems =
                Refused.problems("static double kept;\nstatic double g(double x) { kept = x; return x * kept; }\n"
                        + "@Differentiable static double f(double x) { return g(x) * x; }");

        assertThat(problems).extracting(Problem::code).contains(Code.ConstantReceivesActiveValue);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.what())
                        .contains(
                                "the field corpus.Refused.kept receives a value that depends on an active parameter"));
    }

    /** Nothing of it comes back to the caller, where it would be refused as well. */
    @Test
    void whatAHelperGivesAway() {
        List<Problem> problems = Refused.problems(
                "static double g(double x) { Other.keep(x); return x; }\n"
                        + "@Differentiable static double f(double x) { return g(x) * x; }",
                "class Other { static double kept; static void keep(double x) { kept = x; } }");

        assertThat(problems).extracting(Refused::place).containsExactly("Other.keep");
    }

    @Test
    void whatFewMean() {
        String body = "(double x, double y) { int n = (int) x; return y * n; }";
        List<Problem> own = Refused.of("@Differentiable static double f" + body).advisories();
        List<Problem> ofHelper = Refused.of("static double g" + body
                        + "\n@Differentiable static double f(double x, double y) { return g(x, y) * y; }")
                .advisories();
        Reporter silent = Refused.of("@SuppressWarnings(\"pushforward\") static double g" + body
                + "\n@Differentiable static double f(double x, double y) { return g(x, y) * y; }");

        assertThat(own).hasSize(1);
        assertThat(ofHelper).hasSize(1);
        assertThat(Refused.place(own.get(0))).isEqualTo("(int)x");
        assertThat(Refused.place(ofHelper.get(0))).isEqualTo("(int)x");
        assertThat(silent.advisories()).isEmpty();
        assertThat(silent.problems()).isEmpty();
    }

    private static String longMethod(String modifiers) {
        return modifiers + " static double g(double x) { double s = 1;\n"
                + IntStream.range(0, 250)
                        .mapToObj(i -> "s += Math.sin(x * s) / (1 + s * s);\n")
                        .collect(Collectors.joining())
                + "return s; }\n@Differentiable static double f(double x) { return g(x) * x; }";
    }

    @Test
    void aLongHelper() {
        List<Problem> advisories = Refused.of(longMethod("")).advisories();

        assertThat(advisories).hasSize(1);
        assertThat(advisories.get(0).code()).isEqualTo(Code.MethodTooLarge);
        assertThat(advisories.get(0).what()).startsWith("the tangent of g has about");
        assertThat(Refused.of(longMethod("@SuppressWarnings(\"pushforward\")")).advisories())
                .isEmpty();
    }

    @Test
    void aLongSecondDerivative() {
        String text = "@Differentiable(order = 2) static double f(double x) { double s = 1;\n"
                + "s += Math.sin(x * s) / (1 + s * s);\n".repeat(100) + "return s; }";
        List<Problem> advisories = Refused.of(text).advisories();

        // One for each form: along constant tangents, and along those that move.
        assertThat(advisories).hasSize(2);
        assertThat(advisories)
                .allSatisfy(advisory -> assertThat(advisory.what()).startsWith("the second derivative of f has about"));
        assertThat(Refused.of("@SuppressWarnings(\"pushforward\") " + text).advisories())
                .isEmpty();
    }

    /** What one of them writes, a call may write, whichever it goes to. */
    @Test
    void writesOfOverriders() {
        String above = "static class Above { @Differentiable double f(double[] a, double x) { return a[0] * x; } }\n";
        String below = "static class Below extends Above { @Override @Differentiable double f(double[] a, double x)"
                + " { a[0] = x; return x; } }";

        assertThat(written(above)).isEqualTo(List.of(false, false, false));
        assertThat(written(above + below)).isEqualTo(List.of(false, true, false));
    }

    private static List<Boolean> written(String members) {
        return Refused.derivatives(members)
                .tangents()
                .filter(tangent ->
                        tangent.source().callee().owner().simpleName().equals("Above"))
                .findFirst()
                .orElseThrow()
                .written();
    }
}
