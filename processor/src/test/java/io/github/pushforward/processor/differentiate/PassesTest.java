package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.report.Code;
import io.github.pushforward.processor.report.Problem;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes can do with the inputs of a method: run again, move them, or keep them as they are. */
class PassesTest {
    private static final String IMPORTS = "package corpus;\n"
            + "import io.github.pushforward.Constant;\nimport io.github.pushforward.Differentiable;\n"
            + "import java.util.function.DoubleUnaryOperator;\n";

    private static final String POINT = "@Differentiable record Point(double x, double y) {}\n";

    private static final String BODY = "@Differentiable class Body { double speed; }\n";

    /** Its constructor keeps nothing as it is given. */
    private static final String SQUARE =
            "@Differentiable class Square { double side; Square(double area) { side = Math.sqrt(area); } }\n";

    private final Reporter reporter = new Reporter();

    private Sibling.Tangent tangent(String annotations, String method, String others) {
        String source = IMPORTS + "class Passed {\n" + annotations + "@Differentiable " + method + "\n}\n" + others;
        List<Sibling.Tangent> tangents = Corpus.ofSource("Passed", source)
                .differentiate(1, reporter)
                .tangents()
                .filter(tangent ->
                        tangent.source().callee().owner().simpleName().equals("Passed"))
                .toList();
        assertThat(reporter.problems()).isEmpty();
        return tangents.get(0);
    }

    private Sibling.Tangent tangent(String method, String others) {
        return tangent("", method, others);
    }

    private void assertAdvised(String what, String advice) {
        assertThat(reporter.advisories()).hasSize(1);
        Problem advisory = reporter.advisories().get(0);
        assertThat(advisory.code()).isEqualTo(Code.NoGradient);
        assertThat(advisory.what()).contains(what);
        assertThat(advisory.advice()).contains(advice, "@SuppressWarnings(\"pushforward\")");
    }

    @Test
    void numbersAndArraysMove() {
        Sibling.Tangent tangent =
                tangent("static double f(double x, double[] a, int n) { a[n] = x; return x * a[0]; }", "");

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.isMovable()).isTrue();
        assertThat(tangent.kept()).isEmpty();
        assertThat(tangent.written()).containsExactly(false, true, false);
        assertThat(reporter.advisories()).isEmpty();
    }

    @Test
    void recordsMove() {
        Sibling.Tangent tangent = tangent("static double f(Point p) { return p.x() * p.y(); }", POINT);

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.isMovable()).isTrue();
        assertThat(reporter.advisories()).isEmpty();
    }

    @Test
    void writtenObjectsAreCopied() {
        Sibling.Tangent tangent =
                tangent("static double f(Body b, double x) { b.speed = x; return b.speed * x; }", BODY);

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.isMovable()).isTrue();
        assertThat(tangent.written()).containsExactly(true, false);
    }

    @Test
    void anObjectThatCannotBeMadeAgainIsKept() {
        Sibling.Tangent tangent = tangent("static double f(Square s, double x) { return s.side * x; }", SQUARE);

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.isMovable()).isFalse();
        assertThat(tangent.kept()).isEmpty();
        assertAdvised("s cannot be made again with other numbers, because", " where the gradient alone is wanted");
        assertThat(reporter.advisories().get(0).what()).endsWith(": fFunction is not generated");
    }

    /** Another input is written to, so that inputs are copied; this one is not, because it cannot be. */
    @Test
    void anObjectBesideWrittenOnesIsKept() {
        Sibling.Tangent tangent =
                tangent("static double f(double[] a, Square s) { a[0] = s.side; return a[0] * s.side; }", SQUARE);

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.kept())
                .extracting(parameter -> parameter.local().name())
                .containsExactly("s");
    }

    @Test
    void anObjectThatCannotBeCopiedAndIsWritten() {
        Sibling.Tangent tangent =
                tangent("static double f(Square s, double x) { s.side = x; return s.side * x; }", SQUARE);

        assertThat(tangent.isRepeatable()).isFalse();
        assertAdvised(
                "the method writes to s, of which each pass would need a copy, but",
                "where the tangent alone is wanted");
    }

    @Test
    void aConstantObjectThatIsWritten() {
        Sibling.Tangent tangent = tangent(
                "static double f(@Constant Body b, @Constant double c, double x) { b.speed = c; return b.speed * x; }",
                BODY);

        assertThat(tangent.isRepeatable()).isFalse();
        assertThat(tangent.isMovable()).isFalse();
        assertAdvised(
                "the method writes to b, which is marked @Constant and of which no copies are made",
                "take off @Constant");
    }

    @Test
    void theAdvisoryIsSilenced() {
        Sibling.Tangent tangent = tangent(
                "@SuppressWarnings(\"pushforward\") ",
                "static double f(Square s, double x) { s.side = x; return s.side * x; }",
                SQUARE);

        assertThat(tangent.isRepeatable()).isFalse();
        assertThat(reporter.advisories()).isEmpty();
    }

    @Test
    void aFunctionMayBeGivenToPasses() {
        Sibling.Tangent tangent =
                tangent("static double f(DoubleUnaryOperator g, double x) { return g.applyAsDouble(x); }", "");

        assertThat(tangent.isRepeatable()).isTrue();
        assertThat(tangent.source().parameters().get(0).active()).isFalse();
        assertThat(tangent.source().parameters().get(0).local().type().toString())
                .endsWith("DualUnaryOperator");
    }

    /** Which is never given an active value: a plain one will do. */
    @Test
    void aFunctionOfConstantsStaysPlain() {
        Sibling.Tangent tangent = tangent(
                "static double f(DoubleUnaryOperator g, double x, @Constant double c) { return g.applyAsDouble(c) * x; }",
                "");

        assertThat(tangent.source().parameters().get(0).active()).isFalse();
        assertThat(tangent.isRepeatable()).isTrue();
    }

    @Test
    void whereNothingIsActiveThereIsNothingToPass() {
        Sibling.Tangent tangent = tangent("static DoubleUnaryOperator f(double x) { return t -> t * x; }", "");

        assertThat(tangent.isRepeatable()).isFalse();
        assertThat(tangent.isMovable()).isFalse();
        assertThat(reporter.advisories()).isEmpty();
    }

    @Test
    void withoutNumbersThereIsNothingToPass() {
        Sibling.Tangent tangent = tangent(
                "static double f(DoubleUnaryOperator g, @Constant double c) { return g.applyAsDouble(c); }", "");

        assertThat(tangent.isRepeatable()).isFalse();
        assertThat(reporter.advisories()).isEmpty();
    }

    /** A copy of the array is all that it takes: what is in it does not change. */
    @Test
    void constantArraysOfImmutableObjectsAreCopied() {
        assertThat(tangent(
                                "static double f(@Constant Point[] ps, @Constant Point p, double x)"
                                        + " { ps[0] = p; return ps[0].x() * x; }",
                                POINT)
                        .isRepeatable())
                .isTrue();
        assertThat(tangent(
                                "static double f(String[] names, double x) { names[0] = names[1]; return x * names[0].length(); }",
                                "")
                        .isRepeatable())
                .isTrue();
    }
}
