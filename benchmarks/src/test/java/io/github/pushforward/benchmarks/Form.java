package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;

/**
 * What a form of a kernel returns, as far as it says it: the values, the derivatives of each along {@link KernelBenchmark#direction},
 * the gradient of each.
 */
record Form(double[] values, double[] tangents, double[][] jacobian) {
    private static final double[] UNSAID = {};

    static Form primal(KernelBenchmark kernel) throws ReflectiveOperationException {
        return of(kernel, kernel.getClass().getMethod("primal"));
    }

    static Form unitPasses(KernelBenchmark kernel) throws ReflectiveOperationException {
        return of(kernel, kernel.getClass().getMethod("unitPasses"));
    }

    static Form of(KernelBenchmark kernel, Method form) throws ReflectiveOperationException {
        Object result = form.invoke(kernel);
        if (form.getName().equals("primal")) {
            double[] values = result instanceof double[] array ? array : new double[] {(Double) result};
            return new Form(values, UNSAID, new double[0][]);
        }
        if (result instanceof double[] gradient) {
            return new Form(UNSAID, UNSAID, new double[][] {gradient});
        }
        if (result instanceof double[][] jacobian) {
            return new Form(UNSAID, UNSAID, jacobian);
        }
        if (result instanceof Dual dual) {
            return new Form(new double[] {dual.value()}, new double[] {dual.tangent()}, new double[0][]);
        }
        if (result instanceof DualOf<?, ?> dual) {
            return new Form((double[]) dual.value(), (double[]) dual.tangent(), new double[0][]);
        }
        return ofHipparchus(result instanceof Object[] array ? array : new Object[] {result});
    }

    private static Form ofHipparchus(Object[] numbers) {
        if (numbers[0] instanceof UnivariateDerivative1) {
            UnivariateDerivative1[] univariate = cast(numbers, UnivariateDerivative1[].class);
            return new Form(
                    each(univariate, UnivariateDerivative1::getValue),
                    each(univariate, UnivariateDerivative1::getFirstDerivative),
                    new double[0][]);
        }
        if (numbers[0] instanceof Gradient) {
            Gradient[] gradients = cast(numbers, Gradient[].class);
            return new Form(
                    each(gradients, Gradient::getValue),
                    UNSAID,
                    Stream.of(gradients).map(Gradient::getGradient).toArray(double[][]::new));
        }
        DerivativeStructure[] structures = cast(numbers, DerivativeStructure[].class);
        return new Form(
                each(structures, DerivativeStructure::getValue),
                UNSAID,
                Stream.of(structures).map(Form::gradient).toArray(double[][]::new));
    }

    /** Of order 1, with one derivative for each parameter, in their order, after the value. */
    private static double[] gradient(DerivativeStructure structure) {
        assertThat(structure.getOrder()).isEqualTo(1);
        double[] all = structure.getAllDerivatives();
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static <T> T[] cast(Object[] numbers, Class<T[]> type) {
        return Arrays.copyOf(numbers, numbers.length, type);
    }

    private static <T> double[] each(T[] numbers, ToDoubleFunction<T> part) {
        return Stream.of(numbers).mapToDouble(part).toArray();
    }

    double[][] copyOfJacobian() {
        return Stream.of(jacobian).map(double[]::clone).toArray(double[][]::new);
    }

    /** Requires what is said to be the same, up to rounding errors in proportion to the terms that are added up. */
    void requireSame(double[] expectedValues, double[][] expected, double tolerance) {
        assertThat(values.length + tangents.length + jacobian.length).isPositive();
        if (values.length > 0) {
            assertThat(values).containsExactly(expectedValues, within(tolerance * size(expectedValues)));
        }
        if (jacobian.length > 0) {
            assertThat(jacobian).hasDimensions(expected.length, expected[0].length);
        }
        double[] direction = KernelBenchmark.direction(expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            double[] row = expected[i];
            if (jacobian.length > 0) {
                assertThat(jacobian[i]).containsExactly(row, within(tolerance * size(row)));
            }
            if (tangents.length > 0) {
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    sum += row[j] * direction[j];
                }
                assertThat(tangents[i]).isCloseTo(sum, within(tolerance * row.length * size(row)));
            }
        }
    }

    private static double size(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }
}
