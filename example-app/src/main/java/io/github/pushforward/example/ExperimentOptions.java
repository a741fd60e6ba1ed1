package io.github.pushforward.example;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.paper.Experiment.Choice;
import io.github.pushforward.example.paper.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that experiments of the paper have in common. */
final class ExperimentOptions {

    private static final String DATA = "--data";
    private static final String STEPS = "--steps";
    private static final String RUNS = "--runs";
    private static final String FULL = "--full";

    /** The options of what not every experiment has. */
    static final Map<Choice, String> NAMES =
            Map.of(Choice.IMAGES, DATA, Choice.STEPS, STEPS, Choice.RUNS, RUNS, Choice.FULL, FULL);

    private static final int MOST_RUNS = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Of all that is drawn; the same one finds the same numbers but for the times"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = FULL,
            description = "The paper's own sizes, which take hours to days, in place of sizes for two minutes.")
    private boolean full;

    @Option(
            names = DATA,
            paramLabel = "DIR",
            description =
                    "Directory of the four IDX files of MNIST or Fashion-MNIST, train-images-idx3-ubyte and so on, plain or"
                            + " .gz (default: the digits of the application).")
    private @Nullable Path data;

    @Option(names = STEPS, paramLabel = "T", description = "Steps of a training, in place of the usual number.")
    private @Nullable Long steps;

    @Option(names = RUNS, paramLabel = "N", description = "Trainings for each setting, in place of the usual number.")
    private @Nullable Integer runs;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Directory for what is written (default: the current directory).")
    private Path output = Path.of(".");

    @Option(names = "--quiet", description = "No progress bars.")
    private boolean quiet;

    /** The settings, with the images read once, when the first experiment asks for them. */
    Settings settings(CommandLine commandLine) {
        require(commandLine, steps == null || steps >= 1, STEPS, steps);
        require(commandLine, runs == null || runs >= 1, RUNS, runs);
        if (runs != null && runs > MOST_RUNS) {
            throw new ParameterException(
                    commandLine, "Invalid value for option '" + RUNS + "': " + runs + " is more than " + MOST_RUNS);
        }
        return new Settings(
                seed,
                full,
                new Images(),
                steps == null ? OptionalLong.empty() : OptionalLong.of(steps),
                runs == null ? OptionalInt.empty() : OptionalInt.of(runs));
    }

    private static void require(CommandLine commandLine, boolean valid, String option, @Nullable Object value) {
        if (!valid) {
            throw new ParameterException(
                    commandLine, "Invalid value for option '" + option + "': " + value + " is not 1 or more");
        }
    }

    /** Created before anything is run, so that a directory that cannot be had does not cost an experiment. */
    Path createdDirectory(CommandLine commandLine) {
        try {
            Path directory = Files.createDirectories(output.toAbsolutePath().normalize());
            if (!Files.isWritable(directory)) {
                throw new ParameterException(
                        commandLine, "Invalid value for option '--output': cannot write to the directory " + output);
            }
            return directory;
        } catch (IOException e) {
            throw new ParameterException(
                    commandLine, "Invalid value for option '--output': cannot create the directory " + output, e);
        }
    }

    boolean isQuiet() {
        return quiet;
    }

    /** What to train on. */
    private final class Images implements Supplier<ImageData> {
        private @Nullable ImageData read;

        @Override
        public ImageData get() {
            if (read == null) {
                read = read();
            }
            return read;
        }

        private ImageData read() {
            if (data == null) {
                return ImageData.digits(seed);
            }
            try {
                return ImageData.idx(data, seed);
            } catch (IOException e) {
                throw new CommandFailure("cannot read the images: " + e.getMessage(), e);
            }
        }
    }
}
