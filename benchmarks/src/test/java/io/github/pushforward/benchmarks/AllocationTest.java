package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What derivatives allocate once HotSpot has compiled them: a tangent what the original allocates, the shadow of that and the one
 * record that it returns; a gradient nothing where the original allocates nothing.
 */
class AllocationTest {
    /** {@code Dual} or {@code DualOf}. */
    private static final long RECORD = 32;

    private static final long FOUR_LANES = 56;

    /**
     * Helpers with loops return a record each: HotSpot compiles them to more than it inlines ({@code InlineSmallCode}), so that it makes
     * the records. In the mixture, at worst two for each point and component and two for each point; in the network, one for each layer;
     * in the hand, at worst four for each of 22 bones and two for all of it.
     */
    private static final Map<String, Long> RECORDS_OF_TANGENTS =
            Map.of("K3", (5 + 1) * 1_000 * RECORD + 12 * RECORD, "K8 batch", 2 * RECORD, "K9", (4 * 22 + 2) * RECORD);

    /**
     * The record of a pass with four lanes, whose method has more byte codes than HotSpot inlines (325, {@code FreqInlineSize}); on K1 at
     * each point, on K5 also those of the helper, which is called twice, and one of a pass with one lane.
     */
    private static final Map<String, Long> RECORDS_OF_GRADIENTS =
            Map.of("K1", 10_000 * FOUR_LANES, "K5", 3 * FOUR_LANES + RECORD, "K6", FOUR_LANES);

    static List<KernelBenchmark> kernels() {
        List<KernelBenchmark> kernels = Kernels.all();
        kernels.forEach(KernelBenchmark::setUp);
        return kernels;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void tangents(KernelBenchmark kernel) throws Throwable {
        long original = new Allocation(kernel, "primal").asWritten();
        long most = 2 * original + RECORD + RECORDS_OF_TANGENTS.getOrDefault(kernel.id(), 0L);

        assertThat(new Allocation(kernel, "tangent").compiled(most)).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void gradients(KernelBenchmark kernel) throws Throwable {
        assumeThat(Kernels.forms(kernel)).anyMatch(form -> form.getName().equals("exact"));
        assumeThat(new Allocation(kernel, "primal").asWritten()).isZero();
        long most = RECORDS_OF_GRADIENTS.getOrDefault(kernel.id(), 0L);

        assertThat(new Allocation(kernel, "exact").compiled(most)).isLessThanOrEqualTo(most);
    }
}
