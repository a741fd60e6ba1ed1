package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed against each other computes the same. */
class KernelsTest {

    @ParameterizedTest
    @ValueSource(classes = {BlackScholesBenchmark.class, LotkaVolterraBenchmark.class, RosenbrockBenchmark.class})
    void gradients(Class<? extends FunctionBenchmark> kernel) throws ReflectiveOperationException {
        FunctionBenchmark benchmark = kernel.getDeclaredConstructor().newInstance();
        benchmark.setUp();
        double[] expected = benchmark.unitPasses().clone();
        assertThat(benchmark.exact()).containsExactly(expected);
        assertThat(benchmark.tangent().value()).isEqualTo(benchmark.primal());

        double[] direction = KernelBenchmark.direction(benchmark.inputs());
        double product = 0;
        for (int i = 0; i < direction.length; i++) {
            product += direction[i] * expected[i];
        }
        assertThat(benchmark.tangent().tangent()).isCloseTo(product, within(1e-9 * Math.abs(product)));
    }

    @Test
    void jacobians() {
        ReprojectionBenchmark benchmark = new ReprojectionBenchmark();
        benchmark.setUp();
        double[][] expected = new double[2][];
        for (int i = 0; i < 2; i++) {
            expected[i] = benchmark.unitPasses()[i].clone();
        }
        assertThat(benchmark.inputs()).isEqualTo(15);
        assertThat(benchmark.exact()).isDeepEqualTo(expected);
        assertThat(benchmark.primal()).hasSize(2);
    }
}
