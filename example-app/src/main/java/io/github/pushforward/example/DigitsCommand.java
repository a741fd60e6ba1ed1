package io.github.pushforward.example;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.Split;
import io.github.pushforward.example.report.ChartPainter;
import io.github.pushforward.example.report.PlotFile;
import io.github.pushforward.runtime.DivergenceException;
import io.github.pushforward.runtime.LearningRate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a classifier of handwritten digits: check the gradient, descend, report, plot. */
@Command(
        name = "digits",
        description = "Trains a softmax regression on the UCI handwritten digits by forward gradient descent.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DigitsCommand implements Callable<Integer> {

    static final String PLOT_NAME = "digits-loss.png";

    private static final double TEST_FRACTION = 0.2;
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";

    @Option(names = "--steps", paramLabel = "T", defaultValue = "100000", description = "Steps to make" + DEFAULT + ".")
    private long steps;

    @Option(
            names = "--learning-rate",
            paramLabel = "ETA",
            defaultValue = "0.003",
            description = "Learning rate of the first step" + DEFAULT + ".")
    private double learningRate;

    @Option(
            names = "--decay",
            paramLabel = "K",
            defaultValue = "3e-5",
            description = "The learning rate of step t is ETA exp(-K t)" + DEFAULT + ".")
    private double decay;

    @Option(
            names = "--batch",
            paramLabel = "SIZE",
            defaultValue = "64",
            description = "Training images that each step sees" + DEFAULT + ".")
    private int batch;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Of the split, the batches and the directions; a run repeats bit for bit" + DEFAULT + ".")
    private long seed;

    @Option(
            names = "--directions",
            paramLabel = "LAW",
            defaultValue = "gaussian",
            converter = DirectionLaw.Converter.class,
            description = "Law of the directions: ${COMPLETION-CANDIDATES}" + DEFAULT + ".")
    private DirectionLaw directions = DirectionLaw.GAUSSIAN;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "1",
            description = "Directions that each step averages over, several a forward pass" + DEFAULT + ".")
    private int samples;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Directory for the plot, " + PLOT_NAME + " (default: the current directory).")
    private Path output = Path.of(".");

    @Option(names = "--quiet", description = "Print the results only.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final ChartPainter painter;

    DigitsCommand(ChartPainter painter) {
        this.painter = painter;
    }

    @Override
    public Integer call() {
        Seeds seeds = Seeds.of(seed);
        Split split = Split.of(Digits.read(), TEST_FRACTION, seeds.split()).scaled();
        Training training = training(split, seeds);
        Path directory = createdDirectory();

        explain("Data: " + Digits.SOURCE);
        explain(split.train().size() + " images to train on, " + split.test().size() + " to test with");
        explain(CheckedGradient.check(split.train(), seeds.check()));

        Training.Trained trained = train(training, split);
        LossCurve.Point end = trained.curve().last();
        print(result("Training", end.trainLoss(), end.trainAccuracy()));
        print(result("Test", end.testLoss(), end.testAccuracy()));
        try {
            print(new PlotFile(directory.resolve(PLOT_NAME), painter)
                    .write("Loss curve", trained.curve().chart()));
        } catch (IOException e) {
            throw new CommandFailure("cannot write the plot: " + e, e);
        }
        return 0;
    }

    private Training training(Split split, Seeds seeds) {
        require(steps >= 1, "--steps", steps, "1 or more");
        require(learningRate > 0 && learningRate <= Double.MAX_VALUE, "--learning-rate", learningRate, "positive");
        require(decay >= 0 && decay <= Double.MAX_VALUE, "--decay", decay, "0 or more");
        require(
                batch >= 1 && batch <= split.train().size(),
                "--batch",
                batch,
                "from 1 to the " + split.train().size() + " training images");
        require(samples >= 1, "--samples", samples, "1 or more");
        int parameters = Digits.CLASSES * (Digits.PIXELS + 1);
        require(
                directions != DirectionLaw.ORTHONORMAL || samples <= parameters,
                "--samples",
                samples,
                "at most the " + parameters + " parameters for orthonormal directions");
        LearningRate schedule =
                decay == 0.0 ? LearningRate.constant(learningRate) : LearningRate.exponentialDecay(learningRate, decay);
        return new Training(steps, schedule, batch, directions.directions(), samples, seeds);
    }

    private void require(boolean valid, String option, Object value, String range) {
        if (!valid) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '" + option + "': " + value + " is not " + range);
        }
    }

    /** Before the training, so that a directory that cannot be had does not cost one. */
    private Path createdDirectory() {
        try {
            return Files.createDirectories(output.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--output': cannot create the directory " + output,
                    e);
        }
    }

    private Training.Trained train(Training training, Split split) {
        try {
            if (quiet) {
                return training.run(split, point -> {});
            }
            try (TerminalProgress progress = new TerminalProgress(System.err, steps)) {
                return training.run(split, progress);
            }
        } catch (DivergenceException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static String result(String what, double loss, double accuracy) {
        return String.format(Locale.ROOT, "%-8s  loss %.4f  accuracy %.2f%%", what, loss, 100 * accuracy);
    }

    private void explain(String line) {
        if (!quiet) {
            print(line);
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
