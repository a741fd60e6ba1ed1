package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Mapped;
import io.github.pushforward.processor.support.Sparsities;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.SparsityPattern;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Patterns that views find by a pass of index sets, where they are exact: those of the numbers of dense Jacobians. */
class SparsityTest {
    private static double[] random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        return random.doubles(n, 0.5, 1.5).toArray();
    }

    private static DifferentiableMapping view(String members, Object... arguments) {
        return (DifferentiableMapping) Compiled.members(members).call("demo.DemoGradient", "fFunction", arguments);
    }

    private static DifferentiableMapping assertExact(String members, Object... arguments) {
        DifferentiableMapping view = view(members, arguments);
        Sparsities.assertExact(view, view.start());
        assertThat(view.sparsity()).isEqualTo(view.sparsity(view.start()));
        return view;
    }

    static final String BROYDEN = """
            @Differentiable
            static double[] f(double[] x) {
                int n = x.length;
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    y[i] = (3 - 2 * x[i]) * x[i] + 1;
                    if (i > 0) {
                        y[i] -= x[i - 1];
                    }
                    if (i < n - 1) {
                        y[i] -= 2 * x[i + 1];
                    }
                }
                return y;
            }
            """;

    @Test
    void broydenTridiagonal() {
        assertExact(BROYDEN, (Object) random(9));
    }

    @Test
    void tenThousandInputs() {
        int n = 10_000;
        DifferentiableMapping view = view(BROYDEN, (Object) random(n));
        assertThat(view.sparsity()).isEqualTo(SparsityPattern.banded(n, n, 1, 1));
    }

    @Test
    void stencilOverRows() {
        assertExact("""
                @Differentiable
                static double[][] f(double[][] u, double k) {
                    int n = u.length;
                    int m = u[0].length;
                    double[][] rates = new double[n][m];
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < m; j++) {
                            double north = i == 0 ? 0 : u[i - 1][j];
                            double south = i == n - 1 ? 0 : u[i + 1][j];
                            double west = j == 0 ? 0 : u[i][j - 1];
                            double east = j == m - 1 ? 0 : u[i][j + 1];
                            rates[i][j] = k * (north + south + east + west - 4 * u[i][j]) + u[i][j] * u[i][j];
                        }
                    }
                    return rates;
                }
                """, new double[][] {random(4), random(5), random(6)}.clone(), 0.3);
    }

    @Test
    void helpersThatGiveNumbersArraysAndNothing() {
        assertExact("""
                @Differentiable
                static double[] f(double[] x, double s) {
                    double[] y = shifted(x);
                    scale(y, s, 1);
                    y[0] = flux(x[0], x[2]) + flux(x[3], 2);
                    return y;
                }
                static double flux(double a, double b) {
                    return a < 0 ? -b : a * Math.exp(b);
                }
                static double[] shifted(double[] x) {
                    double[] y = new double[x.length];
                    for (int i = 1; i < x.length; i++) {
                        y[i] = x[i - 1];
                    }
                    return y;
                }
                static void scale(double[] y, double s, int from) {
                    for (int i = from; i < y.length; i += 2) {
                        y[i] *= s;
                    }
                }
                """, random(6), 1.25);
    }

    @Test
    void recursion() {
        assertExact("""
                @Differentiable
                static void f(double[] x) {
                    prefix(x, 0, x.length);
                }
                static double prefix(double[] x, int from, int to) {
                    if (to - from == 1) {
                        return x[from];
                    }
                    int middle = (from + to) / 2;
                    double left = prefix(x, from, middle);
                    double right = prefix(x, middle, to);
                    for (int i = middle; i < to; i++) {
                        x[i] += left;
                    }
                    return left + right;
                }
                """, (Object) random(7));
    }

    @Test
    void annotatedMethodsOfOtherClasses() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Law {
                    private static final double SCALE = 2.5;
                    @Differentiable
                    static double flow(double a, double b) {
                        return SCALE * a * b;
                    }
                    @Differentiable
                    static double unused(double a) {
                        return a * a;
                    }
                }
                """, Compiled.demo("""
                @Differentiable
                static double[] f(double[] x) {
                    return new double[] {Law.flow(x[1], x[2]), Law.flow(x[0], 3), 7};
                }
                """));
        DifferentiableMapping view =
                (DifferentiableMapping) compiled.call("demo.DemoGradient", "fFunction", (Object) random(4));
        Sparsities.assertExact(view, view.start());
        assertThat(compiled.load("demo.LawSparsity").getDeclaredMethods())
                .extracting("name")
                .as("only what a mapping calls")
                .containsExactly("flow");
    }

    @Test
    void noFormWhereNoMappingIs() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double g(double[] x) {
                    return x[0] * x[1];
                }
                """);
        assertThat(compiled.has("demo.DemoTangent")).isTrue();
        assertThat(compiled.has("demo.DemoSparsity")).isFalse();
    }

    @Test
    void accumulationInPlace() {
        assertExact("""
                @Differentiable
                static void f(double[] x, double c) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i];
                        x[i] = sum;
                    }
                    x[0] = c;
                    x[2] = 4;
                }
                """, random(5), 0.5);
    }

    @Test
    void theBranchTaken() {
        String members = """
                @Differentiable
                static double[] f(double[] x) {
                    double a = x[0] > 1 ? x[1] * 2 : x[2];
                    double b;
                    if (x[3] < x[0]) {
                        b = x[3];
                    } else {
                        b = 1;
                    }
                    double c = switch ((int) x[1]) {
                        case 0 -> x[0];
                        case 1 -> a;
                        default -> 0;
                    };
                    return new double[] {a, b, c, x[0] > 1 ? 3 : x[2]};
                }
                """;
        DifferentiableMapping view = view(members, (Object) new double[] {2, 1, 3, 4});
        Sparsities.assertExact(view, view.start());
        Sparsities.assertExact(view, new double[] {0.5, 0, 3, 0.25});
        Sparsities.assertExact(view, new double[] {1.5, 2.5, 3, 1});
        assertThat(view.sparsity(new double[] {0.5, 0, 3, 0.25})).isNotEqualTo(view.sparsity());
    }

    @Test
    void factorsThatAreZeroHideNothing() {
        DifferentiableMapping view = view("""
                @Differentiable
                static double[] f(double x, double y) {
                    return new double[] {x * y, Math.floor(x), Math.abs(y), Math.max(x, y)};
                }
                """, 0.0, 0.0);
        assertThat(view.sparsity()).isEqualTo(SparsityPattern.of(2, new int[][] {{0, 1}, {}, {1}, {0, 1}}));
        Sparsities.assertCovers(view, view.start());
    }

    @Test
    void singlePrecision() {
        assertExact("""
                @Differentiable
                static float[] f(float[] x, float c, double d) {
                    float[] y = new float[x.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = half(x[i]);
                    }
                    y[0] *= c;
                    y[1] += (float) (d * x[2]);
                    return y;
                }
                static float half(float a) {
                    return a / 2;
                }
                """, new float[] {1, 2, 3, 4}, 1.5f, 0.75);
    }

    @Test
    void swappedAndReplacedRows() {
        String members = """
                @Differentiable
                static void f(double[][] x, double[] y) {
                    double[] first = x[0];
                    x[0] = x[1];
                    x[1] = first;
                    x[2] = new double[] {y[1], 2};
                    x[0][0] += first[1];
                    y[0] = x[0][1];
                }
                """;
        double[][] x = {random(2), random(2), random(2)};
        assertExact(members, x, random(3));
        Mapped.of(members, "f", List.of("x", "y"), List.of("x", "y")).at(x, random(3));
    }

    @Test
    void threeDimensions() {
        assertExact("""
                @Differentiable
                static double[][][] f(double[][][] x) {
                    double[][][] y = new double[x.length][2][];
                    for (int i = 0; i < x.length; i++) {
                        y[i][0] = x[i][1].clone();
                        y[i][1] = new double[] {x[i][0][0] * x[0][0][0]};
                    }
                    return y;
                }
                """, (Object) new double[][][] {{random(2), random(3)}, {random(1), random(2)}});
    }

    @Test
    void fourDimensionsAreNotFollowed() {
        DifferentiableMapping view = view("""
                @Differentiable
                static double[] f(double[][][][] x) {
                    return x[0][0][0];
                }
                """, (Object) new double[][][][] {{{{1, 2}, {3}}}});
        assertThat(view.sparsity()).isEqualTo(SparsityPattern.dense(2, 3));
    }

    /** Of variables as of what generated code calls, and of what it would call its own variables. */
    @Test
    void namesThatAreTaken() {
        assertExact("""
                @Differentiable
                static double[] f(double[] x, double xInputs, double sets, double IndexSet) {
                    double IndexSets = x[1] * xInputs;
                    double DemoSparsity = g(sets, IndexSet);
                    return new double[] {IndexSets, DemoSparsity, x[0] * sets, IndexSet};
                }
                static double g(double inputs, double aInputs) {
                    double a = inputs * aInputs;
                    return a;
                }
                """, random(2), 2.0, 3.0, 4.0);
    }

    @Test
    void privateMembersAndNestedClasses() {
        Compiled compiled = Compiled.members("""
                private static final double[] TABLE = {2, 3};
                private static double at(int i) {
                    return TABLE[i];
                }
                static final class Inner {
                    @Differentiable
                    static void f(float[] x, double[] y) {
                        y[0] = at(0) * x[1];
                        y[1] = TABLE[1];
                    }
                }
                """);
        DifferentiableMapping view = (DifferentiableMapping)
                compiled.call("demo.Demo_InnerGradient", "fFunction", new float[] {1, 2}, new double[3]);
        Sparsities.assertExact(view, view.start());
    }

    @Test
    void methodsOfConstantObjects() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                class Grid {
                    final int width;
                    Grid(int width) {
                        this.width = width;
                    }
                    @Differentiable
                    double[] f(double[] x) {
                        double[] y = new double[x.length];
                        for (int i = 0; i < y.length; i++) {
                            y[i] = i < width ? at(x, i) : at(x, i - width) + at(x, i);
                        }
                        return y;
                    }
                    double at(double[] x, int i) {
                        return x[i] * x[i];
                    }
                    static Grid of(int width) {
                        return new Grid(width);
                    }
                }
                """);
        Object grid = compiled.call("demo.Grid", "of", 2);
        DifferentiableMapping view =
                (DifferentiableMapping) compiled.call("demo.GridGradient", "fFunction", grid, random(5));
        Sparsities.assertExact(view, view.start());
        assertThat(view.sparsity().entries()).isEqualTo(8);
    }
}
