package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.LaneViews;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many directions a pass, in rows: which methods have a form for them, and that it has the bits of passes of one direction. What is checked
 * for all views with few inputs is {@link LaneViews}' part.
 */
class RowsTest {
    private static double[] point(int n) {
        return new SplittableRandom(n).doubles(n, 0.25, 2).toArray();
    }

    private static void checkRows(Object view) {
        assertThat(LaneViews.endsRowPass(view)).as("ends a pass with rows").isTrue();
        LaneViews.check(view);
    }

    private static Object view(String members, Object... arguments) {
        return Compiled.members(members).call("demo.DemoGradient", "fFunction", arguments);
    }

    private static boolean hasRows(Compiled compiled) {
        return compiled.has("demo.DemoLanes")
                && compiled.codeLengths("demo.DemoLanes").keySet().stream().anyMatch(name -> name.contains("xRows"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 64, 65, 130})
    void helpersWithNumbersAndWithArrays(int n) {
        checkRows(view("""
                @Differentiable
                static double f(double[] x, double a) {
                    double[] y = new double[x.length];
                    scale(x, a, y);
                    double sum = norm(y) * a;
                    for (int i = 1; i < x.length; i++) {
                        sum += term(x[i - 1], y[i]);
                    }
                    return sum - norm(x);
                }
                private static void scale(double[] x, double a, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] = a * x[i] - 0.5;
                        y[i] *= y[i];
                    }
                }
                private static double norm(double[] y) {
                    double sum = 0;
                    for (double each : y) {
                        sum += each * each;
                    }
                    return Math.sqrt(sum);
                }
                private static double term(double x, double y) {
                    double off = y - x * x;
                    return off * off + x * Math.exp(-y);
                }
                """, point(n), 1.25));
    }

    @Test
    void arraysOfArraysThatMoveAboutAndLiterals() {
        checkRows(view(
                """
                @Differentiable
                static double[] f(double[][] m, double[][][] deep, double[] v) {
                    double[][] r = turned(v[0], v[1]);
                    double[][] all = new double[m.length][];
                    for (int i = 0; i < m.length; i++) {
                        all[i] = new double[] {m[i][0] * r[0][0], -0.0, v[1] + m[i][1], 3};
                    }
                    double[] first = all[0];
                    all[0] = all[1];
                    all[1] = first;
                    double[] y = new double[m.length + 1];
                    for (int i = 0; i < m.length; i++) {
                        y[i] = all[i][0] * all[i][2] + all[i][3] * r[1][0] / (2 + all[i][1]);
                        y[i] -= deep[0][i % 2][0] * y[i];
                    }
                    y[m.length] += y[0];
                    return y;
                }
                private static double[][] turned(double a, double b) {
                    if (a > b) {
                        return new double[][] {{a, b}, {b, 0}};
                    }
                    double c = Math.cos(a) * b;
                    return new double[][] {{c, 1}, {-c, b}};
                }
                """,
                new double[][] {{1, 2}, {3, 4}, {-1, 0.5}}, new double[][][] {{{2}, {0.25}}}, new double[] {0.5, 0.75
                }));
    }

    @Test
    void choicesAndLoopsOfAllKinds() {
        checkRows(view("""
                @Differentiable
                static double f(double[] x, int n) {
                    double best = x[0];
                    double sum = x[0] > 1 ? x[1] * 2 : Math.log(x[1]);
                    int i = 0;
                    while (i < n) {
                        i++;
                        if (x[i] < 0.5) {
                            continue;
                        }
                        sum += x[i] > 1 ? best * x[i] : Math.pow(x[i], 1.5) + Math.max(best, x[i]);
                        double old = best;
                        best = sum;
                        sum -= old;
                        switch (i % 3) {
                            case 0:
                                double half = best / 2;
                                sum += half;
                                break;
                            case 1:
                                half = best / 3;
                                sum *= half;
                                break;
                            default:
                                sum = -sum;
                        }
                        if (sum > 1e6) {
                            return best;
                        }
                    }
                    outer:
                    for (int j = 0; j < n; j++) {
                        for (double each : x) {
                            if (each > 1.9) {
                                continue outer;
                            }
                            sum += each * best;
                        }
                    }
                    return sum / (1 + best * best);
                }
                """, point(20), 19));
    }

    @Test
    void secondDerivativesBesides() {
        Compiled compiled = Compiled.members("""
                @Differentiable(order = 2)
                static double f(double[] x) {
                    double sum = 0;
                    for (int i = 1; i < x.length; i++) {
                        sum += x[i] * x[i - 1] * x[i];
                    }
                    return sum;
                }
                """);
        checkRows(compiled.call("demo.DemoGradient", "fFunction", (Object) point(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // written to
                "static double f(double[] x) { x[0] *= x[1]; return x[0]; }",
                "static double f(double[] x) { double[] y = x; y[0] *= x[1]; return x[0]; }",
                "static double f(double[] x, double a) { a *= x[0]; return a * a; }",
                // other numbers
                "static double f(double[] x, float a) { return x[0] * a; }",
                "static float f(float[] x) { return x[0] * x[1]; }",
                // a handler, which would see how far the method has come
                "static double f(double[] x) { double s = x[0]; try { s *= x[1]; s *= x[99]; }"
                        + " catch (RuntimeException e) { s += x[1]; } return s; }",
                // only numbers
                "static double f(double a, double b) { return a * b; }",
                // comes back to itself
                "static double f(double[] x) { return g(x, 0); } private static double g(double[] x, int i) {"
                        + " return i < x.length ? x[i] * g(x, i + 1) : 1; }"
            })
    void noRowsBut(String method) {
        Compiled compiled = Compiled.members("@Differentiable " + method);
        assertThat(hasRows(compiled)).isFalse();
    }

    @Test
    void noRowsWhereFewerLanesAreAskedFor() {
        Compiled compiled = Compiled.withOptions(
                List.of("-Apushforward.lanes=4"),
                Compiled.demo("@Differentiable static double f(double[] x) { return x[0] * x[1]; }"));
        assertThat(hasRows(compiled)).isFalse();
    }

    @Test
    void noFormIsLargerThanHotSpotCompiles() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            body.append("s += x[").append(i % 7).append("] * s / (1 + s * s);\nif (s > 3) { s -= 2; }\n");
        }
        Compiled compiled = Compiled.members(
                "@SuppressWarnings(\"pushforward\") @Differentiable static double f(double[] x) { double s = 1;\n"
                        + body + "return s; }");
        assertThat(hasRows(compiled)).isFalse();
    }

    @Test
    void exceptionsAreThoseOfTheOriginal() {
        DifferentiableFunction f = (DifferentiableFunction) view("""
                @Differentiable
                static double f(double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * x[i];
                        if (x[i] < 0) {
                            throw new IllegalStateException("sum is " + sum);
                        }
                    }
                    return sum;
                }
                """, (Object) point(40));
        double[] x = point(40);
        double[] gradient = new double[40];
        f.gradient(x, gradient);
        double[] wrong = x.clone();
        wrong[3] = -1;
        assertThatThrownBy(() -> f.gradient(wrong, gradient))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sum is ");
        f.gradient(x, gradient);
        assertThat(gradient)
                .containsExactly(Arrays.stream(x).map(each -> 2 * each).toArray());
    }

    @Test
    void jacobiansByRecordToo() throws ReflectiveOperationException {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] f(double[] x, double a) {
                    double[] y = new double[3];
                    for (int i = 0; i < x.length; i++) {
                        y[i % 3] += a * x[i] * x[i];
                    }
                    return y;
                }
                """);
        double[] x = point(30);
        DifferentiableMapping view = (DifferentiableMapping) compiled.call("demo.DemoGradient", "fFunction", x, 2.0);
        checkRows(view);
        Object jacobian = compiled.call("demo.DemoGradient", "f", x, 2.0);
        Method component = jacobian.getClass().getMethod("x");
        component.setAccessible(true);
        double[][] rows = (double[][]) component.invoke(jacobian);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < x.length; j++) {
                assertThat(rows[i][j]).isEqualTo(j % 3 == i ? 2.0 * 2.0 * x[j] : 0);
            }
        }
    }
}
