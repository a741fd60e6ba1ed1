package io.github.pushforward.benchmarks;

import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One benchmark of a kernel in a JVM of its own. */
record SingleRun(KernelBenchmark kernel, String benchmark, Options options) {

    /** The median over the iterations. */
    double median(ToDoubleFunction<IterationResult> measured) throws RunnerException {
        String name = kernel.getClass().getName() + "." + benchmark;
        Options one = new OptionsBuilder()
                .parent(options)
                .include("^" + name.replace(".", "\\.") + "$")
                .forks(1)
                .build();
        RunResult result = new Runner(one).runSingle();
        return new Spread(result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(measured::applyAsDouble)
                        .sorted()
                        .toList())
                .median();
    }
}
