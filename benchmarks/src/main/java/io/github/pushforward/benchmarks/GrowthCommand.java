package io.github.pushforward.benchmarks;

import io.github.pushforward.benchmarks.rosenbrock.RosenbrockBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures Rosenbrock's function of more and more dimensions, prints the ratios and plots them. */
@Command(name = "growth", description = "How costs grow with n, on Rosenbrock's function: a table and two plots.")
final class GrowthCommand implements Callable<Integer> {
    private static final List<Integer> SIZES = List.of(10, 32, 100, 316, 1_000, 3_162, 10_000);

    /** Beyond this a single call with Hipparchus's gradients takes seconds, and gigabytes pass through memory. */
    private static final int MOST_FOR_HIPPARCHUS = 1_000;

    private static final List<Ratio> OF_A_DIRECTION = List.of(
            new Ratio("tangent ÷ primal", "tangent", "primal"),
            new Ratio("exact ÷ primal ÷ n", "exact", "primal").forEachInput(),
            new Ratio("UnivariateDerivative1 ÷ primal", "univariateDerivative1", "primal"),
            new Ratio("Hipparchus Gradient ÷ primal ÷ n", "hipparchusGradient", "primal").forEachInput());

    private static final List<Ratio> OF_A_GRADIENT = List.of(
            new Ratio("exact ÷ primal", "exact", "primal"),
            new Ratio("Hipparchus Gradient ÷ primal", "hipparchusGradient", "primal"),
            new Ratio("hand gradient, in reverse, ÷ primal", "handGradient", "primal"));

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where growth-of-a-direction and growth-of-a-gradient go, as .png (default: ${DEFAULT-VALUE}).",
            defaultValue = "benchmarks/target/plots")
    private Path directory;

    @Mixin
    private JmhArguments jmh;

    @Override
    public Integer call() throws RunnerException, IOException {
        Options options = jmh.options();
        int rounds = jmh.rounds();
        Map<Integer, Measurement> measurements = new LinkedHashMap<>();
        for (int n : SIZES) {
            List<String> forms =
                    new ArrayList<>(List.of("primal", "tangent", "exact", "handGradient", "univariateDerivative1"));
            if (n <= MOST_FOR_HIPPARCHUS) {
                forms.add("hipparchusGradient");
            }
            measurements.put(n, new Measurement(new RosenbrockBenchmark(n), forms));
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Integer, Measurement> sized : measurements.entrySet()) {
                System.err.println("round " + round + " of " + rounds + ": n = " + sized.getKey());
                Options withSize = new OptionsBuilder()
                        .parent(options)
                        .param("n", sized.getKey().toString())
                        .build();
                sized.getValue().addRound(withSize);
            }
        }
        System.out.println("Java " + Runtime.version() + ", medians of " + rounds + " rounds [least, greatest]\n");
        List<Measurement> rows = List.copyOf(measurements.values());
        System.out.println(new RatioTable(Stream.concat(OF_A_DIRECTION.stream(), OF_A_GRADIENT.stream())
                        .toList())
                .of(rows));
        Files.createDirectories(directory);
        new GrowthPlot("Rosenbrock: what a direction costs", OF_A_DIRECTION, rows)
                .save(directory.resolve("growth-of-a-direction"));
        new GrowthPlot("Rosenbrock: what a gradient costs", OF_A_GRADIENT, rows)
                .save(directory.resolve("growth-of-a-gradient"));
        return 0;
    }
}
