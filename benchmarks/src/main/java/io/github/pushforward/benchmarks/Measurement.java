package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * CPU times of the benchmarks of a kernel, round by round. In each round every benchmark runs in a JVM of its own, one right after the
 * other, in the opposite order of the last round; ratios are taken within a round, so that what slows the whole machine down for a
 * while slows both sides.
 */
final class Measurement {
    private final KernelBenchmark kernel;
    private final List<Map<String, Double>> rounds = new ArrayList<>();

    Measurement(KernelBenchmark kernel) {
        this.kernel = kernel;
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
        List<String> benchmarks = new ArrayList<>(benchmarks());
        if (rounds.size() % 2 == 1) {
            Collections.reverse(benchmarks);
        }
        Map<String, Double> round = new HashMap<>();
        for (String benchmark : benchmarks) {
            round.put(benchmark, median(benchmark, options));
        }
        rounds.add(round);
    }

    private List<String> benchmarks() {
        return Arrays.stream(kernel.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getName())
                .sorted()
                .toList();
    }

    private double median(String benchmark, Options options) throws RunnerException {
        String name = kernel.getClass().getName() + "." + benchmark;
        Options one = new OptionsBuilder()
                .parent(options)
                .include("^" + name.replace(".", "\\.") + "$")
                .forks(1)
                .build();
        RunResult result = new Runner(one).runSingle();
        return new Spread(result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(Measurement::nanoseconds)
                        .sorted()
                        .toList())
                .median();
    }

    private static double nanoseconds(IterationResult iteration) {
        return iteration.getSecondaryResults().get(CpuTime.RESULT).getScore()
                / iteration.getMetadata().getAllOps();
    }
}
