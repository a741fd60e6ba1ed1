package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Twice;
import io.github.pushforward.runtime.TwiceDifferentiableFunction;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hessians with several second directions a pass: the same bits for every number of lanes. */
class SecondOrderLanesTest {
    private static final String MEMBERS = """
            private static final double[] WEIGHTS = {0.5, 2, 3, -1, 0.25, 1, 4};

            @Differentiable(order = 2)
            static double formula(double[] x) {
                double sum = 0;
                for (int i = 1; i < x.length; i++) {
                    double y = WEIGHTS[i] * x[i] * x[i - 1];
                    sum += Math.log1p(y * y) + Math.atan2(y, x[i]) + Math.pow(x[i] * x[i], x[0]) + Math.hypot(y, x[0]);
                }
                return Math.sqrt(sum * sum + 1) / (2 + Math.sin(x[0]));
            }

            @Differentiable(order = 2)
            static double written(double[] x) {
                double[][] rows = {x.clone(), new double[x.length]};
                for (int i = 0; i < x.length; i++) {
                    x[i] *= x[(i + 1) % x.length];
                    rows[1][i] = Math.max(x[i], rows[0][i]) * rows[0][i];
                }
                java.util.Arrays.sort(rows[1]);
                swap(rows);
                return dot(rows[0], x) * rows[1][2];
            }

            private static void swap(double[][] rows) {
                double[] first = rows[0];
                rows[0] = rows[1];
                rows[1] = first;
            }

            private static double dot(double[] a, double[] b) {
                double sum = 0;
                for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
                return sum;
            }

            @Differentiable(order = 2)
            static double elsewhere(double[] x) {
                double norm = Other.norm(x);
                Other.scale(x, norm);
                return x[0] * x[1] * Other.norm(x) + (norm > 1 ? norm * x[2] : x[2] * x[2]);
            }

            @Differentiable(order = 2)
            static float single(float[] x) {
                float product = 1;
                for (float each : x) product *= each + each * each;
                return (float) Math.exp(product * 0.01f);
            }
            """;

    private static final String OTHER = """
            package demo;
            import io.github.pushforward.Differentiable;
            final class Other {
                @Differentiable(order = 2)
                static double norm(double[] x) {
                    double sum = 0;
                    for (double each : x) sum += each * each;
                    return Math.sqrt(sum);
                }
                @Differentiable(order = 2)
                static void scale(double[] x, double s) {
                    for (int i = 0; i < x.length; i++) x[i] *= s;
                }
            }
            """;

    private static Compiled one;

    @BeforeAll
    static void compileOneDirection() {
        one = compiled(1);
    }

    private static Compiled compiled(int lanes) {
        return Compiled.withOptions(List.of("-Apushforward.lanes=" + lanes), Compiled.demo(MEMBERS), OTHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theSameBits(int lanes) {
        Compiled several = compiled(lanes);
        assertThat(several.load("demo.DemoSecondOrderLanes").getDeclaredMethods())
                .isNotEmpty();
        for (String name : List.of("formula", "written", "elsewhere", "single")) {
            for (int n : new int[] {3, 5, 7}) {
                double[] x = new SplittableRandom(n).doubles(n, 0.3, 1.5).toArray();
                Object point = name.equals("single") ? floats(x) : x;
                assertThat(numbers(several, name, point))
                        .as("%s, n = %d", name, n)
                        .isEqualTo(numbers(one, name, point));
            }
        }
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            floats[i] = (float) x[i];
        }
        return floats;
    }

    /** The bits of value, gradient, Hessian and a product of it. */
    private static String numbers(Compiled compiled, String name, Object point) {
        TwiceDifferentiableFunction f = Twice.of(compiled, name).function(point);
        double[] x = f.start();
        double[] gradient = new double[x.length];
        double[][] hessian = new double[x.length][x.length];
        double[] product = new double[x.length];
        double value = f.hessian(x, gradient, hessian);
        f.hessianVector(x, new SplittableRandom(1).doubles(x.length, -1, 1).toArray(), product);
        // Equal texts, equal bits: every double has a text of its own.
        return value + Arrays.toString(gradient) + Arrays.deepToString(hessian) + Arrays.toString(product);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void exceptionsAreThoseOfTheMethod(int lanes) {
        TwiceDifferentiableFunction f = Twice.of(compiled(lanes), "written").function(new double[] {1, 2});

        assertThatThrownBy(() -> f.hessian(f.start(), new double[2], new double[2][2]))
                .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
}
