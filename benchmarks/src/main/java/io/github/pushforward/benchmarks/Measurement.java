package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/**
 * CPU times of the benchmarks of a kernel, round by round. In each round every benchmark runs in a JVM of its own, one right after the
 * other, in the opposite order of the last round; ratios are taken within a round, so that what slows the whole machine down for a
 * while slows both sides.
 */
final class Measurement {
    private final KernelBenchmark kernel;
    private final List<String> benchmarks;
    private final List<Map<String, Double>> rounds = new ArrayList<>();

    /** @param wanted the benchmarks to measure, those that the kernel lacks left out */
    Measurement(KernelBenchmark kernel, Collection<String> wanted) {
        this.kernel = kernel;
        this.benchmarks = Kernels.forms(kernel).stream()
                .map(form -> form.getName())
                .filter(wanted::contains)
                .toList();
    }

    KernelBenchmark kernel() {
        return kernel;
    }

    /** The ratio in each round; none where the kernel lacks one of its benchmarks. */
    Spread spread(Ratio ratio) {
        return new Spread(rounds.stream()
                .flatMap(round -> ratio.of(round, kernel.inputs()).stream().boxed())
                .sorted()
                .toList());
    }

    /** Runs each benchmark once. */
    void addRound(Options options) throws RunnerException {
        List<String> order = new ArrayList<>(benchmarks);
        if (rounds.size() % 2 == 1) {
            Collections.reverse(order);
        }
        Map<String, Double> round = new HashMap<>();
        for (String benchmark : order) {
            round.put(benchmark, new SingleRun(kernel, benchmark, options).median(Measurement::nanoseconds));
        }
        rounds.add(round);
    }

    private static double nanoseconds(IterationResult iteration) {
        return iteration.getSecondaryResults().get(CpuTime.RESULT).getScore()
                / iteration.getMetadata().getAllOps();
    }
}
