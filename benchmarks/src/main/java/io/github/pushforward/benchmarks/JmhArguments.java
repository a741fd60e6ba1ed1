package io.github.pushforward.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Parameters;

/** Names, then options of JMH, among which {@code -f} is the number of rounds. */
final class JmhArguments {
    private static final int ROUNDS = 4;

    /** From Java 24 on, JMH's use of Unsafe warns in every JVM that it starts. */
    private static final String[] FORKED =
            Runtime.version().feature() < 24 ? new String[0] : new String[] {"--sun-misc-unsafe-memory-access=allow"};

    @Parameters(
            paramLabel = "NAME",
            description = {
                "Parts of the names of the kernels to measure (default: all), then options of JMH, as -f 10 (rounds, 4 by default),"
                        + " -wi 5 and -i 5 (iterations), -w 300ms and -r 300ms (their times), -v NORMAL (what JMH says)."
            })
    private List<String> arguments = new ArrayList<>();

    List<String> names() {
        return arguments.stream()
                .takeWhile(argument -> !argument.startsWith("-"))
                .toList();
    }

    private CommandLineOptions given() {
        List<String> options = arguments.subList(names().size(), arguments.size());
        try {
            return new CommandLineOptions(options.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException("JMH does not take the options " + options + ": " + e.getMessage(), e);
        }
    }

    int rounds() {
        return given().getForkCount().orElse(ROUNDS);
    }

    Options options() {
        CommandLineOptions given = given();
        return new OptionsBuilder()
                .parent(given)
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(300)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(300)))
                .jvmArgsPrepend(FORKED)
                .verbosity(given.verbosity().orElse(VerboseMode.SILENT))
                .build();
    }
}
