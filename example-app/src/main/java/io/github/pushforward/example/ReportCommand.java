package io.github.pushforward.example;

import io.github.pushforward.example.paper.Experiment;
import io.github.pushforward.example.paper.Settings;
import io.github.pushforward.example.paper.UnsuitableImagesException;
import io.github.pushforward.example.report.ChartPainter;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.ReportPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs all experiments of the paper and writes what they found as one page. */
@Command(
        name = "report",
        description = "Runs all experiments of \"Gradients without Backpropagation\" and writes one HTML page, "
                + ReportCommand.PAGE_NAME + ".",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    static final String PAGE_NAME = "report.html";

    private static final double NANOS = 1e9;

    private final List<Experiment> experiments;
    private final ChartPainter painter;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Spec
    private CommandSpec spec;

    ReportCommand(List<Experiment> experiments, ChartPainter painter) {
        this.experiments = experiments;
        this.painter = painter;
    }

    @Override
    public Integer call() {
        Settings settings = options.settings(spec.commandLine());
        Path file = options.createdDirectory(spec.commandLine()).resolve(PAGE_NAME);
        long begin = System.nanoTime();
        ReportPage page = new ReportPage("Gradients without Backpropagation, reproduced", painter);
        for (Experiment experiment : experiments) {
            page.add(findings(experiment, settings));
            // After each of them, so that what has been found is not lost with what follows.
            write(file, page.text(introduction(settings.seed(), (System.nanoTime() - begin) / NANOS)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Report: " + file);
        out.flush();
        return 0;
    }

    /** What was found, or why an experiment cannot be done on these images, which costs the others nothing. */
    private Findings findings(Experiment experiment, Settings settings) {
        try {
            return ExperimentCommand.findings(experiment, settings, options.isQuiet());
        } catch (CommandFailure e) {
            if (e.getCause() instanceof UnsuitableImagesException) {
                return new Findings(
                        experiment.summary(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Skipped: " + e.getMessage() + "."));
            }
            throw e;
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new CommandFailure("cannot write the report: " + e, e);
        }
    }

    private List<String> introduction(long seed, double seconds) {
        return List.of(
                "The experiments of A. G. Baydin, B. A. Pearlmutter, D. Syme, F. Wood, P. Torr, Gradients without"
                        + " Backpropagation, arXiv 2202.08587, with tangents that Pushforward generated from plain Java methods,"
                        + " beside hand-written backpropagation in the same order of loops.",
                "R_f and R_b are the run times of a step by forward gradients and by backpropagation ÷ that of the loss alone; T_f and"
                        + " T_b the times to backpropagation's lowest validation loss.",
                String.format(
                        Locale.ROOT,
                        "Made by \"%s %s\", version %s, in %.1f minutes on Java %s, %s %s, with %d processors. The seed"
                                + " is %d: with it losses and accuracies repeat, times do not.",
                        ExampleApp.NAME,
                        String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                        Version.number(),
                        seconds / 60,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        seed));
    }
}
