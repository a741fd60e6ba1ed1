package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.ir.Access;
import io.github.pushforward.processor.ir.ClassType;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many lanes methods get: as many as asked for, unless they call what has fewer, or are too large for the compiler. */
class LanePlanTest {

    private static Derivatives planned(int lanes, String members, String... others) {
        String source = "package corpus;\nimport io.github.pushforward.Constant;\n"
                + "import io.github.pushforward.Differentiable;\nclass Planned {\n" + members + "\n}\n"
                + String.join("\n", others);
        Reporter reporter = new Reporter();
        Derivatives derivatives =
                Corpus.ofSource("Planned", source).differentiate(lanes, reporter, Corpus.Wanted.LANES);
        assertThat(reporter.problems()).isEmpty();
        return derivatives;
    }

    private static int lanesOf(Derivatives derivatives, String method) {
        Sibling.Tangent tangent = derivatives
                .tangents()
                .filter(each -> each.source().name().equals(method))
                .findFirst()
                .orElseThrow();
        return derivatives.lanes().of(tangent).map(LanePlan.Lanes::count).orElse(1);
    }

    private static String sum(String name, int terms) {
        return "@Differentiable static double " + name + "(double x, double y) { double s = y;\n"
                + IntStream.range(0, terms)
                        .mapToObj(i -> "s += Math.sin(x * s) / (1 + s * s);\n")
                        .collect(Collectors.joining())
                + "return s; }\n";
    }

