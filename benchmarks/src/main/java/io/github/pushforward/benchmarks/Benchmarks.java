package io.github.pushforward.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures every kernel and prints one table of ratios. Takes parts of the names of the kernels to measure, all where there is none,
 * then options of JMH, of which {@code -f} is the number of rounds.
 */
public final class Benchmarks {
    private static final int ROUNDS = 4;

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("tangent ÷ primal", "tangent", "primal", false),
            new Ratio("n passes ÷ primal ÷ n", "unitPasses", "primal", true),
            new Ratio("exact ÷ primal ÷ n", "exact", "primal", true),
            new Ratio("exact ÷ n passes", "exact", "unitPasses", false));

    private Benchmarks() {}

    private static List<KernelBenchmark> kernels() {
        return List.of(
                new RosenbrockBenchmark(),
                new ReprojectionBenchmark(),
                new BlackScholesBenchmark(),
                new LotkaVolterraBenchmark());
    }

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        List<String> names = Arrays.stream(arguments)
                .takeWhile(argument -> !argument.startsWith("-"))
                .toList();
        CommandLineOptions given =
                new CommandLineOptions(Arrays.copyOfRange(arguments, names.size(), arguments.length));
        Options options = new OptionsBuilder()
                .parent(given)
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(300)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(300)))
                .verbosity(given.verbosity().orElse(VerboseMode.SILENT))
                .build();
        List<Measurement> measurements = kernels().stream()
                .filter(kernel -> isWanted(kernel, names))
                .map(Measurement::new)
                .toList();
        int rounds = given.getForkCount().orElse(ROUNDS);
        for (int round = 1; round <= rounds; round++) {
            for (Measurement measurement : measurements) {
                System.err.println("round " + round + " of " + rounds + ": "
                        + measurement.kernel().label());
                measurement.addRound(options);
            }
        }
        System.out.println("Java " + Runtime.version() + ", medians of " + rounds + " rounds [least, greatest]\n");
        System.out.println(new RatioTable(RATIOS).of(measurements));
    }

    private static boolean isWanted(KernelBenchmark kernel, List<String> names) {
        String own = kernel.getClass().getSimpleName();
        return names.isEmpty() || names.stream().anyMatch(own::contains);
    }
}
