package io.github.pushforward.benchmarks;

import io.github.pushforward.benchmarks.compile.CompileTime;
import picocli.CommandLine;

/** The command line: the table of ratios, where no other command is named. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TableCommand())
                .setCommandName("benchmarks")
                .addSubcommand("table", new TableCommand())
                .addSubcommand(new AllocationCommand())
                .addSubcommand(new GrowthCommand())
                .addSubcommand(new CompileTime())
                .setUnmatchedOptionsArePositionalParams(true)
                .setExecutionExceptionHandler(Benchmarks::failed)
                .execute(arguments));
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof IllegalArgumentException) {
            command.getErr().println(command.getCommandName() + ": " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw e;
    }
}