    /** The same of an array, which may have any number of inputs. */
    private static String sumOfArray(String name, int terms) {
        return sum(name, terms)
                .replace("double x, double y", "double[] in")
                .replace("double s = y;", "double x = in[0], s = in[1];");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void asManyAsAskedFor(int lanes) {
        Derivatives derivatives = planned(lanes, sumOfArray("f", 3));

        assertThat(lanesOf(derivatives, "f")).isEqualTo(lanes);
    }

    /** One lane more would not be compiled. */
    @ParameterizedTest
    @ValueSource(ints = {25, 50, 100, 200})
    void asManyAsFit(int terms) {
        Derivatives derivatives = planned(8, sumOfArray("f", terms));
        int lanes = lanesOf(derivatives, "f");
        Method tangent = derivatives.tangents().findFirst().orElseThrow().tangent();

        assertThat(lanes).isLessThan(8);
        assertThat(CodeSize.of(LaneTransform.of(tangent, 2 * lanes).method())).isGreaterThan(CodeSize.COMPILED);
        if (lanes > 1) {
            assertThat(CodeSize.of(LaneTransform.of(tangent, lanes).method())).isLessThanOrEqualTo(CodeSize.COMPILED);
        }
    }

    @Test
    void parametersAreLimitedAsWell() {
        String parameters = IntStream.range(0, 20).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
        Derivatives derivatives = planned(8, "@Differentiable static double f(" + parameters + ") { return x0 * x1; }");

        // 20 values and 20 tangents for each lane, of two words each: 40 + 40 W is at most 255 for W = 4.
        assertThat(lanesOf(derivatives, "f")).isEqualTo(4);
    }

    /** A second form, for the view; callers have as many lanes as they have themselves. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 4", "4, 4", "5, 8"})
    void aFewNumbersHaveNoLanesToSpare(int inputs, int enough) {
        String parameters =
                IntStream.range(0, inputs).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
        String arguments =
                IntStream.range(0, inputs).mapToObj(i -> "x[" + i + "]").collect(Collectors.joining(", "));
        Derivatives derivatives = planned(
                8,
                "@Differentiable static double f(" + parameters + ") { return x0 * x1; }\n"
                        + "@Differentiable static double g(double[] x) { return f(" + arguments + ") * x[0]; }");
        List<Method> methods = derivatives.lanes().methods(ClassType.of("corpus", "PlannedTangent"));
        Set<String> names = methods.stream().map(Method::name).collect(Collectors.toSet());

        assertThat(lanesOf(derivatives, "f")).isEqualTo(enough);
        assertThat(lanesOf(derivatives, "g")).isEqualTo(8);
        assertThat(names).contains("f" + inputs + "x8", "g1x8", "g1x8Into");
        // Nobody calls the narrow one for its record.
        assertThat(names.contains("f" + inputs + "x" + enough)).isEqualTo(enough == 8);
        assertThat(names.contains("f" + inputs + "x" + enough + "Into")).isEqualTo(enough < 8);
    }

    @Test
    void oneNumberAndWhatCallsAnotherClassHaveNoOtherForm() {
        Derivatives derivatives = planned(
                8,
                "@Differentiable static double f(double x) { return x * x; }\n"
                        + "@Differentiable static double g(double x, double y) { return Called.small(x, y); }",
                "class Called {\n" + sum("small", 2) + "}");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(8);
        assertThat(lanesOf(derivatives, "g")).isEqualTo(8);
        assertThat(lanesOf(derivatives, "small")).isEqualTo(2);
    }

    /** 25 numbers and their tangents in four lanes are 250 words, and the array of the form for views one more. */
    @ParameterizedTest
    @CsvSource({"4, 4, true", "5, 4, false", "6, 2, true"})
    void parametersUpToTheLast(int others, int lanes, boolean stores) {
        String parameters = Stream.concat(
                        IntStream.range(0, 25).mapToObj(i -> "double x" + i),
                        IntStream.range(0, others).mapToObj(i -> "int n" + i))
                .collect(Collectors.joining(", "));
        Derivatives derivatives = planned(4, "@Differentiable static double f(" + parameters + ") { return x0 * x1; }");
        LanePlan.Lanes form = derivatives
                .lanes()
                .of(derivatives.tangents().findFirst().orElseThrow())
                .orElseThrow();

        assertThat(form.count()).isEqualTo(lanes);
        assertThat(form.storing().isPresent()).isEqualTo(stores);
    }

    @Test
    void whatIsCalledFromAnotherClassHasAsManyOrNone() {
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(double x) { return Called.large(x, x) * x; }\n"
                        + "@Differentiable static double g(double x) { return Called.small(x, x) * x; }",
                "class Called {\n" + sum("large", 120) + sum("small", 2) + "}");

        int large = lanesOf(derivatives, "large");
        assertThat(large).isLessThan(4);
        assertThat(lanesOf(derivatives, "f")).isEqualTo(large);
        assertThat(lanesOf(derivatives, "g")).isEqualTo(4);
    }

    /** In the class itself, what has fewer lanes for its own sake has as many as its caller for that. */
    @Test
    void helpersComeWithTheirCallers() {
        Derivatives derivatives = planned(
                4,
                "private static double h(double x) { return k(x) * x; }\n"
                        + "private static double k(double x) { return x * x; }\n"
                        + "private static double unused(double x) { return x; }\n"
                        + "@Differentiable static double f(double x) { return h(x); }");
        List<Method> methods = derivatives.lanes().methods(ClassType.of("corpus", "PlannedTangent"));

        assertThat(methods).extracting(Method::name).containsExactly("f1x4", "hTangent1x4", "kTangent1x4");
        assertThat(methods).extracting(Method::access).containsExactly(Access.PACKAGE, Access.PRIVATE, Access.PRIVATE);
    }

    @Test
    void whatCannotBeRepeatedHasNoLanesForItsOwnSake() {
        Derivatives derivatives = planned(
                4,
                "static double[] last = new double[1];\n"
                        + "@Differentiable static double f(double x, @Constant double c) { last[0] = c; return x * x; }");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(1);
        assertThat(derivatives.lanes().methods(ClassType.of("corpus", "PlannedTangent")))
                .isEmpty();
    }

