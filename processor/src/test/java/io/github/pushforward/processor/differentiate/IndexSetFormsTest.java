package io.github.pushforward.processor.differentiate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.interpret.Corpus;
import io.github.pushforward.processor.interpret.Derivatives;
import io.github.pushforward.processor.interpret.Trials;
import io.github.pushforward.processor.ir.Method;
import io.github.pushforward.processor.report.Reporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which methods have forms over index sets: mappings of numbers and arrays, and what those call. */
class IndexSetFormsTest {

    private static Derivatives derivatives(String members) {
        Reporter reporter = new Reporter();
        Derivatives derivatives =
                Corpus.ofSource("Mapping", """
                        package corpus;
                        import io.github.pushforward.*;
                        class Mapping {
                        %s
                        }
                        @Differentiable record Point(double x) {}
                        """.formatted(members)).differentiate(1, reporter, Corpus.Wanted.INDEX_SETS);
        assertThat(reporter.problems()).isEmpty();
        return derivatives;
    }

    private static boolean hasForm(String method) {
        Derivatives derivatives = derivatives("@Differentiable static " + method);
        Sibling.Tangent tangent = derivatives.tangents().findFirst().orElseThrow();
        return derivatives.indexSets().of(tangent).isPresent();
    }

    private static List<String> forms(String members) {
        Derivatives derivatives = derivatives(members);
        return derivatives
                .indexSets()
                .methods(derivatives.siblings().get(0).owner().sibling("Tangent"))
                .stream()
                .map(Method::name)
                .toList();
    }

    @Test
    void ofNumbersAndArrays() {
        assertThat(hasForm("double[] f(double x, double[][] m) { return new double[] {x, m[0][0]}; }"))
                .isTrue();
    }

    /** Even where nothing looks into it: a set is not what stands for an object. */
    @Test
    void notOfObjects() {
        assertThat(hasForm("double[] f(double x, Point p) { return new double[] {x}; }"))
                .isFalse();
        assertThat(hasForm("double[] f(double x, Point[] ps) { return new double[] {x}; }"))
                .isFalse();
        assertThat(hasForm("double[] f(double x) { Point p = new Point(x); return new double[] {p.x()}; }"))
                .isFalse();
    }

    /** The runtime makes arrays of sets of up to three dimensions. */
    @Test
    void notOfArraysOfMoreThanThreeDimensions() {
        assertThat(hasForm("double[] f(double x) { double[][][] t = new double[1][1][1];"
                        + " t[0][0][0] = x; return new double[] {t[0][0][0]}; }"))
                .isTrue();
        assertThat(hasForm("double[] f(double x) { double[][][][] t = new double[1][1][1][1];"
                        + " t[0][0][0][0] = x; return new double[] {t[0][0][0][0]}; }"))
                .isFalse();
        assertThat(hasForm("double[] f(double x, double[][][][] t) { return new double[] {x}; }"))
                .isFalse();
    }

    @Test
    void ofArraysThatAreNullAtFirst() {
        Derivatives derivatives = derivatives("@Differentiable static double[] f(double[] a, double x) {"
                + " double[] b = null; if (x > -1) { b = a; } b[1] = x; return b; }");
        Sibling.Tangent tangent = derivatives.tangents().findFirst().orElseThrow();

        new Trials(derivatives)
                .indexSets(tangent, derivatives.indexSets().of(tangent).orElseThrow(), true, 1);
    }

    /** What has one output has no sparsity. */
    @Test
    void ofMethodsWithOneOutputWhereMappingsCallThem() {
        assertThat(forms("@Differentiable static double[] f(double x) { return new double[] {called(x)}; }\n"
                        + "static double called(double x) { return x * x; }\n"
                        + "@Differentiable static double alone(double x) { return x * x; }"))
                .containsExactlyInAnyOrder("f", "calledTangent");
    }

    /** They are run once: there is no speed in longer methods. */
    @Test
    void helpersStayMethodsOfTheirOwn() {
        String body = "a[0] += Math.sin(x * a[0]) / (1 + a[0] * a[0]);\n".repeat(12);

        assertThat(forms(
                        "@Differentiable static double[] f(double x) { double[] a = new double[2]; called(a, x); return a; }\n"
                                + "static void called(double[] a, double x) {\n" + body + "}"))
                .containsExactlyInAnyOrder("f", "calledTangent");
    }

    /** What other classes may call without dispatch, no mapping of this compilation calls. */
    @Test
    void notOfHelpersForSuperCalls() {
        String family = "static class Above { @Differentiable double at(double x) { return x * x; } }\n"
                + "static class Below extends Above { @Override @Differentiable double at(double x) { return x; } }\n"
                + "@Differentiable static double[] f(double x) { return new double[] {x}; }";
        Derivatives derivatives = derivatives(family);

        assertThat(derivatives.generated()).extracting(Method::name).contains("atWithoutDispatch");
        assertThat(derivatives.generated())
                .filteredOn(method -> method.callee().owner().simpleName().endsWith("Sparsity"))
                .extracting(Method::name)
                .containsExactly("f");
    }
}
