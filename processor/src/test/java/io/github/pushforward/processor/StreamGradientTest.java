package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.GradientCheck;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gradients and Jacobians of methods that are written with streams. */
class StreamGradientTest {
    private static final Compiled DEMO = Compiled.sources("""
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            import java.util.Arrays;
            import java.util.stream.IntStream;
            final class Demo {
                @Differentiable
                static double loss(double[] weights, double bias, @Constant double[][] points, int[] labels) {
                    return IntStream.range(0, points.length)
                                    .mapToDouble(i -> labels[i] * (bias + dot(weights, points[i])))
                                    .map(margin -> Math.log1p(Math.exp(-margin)))
                                    .average()
                                    .orElse(0)
                            + 0.01 * Arrays.stream(weights).map(w -> w * w).sum();
                }
                private static double dot(double[] a, double[] b) {
                    return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
                }
                @Differentiable
                static double[] softmax(double[] x) {
                    double max = Arrays.stream(x).max().orElseThrow();
                    double[] exp = Arrays.stream(x).map(v -> Math.exp(v - max)).toArray();
                    double total = Arrays.stream(exp).sum();
                    return Arrays.stream(exp).map(v -> v / total).toArray();
                }
            }
            """);

    @Test
    void gradient() {
        double[][] points = {{1, 2}, {-0.5, 0.3}, {0.2, -1.4}};
        DifferentiableFunction loss = (DifferentiableFunction) DEMO.call(
                "demo.DemoGradient", "lossFunction", new double[] {0.3, -0.7}, 0.2, points, new int[] {1, -1, 1});
        GradientCheck.Report report = GradientCheck.of(loss).at(loss.start());
        assertThat(report.passed(1e-7)).as("%s", report).isTrue();
    }

    /** ∂yᵢ/∂xₖ = yᵢ(δᵢₖ − yₖ) */
    @Test
    void jacobian() throws ReflectiveOperationException {
        double[] x = {0.5, -1.2, 2.0};
        Object result = DEMO.call("demo.DemoGradient", "softmax", (Object) x);
        double[] y = (double[]) component(result, "value");
        double[][] jacobian = (double[][]) component(result, "x");
        IntStream.range(0, 9).forEach(at -> {
            int i = at / 3;
            int k = at % 3;
            assertThat(jacobian[i][k]).isCloseTo(y[i] * ((i == k ? 1 : 0) - y[k]), within(1e-15));
        });
    }

    private static Object component(Object result, String name) throws ReflectiveOperationException {
        java.lang.reflect.Method accessor = result.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(result);
    }
}
