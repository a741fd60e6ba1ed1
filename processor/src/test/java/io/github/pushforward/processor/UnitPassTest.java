package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of a few numbers, whose gradient is one pass along constant unit directions: its bits are those of a pass for each. */
class UnitPassTest {

    private static final String MEMBERS = """
            @Differentiable
            static double f(double a, int n, float b, @Constant double c, double d) {
                double sum = a;
                for (int i = 0; i < n; i++) {
                    sum = Math.sin(sum * b) + d / (c + i) * Math.exp(-a);
                }
                return sum * Math.pow(Math.abs(a), 1.5) - b;
            }
            @Differentiable
            static float g(float a, float b) {
                return a * b + (float) Math.sqrt(a);
            }
            @Differentiable
            static double five(double a, double b, double c, double d, double e) {
                return a * b / c + Math.atan2(d, e) * a;
            }
            @Differentiable
            static double one(double a) {
                return Math.cos(a) * a;
            }
            @Differentiable
            static double checked(double a, double b) {
                if (a > b) {
                    throw new IllegalArgumentException("a is " + a);
                }
                return Math.sqrt(b - a);
            }
            """;

    private static void assertBitsOfSinglePasses(DifferentiableFunction f, double[] x) {
        double[] gradient = new double[x.length];
        Arrays.fill(gradient, 7);
        double value = f.gradient(x, gradient);
        assertThat(Double.valueOf(value)).isEqualTo(Double.valueOf(f.value(x)));
        for (int i = 0; i < x.length; i++) {
            double[] unit = new double[x.length];
            unit[i] = 1;
            assertThat(Double.doubleToLongBits(gradient[i]))
                    .as("derivative by input %d", i)
                    .isEqualTo(Double.doubleToLongBits(f.along(x, unit).tangent()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void gradientsHaveTheBitsOfSinglePasses(int lanes) {
        Compiled compiled = Compiled.withOptions(List.of("-Apushforward.lanes=" + lanes), Compiled.demo(MEMBERS));
        for (double a : new double[] {0.5, -1.25, 0, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertBitsOfSinglePasses(
                    (DifferentiableFunction) compiled.call("demo.DemoGradient", "fFunction", 1.0, 3, 0.5f, 2.0, -0.75),
                    new double[] {a, 0.5f, -0.75});
            assertBitsOfSinglePasses(
                    (DifferentiableFunction) compiled.call("demo.DemoGradient", "gFunction", 1f, 2f),
                    new double[] {(float) a, 0.25f});
            assertBitsOfSinglePasses(
                    (DifferentiableFunction)
                            compiled.call("demo.DemoGradient", "fiveFunction", 1.0, 2.0, 3.0, 4.0, 5.0),
                    new double[] {a, 2, 3, a, 5});
            assertBitsOfSinglePasses(
                    (DifferentiableFunction) compiled.call("demo.DemoGradient", "oneFunction", 1.0), new double[] {a});
        }
    }

    @Test
    void exceptionsAreThoseOfTheOriginal() {
        Compiled compiled = Compiled.members(MEMBERS);
        DifferentiableFunction f =
                (DifferentiableFunction) compiled.call("demo.DemoGradient", "checkedFunction", 1.0, 2.0);
        assertThatThrownBy(() -> f.gradient(new double[] {3, 2}, new double[2]))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("a is 3.0");
        assertBitsOfSinglePasses(f, new double[] {1, 2});
    }
}
