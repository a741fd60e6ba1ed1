package io.github.pushforward.benchmarks;

import io.github.pushforward.benchmarks.beale.BealeBenchmark;
import io.github.pushforward.benchmarks.blackscholes.BlackScholesBenchmark;
import io.github.pushforward.benchmarks.gmm.GmmBenchmark;
import io.github.pushforward.benchmarks.hand.HandBenchmark;
import io.github.pushforward.benchmarks.lotkavolterra.LotkaVolterraBenchmark;
import io.github.pushforward.benchmarks.network.BatchNetworkBenchmark;
import io.github.pushforward.benchmarks.network.NetworkBenchmark;
import io.github.pushforward.benchmarks.reprojection.ReprojectionBenchmark;
import io.github.pushforward.benchmarks.rosenbrock.RosenbrockBenchmark;
import io.github.pushforward.benchmarks.softmax.BatchSoftmaxBenchmark;
import io.github.pushforward.benchmarks.softmax.SoftmaxBenchmark;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** The kernels, a row of the table each. */
final class Kernels {

    private Kernels() {}

    static List<KernelBenchmark> all() {
        return all(new RosenbrockBenchmark(), new GmmBenchmark());
    }

    /** The same, where there is a choice with less data: for tests of what code does that is not yet compiled. */
    static List<KernelBenchmark> small() {
        return all(new RosenbrockBenchmark(50), new GmmBenchmark(20));
    }

    private static List<KernelBenchmark> all(RosenbrockBenchmark rosenbrock, GmmBenchmark gmm) {
        return List.of(
                new BealeBenchmark(),
                rosenbrock,
                gmm,
                new ReprojectionBenchmark(),
                new BlackScholesBenchmark(),
                new LotkaVolterraBenchmark(),
                new SoftmaxBenchmark(),
                new BatchSoftmaxBenchmark(),
                new NetworkBenchmark(),
                new BatchNetworkBenchmark(),
                new HandBenchmark());
    }

    /** Those whose class's name holds one of the given parts; all, where none is given. */
    static List<KernelBenchmark> named(List<String> parts) {
        List<KernelBenchmark> named = all().stream()
                .filter(kernel -> parts.isEmpty()
                        || parts.stream()
                                .anyMatch(part ->
                                        kernel.getClass().getSimpleName().contains(part)))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("No kernel is named like " + String.join(" or ", parts) + "; there are "
                    + all().stream()
                            .map(kernel -> kernel.getClass().getSimpleName())
                            .toList());
        }
        return named;
    }

    /** The forms of a kernel that there are: its methods marked {@code Benchmark}, by name. */
    static List<Method> forms(KernelBenchmark kernel) {
        return Arrays.stream(kernel.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
    }
}
