package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures every kernel and prints one table of ratios. */
@Command(
        name = "table",
        description = "Ratios of the kernels' times, a row a kernel, and whether they reach the goals.")
final class TableCommand implements Callable<Integer> {

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "PART",
            description = "Only the columns whose headings hold one of these, as --columns=hand,exact.")
    private List<String> columns = new ArrayList<>();

    @Mixin
    private JmhArguments jmh;

    @Override
    public Integer call() throws RunnerException {
        List<Ratio> ratios = ratios();
        List<String> wanted = ratios.stream()
                .flatMap(ratio -> Stream.of(ratio.numerator(), ratio.denominator()))
                .toList();
        List<Measurement> measurements = Kernels.named(jmh.names()).stream()
                .map(kernel -> new Measurement(kernel, wanted))
                .toList();
        Options options = jmh.options();
        int rounds = jmh.rounds();
        for (int round = 1; round <= rounds; round++) {
            for (Measurement measurement : measurements) {
                System.err.println("round " + round + " of " + rounds + ": " + measurement.kernel());
                measurement.addRound(options);
            }
        }
        System.out.println("Java " + Runtime.version() + ", medians of " + rounds + " rounds [least, greatest]\n");
        System.out.println(new RatioTable(ratios).of(measurements));
        return 0;
    }

    private List<Ratio> ratios() {
        List<Ratio> ratios = Columns.ALL.stream()
                .filter(ratio -> columns.isEmpty() || columns.stream().anyMatch(ratio.heading()::contains))
                .toList();
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("No column's heading holds " + String.join(" or ", columns)
                    + "; there are "
                    + Columns.ALL.stream().map(Ratio::heading).toList());
        }
        return ratios;
    }
}
