package io.github.pushforward.example;

import io.github.pushforward.example.paper.Experiment;
import io.github.pushforward.example.paper.Settings;
import io.github.pushforward.example.paper.UnsuitableImagesException;
import io.github.pushforward.example.paper.WorkProgress;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.ChartPainter;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.PlotFile;
import io.github.pushforward.example.report.Table;
import io.github.pushforward.example.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs one experiment of the paper: prints its tables and what there is to see, writes its plots. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class ExperimentCommand implements Callable<Integer> {

    private final Experiment experiment;
    private final ChartPainter painter;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Spec
    private CommandSpec spec;

    private ExperimentCommand(Experiment experiment, ChartPainter painter) {
        this.experiment = experiment;
        this.painter = painter;
    }

    /** The command of an experiment, with the options that mean something to it. */
    static CommandLine of(Experiment experiment, ChartPainter painter) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ExperimentCommand(experiment, painter));
        spec.name(experiment.name());
        spec.usageMessage().description(experiment.summary());
        ExperimentOptions.NAMES.forEach((choice, option) -> {
            if (!experiment.choices().contains(choice)) {
                spec.remove(spec.findOption(option));
            }
        });
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        Settings settings = options.settings(spec.commandLine());
        Path directory = options.createdDirectory(spec.commandLine());
        Findings findings = findings(experiment, settings, options.isQuiet());
        print(findings.title());
        findings.setting().forEach(this::print);
        for (Table table : findings.tables()) {
            print("");
            print(TextTable.of(table).stripTrailing());
        }
        print("");
        findings.remarks().forEach(this::print);
        plots(findings.charts(), directory);
        return 0;
    }

    /** Runs an experiment with its progress on the standard error stream. */
    static Findings findings(Experiment experiment, Settings settings, boolean quiet) {
        try {
            if (quiet) {
                return experiment.work().run(settings, WorkProgress.NONE);
            }
            try (TerminalWork progress = new TerminalWork(System.err, experiment.name())) {
                return experiment.work().run(settings, progress);
            }
        } catch (UnsuitableImagesException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private void plots(List<Chart> charts, Path directory) {
        for (int c = 0; c < charts.size(); c++) {
            Path file = directory.resolve(experiment.name() + "-" + (c + 1) + ".png");
            try {
                print(new PlotFile(file, painter).write(charts.get(c).title(), charts.get(c)));
            } catch (IOException e) {
                throw new CommandFailure("cannot write the plot: " + e, e);
            }
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