    /** One that is known where the call stands is none: the method is differentiated for it. */
    @Test
    void aFunctionInItsDualFormHasOneDirection() {
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(java.util.function.DoubleUnaryOperator g, double x)"
                        + " { return g.applyAsDouble(x); }\n"
                        + "@Differentiable static double h(double x) { return f(t -> t * x, x); }");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(1);
        assertThat(lanesOf(derivatives, "h")).isEqualTo(4);
    }

    private static final String POINT = "@Differentiable record Point(double x, double y) {}";

    @Test
    void classesOfTangentsComeWithTheirMethods() {
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(Point p, double x) { return p.x() * x; }",
                POINT,
                "@Differentiable record Unused(double x) {}");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(4);
        for (Sibling sibling : derivatives.siblings()) {
            boolean isUsed = sibling.owner().simpleName().equals("Point");
            assertThat(derivatives.lanes().types(sibling)).isEqualTo(isUsed ? List.of(4) : List.of());
        }
    }

    /** Lane 0 of the number {@code x} is {@code x0}, and so is the array of that name. */
    @Test
    void partsThatWouldShareANameHaveNoLanes() {
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(Named n) { return n.x() * n.x0()[0]; }",
                "@Differentiable record Named(double x, double[] x0) {}");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(1);
    }

    @Test
    void aTangentWithMorePartsThanAConstructorTakesHasFewerLanes() {
        String parts = IntStream.range(0, 40)
                .mapToObj(i -> "double part" + (char) ('a' + i % 26) + (i < 26 ? "" : "b"))
                .collect(Collectors.joining(", "));
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(Wide w) { return w.parta() * w.partb(); }",
                "@Differentiable record Wide(" + parts + ") {}");

        // 40 numbers of two words each: 160 in two lanes, 320 in four, of 254.
        assertThat(lanesOf(derivatives, "f")).isEqualTo(2);
    }

    /** 31 numbers of two words and one of a word in four lanes, and an array with all lanes for each array: 254 and 255 words. */
    @ParameterizedTest
    @CsvSource({"2, 4", "3, 2"})
    void aTangentWithAsManyPartsAsAConstructorTakes(int arrays, int lanes) {
        String parts = Stream.of(
                        IntStream.range(0, 31).mapToObj(i -> "double " + "abcdefghijklmnopqrstuvwxyzABCDE".charAt(i)),
                        Stream.of("float small"),
                        IntStream.range(0, arrays).mapToObj(i -> "double[] array" + i))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(Wide w) { return w.a() * w.b(); }",
                "@Differentiable record Wide(" + parts + ") {}");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(lanes);
    }

    /** No tangent of the class is made or taken, but the result could be one. */
    @Test
    void classesOfResults() {
        Derivatives derivatives = planned(4, "@Differentiable static Point f(double x) { return null; }\n", POINT);

        assertThat(classesWithTangents(derivatives)).containsExactly("Point");
    }

    private static List<String> classesWithTangents(Derivatives derivatives) {
        return derivatives.siblings().stream()
                .filter(sibling -> !derivatives.lanes().types(sibling).isEmpty())
                .map(sibling -> sibling.owner().simpleName())
                .toList();
    }

    @Test
    void classesComeWithTheirPartsAndRelatives() {
        String family = "@Differentiable interface Shape { double area(); }\n"
                + "@Differentiable record Disc(double r) implements Shape { public double area() { return r * r; } }\n"
                + "@Differentiable record Pair(Point left, Point[] others, Shape shape, double weight) {}\n"
                + "@Differentiable record Alone(double x) {}\n";
        Derivatives ofPair = planned(
                4, "@Differentiable static double f(Pair p) { return p.weight() * p.weight(); }", POINT, family);
        Derivatives ofDisc =
                planned(4, "@Differentiable static double f(Disc d) { return d.r() * d.r(); }", POINT, family);

        assertThat(classesWithTangents(ofPair)).containsExactlyInAnyOrder("Pair", "Point", "Shape", "Disc");
        assertThat(classesWithTangents(ofDisc)).containsExactlyInAnyOrder("Shape", "Disc");
    }

    /** The part of the part would need more words than a constructor takes. */
    @Test
    void aClassHasNoMoreLanesThanItsParts() {
        String parts = IntStream.range(0, 52)
                .mapToObj(i -> "double " + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(i))
                .collect(Collectors.joining(", "));
        Derivatives derivatives = planned(
                4,
                "@Differentiable static double f(Outer o) { return o.x() * o.x(); }",
                "@Differentiable record Outer(double x, Inner[] inner) {}",
                "@Differentiable record Inner(Wide wide) {}",
                "@Differentiable record Wide(" + parts + ") {}");

        assertThat(lanesOf(derivatives, "f")).isEqualTo(2);
    }

    /** However far away it is in the calls, and in whichever order they are looked at. */
    @Test
    void whatIsTooLargeLimitsAllThatLeadToIt() {
        String members = IntStream.range(0, 8)
                .mapToObj(i -> "@Differentiable static double f%d(double x, double y) { return f%d(y, x) * x; }\n"
                        .formatted(i, i + 1))
                .collect(Collectors.joining());
        Derivatives derivatives = planned(4, members + sum("f8", 120));

        assertThat(IntStream.range(0, 9).map(i -> lanesOf(derivatives, "f" + i)))
                .containsOnly(lanesOf(derivatives, "f8"))
                .doesNotContain(4);
    }

    @Test
    void theFormOfAMethodIsNamed() {
        Derivatives derivatives = planned(2, sum("f", 2));
        Sibling.Tangent tangent = derivatives.tangents().findFirst().orElseThrow();
        Optional<LanePlan.Lanes> lanes = derivatives.lanes().of(tangent);

        assertThat(lanes.orElseThrow().callee().owner()).isEqualTo(ClassType.of("corpus", "PlannedLanes"));
        assertThat(lanes.orElseThrow().callee().name()).isEqualTo("f2x2");
        assertThat(lanes.orElseThrow().callee().parameterTypes()).hasSize(6);
    }

    private static boolean hasIndexSets(String members, String... others) {
        String source = "package corpus;\nimport io.github.pushforward.Constant;\n"
                + "import io.github.pushforward.Differentiable;\nclass Planned {\n" + members + "\n}\n"
                + String.join("\n", others);
        Reporter reporter = new Reporter();
        Derivatives derivatives =
                Corpus.ofSource("Planned", source).differentiate(1, reporter, Corpus.Wanted.INDEX_SETS);
        assertThat(reporter.problems()).isEmpty();
        Sibling.Tangent tangent = derivatives.tangents().findFirst().orElseThrow();
        return derivatives.indexSets().of(tangent).isPresent();
    }

    @Test
    void indexSetsAreForArraysOfNumbers() {
        assertThat(hasIndexSets(
                        "@Differentiable static double[][][] f(double x) { return new double[][][] {{{x, 1}}}; }"))
                .isTrue();
        assertThat(
                        hasIndexSets(
                                "@Differentiable static double[][][][] f(double x) { return new double[][][][] {{{{x, 1}}}}; }"))
                .isFalse();
        assertThat(hasIndexSets(
                        "@Differentiable static double[] f(Point p) { return new double[] {p.x(), 1}; }", POINT))
                .isFalse();
        assertThat(hasIndexSets(
                        "@Differentiable static double[] f(double x) { Point p = new Point(x, 1); return new double[] {p.x()}; }",
                        POINT))
                .isFalse();
    }

    /** In one lane a wrong index is wrong where it was. */
    @Test
    void indexSetsWhereWrongIndicesAreCaught() {
        String members = """
                @Differentiable static double[] f(double[] a, int i) {
                    double[] b = new double[2];
                    try { b[0] = a[i] * a[1]; } catch (ArrayIndexOutOfBoundsException e) { b[0] = a[0]; }
                    return b;
                }
                """;

        assertThat(hasIndexSets(members)).isTrue();
        assertThat(lanesOf(planned(4, members), "f")).isEqualTo(1);
    }
}
