package io.github.pushforward.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown: a row for each kernel, the median of each ratio, and its least and its greatest value in brackets. */
final class RatioTable {
    private final List<Ratio> ratios;

    RatioTable(List<Ratio> ratios) {
        this.ratios = ratios;
    }

    String of(List<Measurement> measurements) {
        Stream<String> head = Stream.of(
                row(Stream.concat(Stream.of("kernel", "n"), ratios.stream().map(Ratio::heading))),
                row(Stream.concat(Stream.of("---", "---:"), ratios.stream().map(ratio -> "---:"))));
        return Stream.concat(head, measurements.stream().map(this::row)).collect(Collectors.joining("\n"));
    }

    private String row(Measurement measurement) {
        KernelBenchmark kernel = measurement.kernel();
        return row(Stream.concat(
                Stream.of(kernel.label(), String.format(Locale.ROOT, "%,d", kernel.inputs())),
                ratios.stream().map(ratio -> cell(measurement.spread(ratio)))));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Spread spread) {
        return spread.isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", spread.median(), spread.least(), spread.most());
    }
}
