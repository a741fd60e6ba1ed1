package io.github.pushforward.benchmarks.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long modules take to compile with the processor, in units of the same module without it and its generated sources handed in, and
 * how that grows with the number of methods. Every compilation is a JVM of its own, one right after the other, in the opposite order
 * in the next round; a ratio is taken within a round.
 */
@Command(name = "compile", description = "Compile time with the processor and without, and how it grows.")
public final class CompileTime implements Callable<Integer> {

    @Option(names = "--help", usageHelp = true, description = "This text.")
    private boolean help;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "N",
            defaultValue = "100,300,1000,3000,10000",
            description = "Modules of so many differentiable methods (${DEFAULT-VALUE}).")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "K",
            defaultValue = "5",
            description = "Compile each so often both ways (${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("--rounds and --methods are at least 1");
        }
        System.out.println("Java " + Runtime.version() + ", medians of " + rounds + " rounds\n");
        System.out.println(
                "| methods | with processor ÷ without | the same, CPU time | with, ms a method | without, ms a method |"
                        + "\n| ---: | ---: | ---: | ---: | ---: |");
        for (int size : sizes) {
            System.out.println(row(size));
        }
        return 0;
    }

    private String row(int size) throws IOException, InterruptedException {
        List<Round> measured = new ArrayList<>();
        try (CompiledModule module = new CompiledModule(size)) {
            // what the first compilation without the processor needs
            module.withProcessor();
            for (int round = 0; round < rounds; round++) {
                System.err.println("round " + (round + 1) + " of " + rounds + ": " + size + " methods");
                if (round % 2 == 0) {
                    Compilation with = module.withProcessor();
                    measured.add(new Round(with, module.withoutProcessor()));
                } else {
                    Compilation without = module.withoutProcessor();
                    measured.add(new Round(module.withProcessor(), without));
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f | %.2f | %.2f | %.2f |",
                size,
                median(measured, round -> round.with.seconds() / round.without.seconds()),
                median(measured, round -> round.with.cpuSeconds() / round.without.cpuSeconds()),
                median(measured, round -> round.with.seconds() * 1000 / size),
                median(measured, round -> round.without.seconds() * 1000 / size));
    }

    private record Round(Compilation with, Compilation without) {}

    private static double median(List<Round> measured, ToDoubleFunction<Round> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
