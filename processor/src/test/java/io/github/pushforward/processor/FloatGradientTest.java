package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.DifferentiableMapping;
import io.github.pushforward.runtime.Dual;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gradients and Jacobians of methods over {@code float}: in the parameters' own types, flat views in {@code double}. */
class FloatGradientTest {
    private static final Compiled MIXED = Compiled.members("""
            @Differentiable
            static float f(float x, float[] a, double[] b, float[][] m) {
                a[0] *= 2;
                float sum = x * a[0] * a[1] + (float) b[0] * m[1][0];
                m[0] = m[1];
                return sum;
            }
            @Differentiable
            static float scalars(float x, double y) {
                return x * x * (float) y;
            }
            @Differentiable
            static double wide(float x) {
                return x * 3.0;
            }
            @Differentiable
            static float[] pair(float[] x, double s) {
                return new float[] {x[0] * x[1], (float) s * x[0]};
            }
            """);

    private static Object[] arguments() {
        return new Object[] {3f, new float[] {5, 7}, new double[] {0.5}, new float[][] {{1}, {11}}};
    }

    @Test
    void componentsHaveTheTypesOfTheirParameters() {
        Object[] arguments = arguments();

        Object gradient = MIXED.call("demo.DemoGradient", "f", arguments);

        assertThat(gradient).extracting("value").isEqualTo(215.5f);
        assertThat(gradient).extracting("x").isEqualTo(70f);
        assertThat(gradient).extracting("a").isEqualTo(new float[] {42, 30});
        assertThat(gradient).extracting("b").isEqualTo(new double[] {11});
        assertThat(gradient).extracting("m").isEqualTo(new float[][] {{0}, {0.5f}});
        assertThat(Arrays.deepToString(arguments)).isEqualTo(Arrays.deepToString(arguments()));
    }

    @Test
    void scalarsAlone() {
        Object gradient = MIXED.call("demo.DemoGradient", "scalars", 3f, 2.0);

        assertThat(gradient).extracting("value").isEqualTo(18f);
        assertThat(gradient).extracting("x").isEqualTo(12f);
        assertThat(gradient).extracting("y").isEqualTo(9.0);
        assertThat(MIXED.call("demo.DemoGradient", "wide", 2f)).extracting("x").isEqualTo(3f);
    }

    @Test
    void forwardGradients() {
        Object estimate = MIXED.call("demo.DemoGradient", "scalarsForward", 3f, 2.0, new SplittableRandom(1));
        Object along = MIXED.call("demo.DemoGradient", "scalarsAlong", 3f, 2.0, 2f, 1.0);

        assertThat(estimate).extracting("value").isEqualTo(18f);
        // (∇f·v)v = (12 · 2 + 9)(2, 1)
        assertThat(along).extracting("x").isEqualTo(66f);
        assertThat(along).extracting("y").isEqualTo(33.0);
    }

    @Test
    void theFlatViewWorksInDouble() {
        DifferentiableFunction view =
                (DifferentiableFunction) MIXED.call("demo.DemoGradient", "fFunction", arguments());

        assertThat(view.start()).containsExactly(3, 5, 7, 0.5, 1, 11);
        double[] gradient = new double[6];
        assertThat(view.gradient(view.start(), gradient)).isEqualTo(215.5);
        assertThat(gradient).containsExactly(70, 42, 30, 11, 0, 0.5);
        double[] x = {0.1, 5, 7, 0.5, 1, 11};
        // 0.1 is rounded to a float on its way in.
        assertThat(view.value(x)).isEqualTo((double) (0.1f * 10f * 7f + 5.5f));
        Dual dual = view.along(x, new double[] {1, 0, 0, 0, 0, 0});
        assertThat(dual.tangent()).isCloseTo(70, within(1e-4));
    }

    @Test
    void jacobians() {
        Object jacobian = MIXED.call("demo.DemoGradient", "pair", new float[] {3, 5}, 2.0);

        assertThat(jacobian).extracting("value").isEqualTo(new float[] {15, 6});
        assertThat(jacobian).extracting("x").isEqualTo(new double[][] {{5, 3}, {2, 0}});
        assertThat(jacobian).extracting("s").isEqualTo(new double[] {0, 3});
        DifferentiableMapping view =
                (DifferentiableMapping) MIXED.call("demo.DemoGradient", "pairFunction", new float[] {3, 5}, 2.0);
        double[] y = new double[2];
        view.value(new double[] {1, 2, 3}, y);
        assertThat(y).containsExactly(2, 3);
    }

    @Test
    void namesThatAreTaken() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static float f(float value, float flat, float[] dual, float at) {
                    return value * flat + dual[0] * at;
                }
                @Differentiable
                static float g(float dual, float value) {
                    return dual * value;
                }
                """);

        Object gradient = compiled.call("demo.DemoGradient", "f", 2f, 3f, new float[] {5}, 7f);
        assertThat(gradient).extracting("valueGradient").isEqualTo(3f);
        assertThat(gradient).extracting("dual").isEqualTo(new float[] {7});
        assertThat(compiled.call("demo.DemoGradient", "g", 2f, 3f))
                .extracting("dual")
                .isEqualTo(3f);
    }
}
