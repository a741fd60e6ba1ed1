package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.Mapped.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Mapped;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jacobians of methods that return arrays or write to them: every {@link Mapped#at} checks record and view alike. */
class JacobianTest {

    private static Object value(Object record) {
        return Mapped.get(record, "value");
    }

    private static double[] numbers(Object record, String component) {
        return (double[]) Mapped.get(record, component);
    }

    private static double[][] rows(Object record, String component) {
        return (double[][]) Mapped.get(record, component);
    }

    @Test
    void residualsOfRosenbrock() {
        Mapped residuals = Mapped.of("""
                @Differentiable
                static double[] residuals(double[] x) {
                    double[] r = new double[2 * (x.length - 1)];
                    for (int i = 0; i + 1 < x.length; i++) {
                        r[2 * i] = 10 * (x[i + 1] - x[i] * x[i]);
                        r[2 * i + 1] = 1 - x[i];
                    }
                    return r;
                }
                """, "residuals", List.of("x"), List.of(RESULT));
        Object record = residuals.at((Object) new double[] {-1.2, 1, 0.5});

        assertThat((double[]) value(record)).hasSize(4);
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {
            {24, 10, 0},
            {-1, 0, 0},
            {0, -20, 10},
            {0, -1, 0}
        });
        residuals.at((Object) new double[] {1, 1});
        residuals.at((Object) new double[] {0.3, -0.7, 2, 4, 0});
    }

    /** Active {@code dxdt} is an output, and an input on which nothing depends. */
    @Test
    void rightHandSideOfAnOrdinaryDifferentialEquation() {
        Mapped lotkaVolterra = Mapped.of("""
                @Differentiable
                static void f(double[] x, @Constant double t, double[] dxdt) {
                    dxdt[0] = x[0] * (2 - x[1]) + Math.sin(t);
                    dxdt[1] = x[1] * (x[0] - 1);
                }
                """, "f", List.of("x", "dxdt"), List.of("dxdt"));
        Object record = lotkaVolterra.at(new double[] {3, 0.5}, 0.25, new double[] {9, 9});

        assertThat(Mapped.components(record.getClass())).containsExactly("value", "x", "dxdt");
        assertThat((double[]) value(record)).containsExactly(3 * 1.5 + Math.sin(0.25), 1);
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{1.5, -3}, {0.5, 2}});
        assertThat(rows(record, "dxdt")).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
    }

    @Test
    void anArrayChangedInPlaceIsInputAndOutput() {
        Mapped scale = Mapped.of("""
                @Differentiable
                static void accumulate(double[] x, double s) {
                    for (int i = 1; i < x.length; i++) {
                        x[i] = s * x[i] + x[i - 1];
                    }
                }
                """, "accumulate", List.of("x", "s"), List.of("x"));
        Object record = scale.at(new double[] {2, 3, 5}, 0.5);

        assertThat((double[]) value(record)).containsExactly(2, 3.5, 6);
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{1, 0, 0}, {1, 0.5, 0}, {1, 0.5, 0.5}});
        assertThat(numbers(record, "s")).containsExactly(0, 3, 8);
    }

    @Test
    void whatIsNeverActiveIsNoOutput() {
        String members = """
                @Differentiable
                static TYPE normalize(double[] x) {
                    double norm = 0;
                    for (double v : x) {
                        norm += v * v;
                    }
                    norm = Math.sqrt(norm);
                    for (int i = 0; i < x.length; i++) {
                        x[i] /= norm;
                    }
                    return RETURN;
                }
                """;
        for (String[] kind : new String[][] {
            {"int", "x.length"}, {"boolean", "norm > 1"}, {"String", "\"done\""}, {"int[]", "new int[] {1, 2}"}
        }) {
            Mapped mapped = Mapped.of(
                    members.replace("TYPE", kind[0]).replace("RETURN", kind[1]),
                    "normalize",
                    List.of("x"),
                    List.of("x"));
            double[][] jacobian = rows(mapped.at((Object) new double[] {3, 4}), "x");
            assertThat(jacobian[0][0]).isCloseTo(16 / 125.0, within(1e-15));
            assertThat(jacobian[0][1]).isCloseTo(-12 / 125.0, within(1e-15));
        }
    }

    @Test
    void theResultThenTheWrittenArraysInOrder() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] a, double[] onlyRead, double s, double[][] b) {
                    double[] r = {a[0] * s, onlyRead[0]};
                    a[1] = r[0] * a[1];
                    b[0][0] += b[1][0] * onlyRead[0];
                    return r;
                }
                """, "f", List.of("a", "onlyRead", "s", "b"), List.of(RESULT, "a", "b"));
        Object record = mapped.at(new double[] {2, 3}, new double[] {5}, 7.0, new double[][] {{11}, {13}});

        assertThat(Mapped.components(record.getClass()))
                .containsExactly("value", "aValue", "bValue", "a", "onlyRead", "s", "b");
        assertThat((double[]) value(record)).containsExactly(14, 5);
        assertThat(numbers(record, "aValue")).containsExactly(2, 42);
        assertThat(rows(record, "bValue")).isDeepEqualTo(new double[][] {{76}, {13}});
        assertThat(rows(record, "a")).isDeepEqualTo(new double[][] {{7, 0}, {0, 0}, {1, 0}, {21, 14}, {0, 0}, {0, 0}});
        assertThat(rows(record, "onlyRead")).isDeepEqualTo(new double[][] {{0}, {1}, {0}, {0}, {13}, {0}});
        assertThat(numbers(record, "s")).containsExactly(2, 0, 0, 6, 0, 0);
        assertThat(rows(record, "b")).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 5}, {0, 1}});
    }

    @Test
    void matrices() {
        Mapped product = Mapped.of("""
                @Differentiable
                static double[][] product(double[][] a, @Constant double[][] b) {
                    double[][] c = new double[a.length][b[0].length];
                    for (int i = 0; i < a.length; i++) {
                        for (int j = 0; j < b[0].length; j++) {
                            for (int k = 0; k < b.length; k++) {
                                c[i][j] += a[i][k] * b[k][j];
                            }
                        }
                    }
                    return c;
                }
                """, "product", List.of("a"), List.of(RESULT));
        Object record = product.at(new double[][] {{1, 2}}, new double[][] {{3, 5, 7}, {4, 6, 8}});

        assertThat((double[][]) value(record)).isDeepEqualTo(new double[][] {{11, 17, 23}});
        assertThat(rows(record, "a")).isDeepEqualTo(new double[][] {{3, 4}, {5, 6}, {7, 8}});
        product.at(new double[][] {{1, 2}, {-1, 0.5}}, new double[][] {{3, 5}, {4, 6}});
    }

    @Test
    void jaggedRowsAndNullRowsAndCubes() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[][][] f(double[][] m) {
                    double[][][] cube = new double[2][][];
                    cube[1] = new double[][] {{m[0][0] * m[2][1]}, new double[0], {m[2][0], m[0][0] * m[0][0]}};
                    return cube;
                }
                """, "f", List.of("m"), List.of(RESULT));
        Object record = mapped.at((Object) new double[][] {{2}, {}, {3, 5}});

        assertThat(rows(record, "m")).isDeepEqualTo(new double[][] {{5, 0, 2}, {0, 1, 0}, {4, 0, 0}});
        double[][][] value = (double[][][]) value(record);
        assertThat(value[0]).isNull();
        assertThat(value[1][1]).isEmpty();
    }

    @Test
    void emptyArrays() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] x, double[] y) {
                    double[] r = new double[y.length];
                    for (int i = 0; i < x.length && i < y.length; i++) {
                        r[i] = x[i] * y[i];
                    }
                    return r;
                }
                """, "f", List.of("x", "y"), List.of(RESULT));
        assertThat(rows(mapped.at(new double[] {1, 2}, new double[0]), "x")).isEmpty();
        assertThat(rows(mapped.at(new double[0], new double[] {1, 2}), "x")).isDeepEqualTo(new double[2][0]);
        assertThat(rows(mapped.at(new double[0], new double[0]), "y")).isEmpty();
    }

    @Test
    void noInputsAndSomeOutputs() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] x, int n) {
                    double[] r = new double[n];
                    for (int i = 0; i < n; i++) {
                        r[i] = i;
                        for (double v : x) {
                            r[i] += v;
                        }
                    }
                    return r;
                }
                """, "f", List.of("x"), List.of(RESULT));
        Object record = mapped.at(new double[0], 3);

        assertThat((double[]) value(record)).containsExactly(0, 1, 2);
        assertThat(rows(record, "x")).isDeepEqualTo(new double[3][0]);
    }

    @Test
    void scalarsAlone() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] polar(double r, double phi, @Constant double scale) {
                    return new double[] {r * Math.cos(phi), r * Math.sin(phi) * scale};
                }
                """, "polar", List.of("r", "phi"), List.of(RESULT));
        Object record = mapped.at(2.0, 0.5, 3.0);

        assertThat(numbers(record, "r")).containsExactly(Math.cos(0.5), 3 * Math.sin(0.5));
    }

    /** Only one kind of numbers depends on the input: the others are zero, and there. */
    @Test
    void constantOutputsHaveRowsOfZeros() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] x, @Constant double[] c) {
                    x[0] = 4;
                    return c;
                }
                """, "f", List.of("x"), List.of(RESULT, "x"));
        Object record = mapped.at(new double[] {1, 2}, new double[] {3});
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}, {0, 1}});
    }

    @Test
    void theResultMayBeTheArgument() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] x) {
                    x[0] *= x[1];
                    return x;
                }
                """, "f", List.of("x"), List.of(RESULT, "x"));
        Object record = mapped.at((Object) new double[] {2, 3});
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{3, 2}, {0, 1}, {3, 2}, {0, 1}});
    }

    /** What the method writes to, whether by another name, in a helper, or into a constant array. */
    @Test
    void everyPassStartsFromWhatTheCallerGave() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static void f(double[][] x, @Constant double[] work, int[] count) {
                    double[] first = x[0];
                    work[0] += 1;
                    count[0]++;
                    add(first, x[1][0] * work[0] + count[0]);
                }
                static void add(double[] into, double v) {
                    into[0] = into[0] * v;
                }
                """, "f", List.of("x"), List.of("x"));
        Object record = mapped.at(new double[][] {{2}, {3}}, new double[] {4}, new int[] {6});

        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{22, 10}, {0, 1}});
    }

    /** The method may leave other rows in the array than it found, of other lengths even. */
    @Test
    void replacedRows() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static void f(double[][] x, double s) {
                    double[] row = x[0];
                    x[0] = new double[] {s * x[1][0]};
                    x[1] = new double[] {row[1], row[0]};
                }
                """, "f", List.of("x", "s"), List.of("x"));
        Object record = mapped.at(new double[][] {{2, 3, 5}, {7}}, 11.0);

        assertThat((double[][]) value(record)).isDeepEqualTo(new double[][] {{77}, {3, 2}});
        assertThat(rows(record, "x")).isDeepEqualTo(new double[][] {{0, 0, 0, 11}, {0, 1, 0, 0}, {1, 0, 0, 0}});
        assertThat(numbers(record, "s")).containsExactly(7, 0, 0);
    }

    /** A double result is a gradient, whatever else the method writes. */
    @Test
    void scalarMethodsThatWriteKeepTheirGradient() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double[] x) {
                    x[0] *= x[1];
                    return x[0];
                }
                """);
        Object record = compiled.call("demo.DemoGradient", "f", (Object) new double[] {2, 3});
        assertThat(record.getClass().getSimpleName()).isEqualTo("FGradient");
        assertThat(numbers(record, "x")).containsExactly(3, 2);
    }

    private static final String UNEVEN = """
            @Differentiable
            static double[] f(double x) {
                double[] r = new double[x > 2 ? 3 : 2];
                r[0] = x * x;
                return r;
            }
            """;

    @Test
    void theNumberOfOutputsIsThatAtTheStart() {
        Mapped mapped = Mapped.of(UNEVEN, "f", List.of("x"), List.of(RESULT));
        mapped.at(1.0);
        mapped.at(5.0);
        DifferentiableMapping view = mapped.view(1.0);
        assertThatThrownBy(() -> view.value(new double[] {3}, new double[2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 outputs at this point, but 2 at start()");
        double[] y = new double[2];
        view.value(new double[] {1.5}, y);
        assertThat(y).containsExactly(2.25, 0);
    }

    @Test
    void constantsAreCapturedByReference() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static double[] f(double[] x, @Constant double[] c) {
                    return new double[] {x[0] * c[0]};
                }
                """, "f", List.of("x"), List.of(RESULT));
        double[] x = {2};
        double[] c = {3};
        DifferentiableMapping view = mapped.view(x, c);
        x[0] = 100;
        c[0] = 10;
        double[] y = new double[1];
        double[][] jacobian = new double[1][1];
        view.jacobian(view.start(), y, jacobian);
        assertThat(y).containsExactly(20);
        assertThat(jacobian).isDeepEqualTo(new double[][] {{10}});
    }

    /** What the caller does to rows afterwards is nothing to the view. */
    @Test
    void theShapeIsThatOfTheStart() {
        Mapped mapped = Mapped.of("""
                @Differentiable
                static void f(double[][] x) {
                    x[0] = new double[] {x[0][0] * x[1][0]};
                }
                """, "f", List.of("x"), List.of("x"));
        double[][] x = {{2}, {3}};
        DifferentiableMapping view = mapped.view((Object) x);
        x[0] = new double[] {7, 8, 9};
        double[] y = new double[2];
        double[][] jacobian = new double[2][2];
        view.jacobian(view.start(), y, jacobian);
        assertThat(y).containsExactly(6, 3);
        assertThat(jacobian).isDeepEqualTo(new double[][] {{3, 2}, {0, 1}});
    }

    /** The receiver is a constant, and the first parameter. */
    @Test
    void methodsOfObjects() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public final class Springs {
                    private final double stiffness;
                    Springs(double stiffness) {
                        this.stiffness = stiffness;
                    }
                    double stiffness() {
                        return stiffness;
                    }
                    static Springs of(double stiffness) {
                        return new Springs(stiffness);
                    }
                    @Differentiable
                    double[] forces(double[] x) {
                        return new double[] {stiffness() * (x[1] - x[0]), stiffness() * (x[0] - x[1])};
                    }
                    @Differentiable
                    int step(double[] x, double h) {
                        x[0] += h * stiffness() * x[1];
                        return 1;
                    }
                }
                """);
        Object springs = compiled.call("demo.Springs", "of", 3.0);
        Object forces = compiled.call("demo.SpringsGradient", "forces", springs, new double[] {1, 5});
        Object step = compiled.call("demo.SpringsGradient", "step", springs, new double[] {1, 5}, 0.5);

        assertThat((double[]) value(forces)).containsExactly(12, -12);
        assertThat(rows(forces, "x")).isDeepEqualTo(new double[][] {{-3, 3}, {3, -3}});
        assertThat((double[]) value(step)).containsExactly(8.5, 5);
        assertThat(rows(step, "x")).isDeepEqualTo(new double[][] {{1, 1.5}, {0, 1}});
        assertThat(numbers(step, "h")).containsExactly(15, 0);
    }

    @Test
    void nullResultsAndNullArguments() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] f(double x, double[] r, @Constant double[] c) {
                    if (x > 0) {
                        r[0] = x;
                        c[0] = 1;
                    }
                    return r;
                }
                """);
        Object record = compiled.call("demo.DemoGradient", "f", -1.0, null, null);

        assertThat(value(record)).isNull();
        assertThat(numbers(record, "x")).isEmpty();
        assertThat(rows(record, "r")).isEmpty();
    }

    /** What the method throws comes out as it is, and the next call is none the worse. */
    @Test
    void exceptionsComeThrough() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static void f(double[] x, int i) {
                    x[0] *= 2;
                    x[i] *= x[0];
                }
                """);
        double[] x = {1, 2};
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", x, 2))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(x).containsExactly(1, 2);
        assertThat(rows(compiled.call("demo.DemoGradient", "f", x, 1), "x"))
                .isDeepEqualTo(new double[][] {{2, 0}, {4, 2}});
        assertThatThrownBy(() -> compiled.call("demo.DemoGradient", "f", null, 1))
                .isInstanceOf(NullPointerException.class);
    }
}
