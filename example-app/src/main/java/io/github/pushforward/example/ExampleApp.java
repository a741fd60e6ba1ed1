package io.github.pushforward.example;

import io.github.pushforward.example.paper.Experiment;
import io.github.pushforward.example.paper.Experiments;
import io.github.pushforward.example.report.ChartPainter;
import io.github.pushforward.example.report.XChartPainter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The example application: one subcommand for each example, {@code digits} where none is named.
 *
 * <p>Exit codes: 0, done; 1, the command failed; 2, the command line is wrong. Each failure is told in one line.
 */
@Command(
        name = ExampleApp.NAME,
        description =
                "Trains models by forward gradients, without backpropagation, and fits some by exact derivatives.",
        footer = {"", "Without a command, and for options of its own, it runs digits."},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class ExampleApp {

    static final String NAME = "example-app";

    private static final String DEFAULT_COMMAND = "digits";

    private final CommandLine commandLine;

    /** An application with these experiments of the paper, which draws its plots with {@code painter}. */
    ExampleApp(ChartPainter painter, List<Experiment> experiments) {
        commandLine =
                new CommandLine(this).addSubcommand(new DigitsCommand(painter)).addSubcommand(new FitCommand());
        for (Experiment experiment : experiments) {
            commandLine.addSubcommand(ExperimentCommand.of(experiment, painter));
        }
        commandLine
                .addSubcommand(new ReportCommand(experiments, painter))
                .setParameterExceptionHandler(ExampleApp::wrongCommandLine)
                .setExecutionExceptionHandler(ExampleApp::failed);
    }

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        // Not a method reference: the painter's class, and with it AWT, is to be loaded where failing is provided for.
        ChartPainter painter = chart -> new XChartPainter().draw(chart);
        System.exit(new ExampleApp(painter, Experiments.all()).run(args));
    }

    /** Runs a command. */
    int run(String... args) {
        return commandLine.execute(withCommand(args));
    }

    CommandLine commandLine() {
        return commandLine;
    }

    /** Names the default command where the arguments name none, but leaves this application its help and version. */
    private String[] withCommand(String[] args) {
        boolean named = args.length > 0
                && (!args[0].startsWith("-") || commandLine.getCommandSpec().findOption(args[0]) != null);
        if (named) {
            return args;
        }
        String[] full = new String[args.length + 1];
        full[0] = DEFAULT_COMMAND;
        System.arraycopy(args, 0, full, 1, args.length);
        return full;
    }

    private static int wrongCommandLine(CommandLine.ParameterException e, String[] args) {
        return tell(e.getCommandLine(), e.getMessage(), CommandLine.ExitCode.USAGE);
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        boolean expected = e instanceof CommandFailure;
        int code = tell(commandLine, expected ? e.getMessage() : "internal error: " + e, CommandLine.ExitCode.SOFTWARE);
        if (!expected) {
            e.printStackTrace(commandLine.getErr());
            commandLine.getErr().flush();
        }
        return code;
    }

    private static int tell(CommandLine commandLine, String message, int code) {
        PrintWriter err = commandLine.getErr();
        err.println(NAME + ": " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return code;
    }
}
