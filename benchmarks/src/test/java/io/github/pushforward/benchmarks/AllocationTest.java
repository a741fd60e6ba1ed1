package io.github.pushforward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What derivatives allocate once HotSpot has compiled them: a tangent what the original allocates, the shadow of that and the one
 * record that it returns; a gradient nothing where the original allocates nothing.
 */
class AllocationTest {
    private static final long DUAL = 32;

    private static final long DUAL_OF = 24;

    /**
     * Records that helpers return, known to be too many: HotSpot makes what a method returns that it does not inline, and it inlines none that
     * it has compiled to more than {@code InlineSmallCode} (2,500 bytes), nor one of more than 325 byte codes ({@code FreqInlineSize}). As many as fit
     * what is measured: on K3 one for each point and component, one for each point, a dozen at the end; on K8's batch one for each layer; on K9 four for each bone and two more.
     */
    private static final Map<String, Long> OF_HELPERS =
            Map.of("K3", (5 + 1) * 1_000 * DUAL + 12 * DUAL, "K8 batch", 2 * DUAL_OF, "K9", (22 * 4 + 2) * DUAL_OF);

    private static Map<String, Long> originals;

    @BeforeAll
    static void measureOriginals() throws IOException, InterruptedException {
        originals = OriginalAllocation.measure();
    }

    static List<KernelBenchmark> kernels() {
        List<KernelBenchmark> kernels = Kernels.all();
        kernels.forEach(KernelBenchmark::setUp);
        return kernels;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void tangents(KernelBenchmark kernel) throws Throwable {
        long most = 2 * originals.get(kernel.id()) + DUAL + OF_HELPERS.getOrDefault(kernel.id(), 0L);

        assertThat(new Allocation(kernel, "tangent").compiled(most)).isLessThanOrEqualTo(most);
    }

    static List<KernelBenchmark> withoutAllocation() {
        return kernels().stream()
                .filter(kernel -> originals.get(kernel.id()) == 0)
                .filter(kernel -> Kernels.forms(kernel).stream()
                        .anyMatch(form -> form.getName().equals("exact")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withoutAllocation")
    void gradients(KernelBenchmark kernel) throws Throwable {
        assertThat(new Allocation(kernel, "exact").compiled(0)).isZero();
    }
}
