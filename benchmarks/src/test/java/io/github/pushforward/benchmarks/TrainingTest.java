package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is timed against each other computes the same, where there are too many inputs for a pass along each. */
class TrainingTest {
    private static final double TOLERANCE = 1e-10;
    private static final double STEP = 1e-5;

    @TestFactory
    List<DynamicTest> kernels() {
        List<DynamicTest> tests = new ArrayList<>();
        for (KernelBenchmark kernel : Kernels.all()) {
            if (kernel instanceof TrainingBenchmark training) {
                training.setUp();
                String name = kernel.id() + " ";
                tests.add(DynamicTest.dynamicTest(name + "forms", () -> formsAgree(training)));
                tests.add(DynamicTest.dynamicTest(name + "backprop", () -> backpropIsTheGradient(training)));
                tests.add(DynamicTest.dynamicTest(name + "forwardGradient", () -> forwardGradientIsOne(training)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void formsAgree(TrainingBenchmark kernel) throws ReflectiveOperationException {
        assertThat(Kernels.forms(kernel))
                .extracting(Method::getName)
                .contains("primal", "tangent", "handTangent", "univariateDerivative1", "forwardGradient", "backprop");
        double[] value = Form.primal(kernel).values();
        double[] gradient = kernel.gradientByBackprop();
        assertThat(gradient).hasSize(kernel.inputs());
        assertThat(kernel.function().start()).hasSize(kernel.inputs());
        for (String form : List.of("tangent", "handTangent", "univariateDerivative1")) {
            Form.of(kernel, kernel.getClass().getMethod(form))
                    .requireSame(value, new double[][] {gradient}, TOLERANCE / kernel.inputs());
        }
        assertThat((double) kernel.getClass().getMethod("backprop").invoke(kernel))
                .isCloseTo(value[0], within(TOLERANCE * value[0]));
    }

    /** Against the generated tangent and against central differences, at components of every part of the parameters. */
    private static void backpropIsTheGradient(TrainingBenchmark kernel) {
        double[] gradient = kernel.gradientByBackprop();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        DifferentiableFunction function = kernel.function();
        int n = kernel.inputs();
        double[] x = function.start();
        double[] unit = new double[n];
        int[] some = new Random(5).ints(40, 0, n).toArray();
        some[0] = 0;
        for (int last = 1; last <= 12; last++) {
            some[last] = n - last; // the bias of the scores, and weights before it
        }
        for (int i : some) {
            unit[i] = 1;
            assertThat(gradient[i]).isCloseTo(function.along(x, unit).tangent(), within(TOLERANCE * largest));
            unit[i] = 0;

            double middle = x[i];
            x[i] = middle + STEP;
            double above = function.value(x);
            x[i] = middle - STEP;
            double below = function.value(x);
            x[i] = middle;
            assertThat(gradient[i]).isCloseTo((above - below) / (2 * STEP), within(1e-5 * largest));
        }
    }

    /** (∇f·v)v, for v drawn from the same seed. */
    private static void forwardGradientIsOne(TrainingBenchmark kernel) {
        kernel.setUp();
        double[] gradient = kernel.gradientByBackprop();
        double[] v = new double[gradient.length];
        Directions.gaussian().draw(v, new SplittableRandom(TrainingBenchmark.SEED));
        double along = 0;
        for (int i = 0; i < v.length; i++) {
            along += gradient[i] * v[i];
        }
        double[] expected = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            expected[i] = along * v[i];
        }
        assertThat(kernel.forwardGradient()).containsExactly(expected, within(1e-9 * Math.abs(along)));
    }
}
