package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table in Markdown: a row for each kernel, the median of each ratio, and its least and its greatest value in brackets; then the
 * geometric means of the medians, and what each ratio is to reach. A tick or a cross says whether a goal is met.
 */
final class RatioTable {
    private static final String NONE = "–";

    private final List<Ratio> ratios;

    RatioTable(List<Ratio> ratios) {
        this.ratios = ratios;
    }

    String of(List<Measurement> measurements) {
        List<String> rows = new ArrayList<>();
        rows.add(row("kernel", "n", Ratio::heading));
        rows.add(row("---", "---:", ratio -> "---:"));
        for (Measurement measurement : measurements) {
            KernelBenchmark kernel = measurement.kernel();
            rows.add(row(
                    kernel.toString(),
                    String.format(Locale.ROOT, "%,d", kernel.inputs()),
                    ratio -> cell(ratio, measurement)));
        }
        rows.add(row("geometric mean", "", ratio -> mean(ratio, measurements)));
        rows.add(row("to reach", "", ratio -> ratio.goal().toString()));
        return String.join("\n", rows);
    }

    private String row(String first, String second, Function<Ratio, String> cell) {
        return "| "
                + String.join(
                        " | ",
                        Stream.concat(Stream.of(first, second), ratios.stream().map(cell))
                                .toList())
                + " |";
    }

    private static String cell(Ratio ratio, Measurement measurement) {
        Spread spread = measurement.spread(ratio);
        if (spread.isEmpty()) {
            return NONE;
        }
        return String.format(
                Locale.ROOT,
                "%.2f%s [%.2f, %.2f]",
                spread.median(),
                mark(ratio.goal().isMet(measurement.kernel(), spread.median())),
                spread.least(),
                spread.most());
    }

    private static String mean(Ratio ratio, List<Measurement> measurements) {
        OptionalDouble logarithm = measurements.stream()
                .filter(measurement -> ratio.goal().averages(measurement.kernel()))
                .map(measurement -> measurement.spread(ratio))
                .filter(spread -> !spread.isEmpty())
                .mapToDouble(spread -> Math.log(spread.median()))
                .average();
        if (logarithm.isEmpty()) {
            return NONE;
        }
        double mean = Math.exp(logarithm.getAsDouble());
        return String.format(Locale.ROOT, "%.2f%s", mean, mark(ratio.goal().isMetByMean(mean)));
    }

    private static String mark(Optional<Boolean> isMet) {
        return isMet.map(met -> met ? " ✓" : " ✗").orElse("");
    }
}
