package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.example.paper.Experiment;
import io.github.pushforward.example.paper.Experiment.Choice;
import io.github.pushforward.example.paper.Experiments;
import io.github.pushforward.example.paper.Settings;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.ChartPainter;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Line;
import io.github.pushforward.example.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleAppTest {

    private static final Chart CHART = new Chart(
            "f by steps",
            Axis.linear("step"),
            Axis.linear("f"),
            List.of(Line.plain("f", new double[] {0, 1}, new double[] {2, 1})));

    /** Two that take no time, and say what they were asked for. */
    private static final List<Experiment> EXPERIMENTS = List.of(
            new Experiment(
                    "valley",
                    "Descends in a valley.",
                    Set.of(Choice.RUNS, Choice.STEPS),
                    (settings, progress) -> findings(settings)),
            new Experiment("images", "Trains on images.", Set.of(Choice.IMAGES, Choice.STEPS), (settings, progress) -> {
                settings.images().get();
                return findings(settings);
            }));

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Findings findings(Settings settings) {
        return new Findings(
                "A valley",
                List.of("Seed " + settings.seed() + "."),
                List.of(Table.titled("Ends", "", "here").row("f", "5e-5").build()),
                List.of(CHART),
                List.of("It is low."));
    }

    private int run(ChartPainter plot, String... args) {
        ExampleApp app = new ExampleApp(plot, EXPERIMENTS);
        app.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return app.run(args);
    }

    private int run(String... args) {
        return run(curve -> new byte[] {1, 2, 3}, args);
    }

    @Test
    void trainsAndReports() {
        int code = run(
                "digits", "--steps", "200", "--output", directory.resolve("a/b").toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("Alpaydin", "10.24432/C50P49", "CC BY 4.0"),
                        line -> assertThat(line).isEqualTo("1438 images to train on, 359 to test with"),
                        line -> assertThat(line).startsWith("Gradient check: 650 parameters agree"),
                        line -> assertThat(line).matches("Training  loss \\d\\.\\d{4}  accuracy \\d\\d\\.\\d\\d%"),
                        line -> assertThat(line).matches("Test      loss \\d\\.\\d{4}  accuracy \\d\\d\\.\\d\\d%"),
                        line -> assertThat(line).startsWith("Loss curve: ").endsWith("digits-loss.png"));
        assertThat(directory.resolve("a/b/digits-loss.png")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void digitsIsTheDefault() {
        assertThat(run("--steps", "1", "--quiet", "--output", directory.toString()))
                .isZero();
        assertThat(out.toString().lines()).hasSize(3);
    }

    @Test
    void reachesTheAccuracyThatItPromises() {
        assertThat(run("digits", "--quiet", "--output", directory.toString())).isZero();
        String test = out.toString()
                .lines()
                .filter(line -> line.startsWith("Test"))
                .findFirst()
                .orElseThrow();
        double percent = Double.parseDouble(test.replaceAll(".* (\\S+)%", "$1"));
        assertThat(percent).isGreaterThanOrEqualTo(94.0);
    }

    @Test
    void withoutFontsThePlotIsSkippedAndTheRestIsDone() throws IOException {
        ChartPainter failing = curve -> {
            throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
        };
        assertThat(run(failing, "--steps", "1", "--quiet", "--output", directory.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Test      loss")
                .contains("Plot skipped, this machine cannot draw it: UnsatisfiedLinkError: libfreetype.so.6");
        assertThat(err.toString()).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --steps=0           | Invalid value for option '--steps': 0 is not 1 or more
                    --steps=many        | Invalid value for option '--steps': 'many' is not a long
                    --learning-rate=0   | Invalid value for option '--learning-rate': 0.0 is not positive
                    --learning-rate=NaN | Invalid value for option '--learning-rate': NaN is not positive
                    --decay=-1          | Invalid value for option '--decay': -1.0 is not 0 or more
                    --batch=0           | Invalid value for option '--batch': 0 is not from 1 to the 1438 training images
                    --batch=1439        | Invalid value for option '--batch': 1439 is not from 1 to the 1438 training images
                    --samples=0         | Invalid value for option '--samples': 0 is not 1 or more
                    --directions=up     | Invalid value for option '--directions': 'up' is not one of [gaussian, rademacher, sphere, coordinate, orthonormal]
                    --seed              | Missing required parameter for option '--seed' (SEED)
                    --speed=1           | Unknown option: '--speed=1'
                    letters             | Unmatched argument at index 0: 'letters'
                    """)
    void aWrongCommandLineIsToldInOneLine(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("example-app: " + message + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void moreOrthonormalDirectionsThanThereAreDimensionsAreToldInOneLine() {
        assertThat(run("--directions=orthonormal", "--samples=651")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "example-app: Invalid value for option '--samples': 651 is not at most the 650"
                                + " parameters for orthonormal directions\n");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsToldBeforeTheTraining() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(run("--output", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("example-app: Invalid value for option '--output': cannot create");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void divergenceIsToldInOneLine() {
        assertThat(run("--quiet", "--learning-rate=1e308", "--output", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("example-app: Descent diverged at step ")
                        .contains("Choose a smaller learning rate"));
    }

    @Test
    void fitsAndReports() {
        assertThat(run("fit")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .contains(
                        "b1              1288.139680          4.6648       1288.139680     9.9",
                        "Residuals: sum of squares 5642.708240, standard deviation 13.714601, after 62 evaluations",
                        "shape              4.025415          1.1413",
                        "mean              72.224348          7.5061");
    }

    @Test
    void fitsFromTheOtherStart() {
        assertThat(run("fit", "--start=2")).isZero();
        assertThat(out.toString()).contains("Residuals: sum of squares 5642.708240");
    }

    @Test
    void fitKnowsTwoStarts() {
        assertThat(run("fit", "--start=3")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("example-app: Invalid value for option '--start': 3 is not 1 or 2\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: example-app", "  digits  ", "  fit  ");
    }

    @Test
    void helpOfDigitsNamesTheOptionsAndTheirDefaults() {
        assertThat(run("digits", "--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: example-app digits", "--learning-rate=ETA", "(default: 100000)")
                .contains("gaussian, rademacher,", "digits-loss.png");
    }

    @Test
    void anExperimentPrintsItsTablesAndWritesItsPlots() {
        assertThat(run("valley", "--quiet", "--seed=7", "--output", directory.toString()))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .containsExactly(
                        "A valley",
                        "Seed 7.",
                        "",
                        "Ends",
                        "   here",
                        "-  ----",
                        "f  5e-5",
                        "",
                        "It is low.",
                        "f by steps: " + directory.resolve("valley-1.png"));
        assertThat(directory.resolve("valley-1.png")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void theReportHasAllExperiments() throws IOException {
        assertThat(run("report", "--quiet", "--output", directory.toString())).isZero();
        assertThat(out.toString().lines()).containsExactly("Report: " + directory.resolve("report.html"));
        assertThat(Files.readString(directory.resolve("report.html")))
                .contains("section-1", "section-2", "data:image/png;base64,AQID", "Seed 1.")
                .contains("Made by &quot;example-app report --quiet --output", "The seed is 1:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    valley --data=x     | 2 | Unknown option: '--data=x'
                    images --runs=2     | 2 | Unknown option: '--runs=2'
                    images --steps=0    | 2 | Invalid value for option '--steps': 0 is not 1 or more
                    valley --runs=0     | 2 | Invalid value for option '--runs': 0 is not 1 or more
                    valley --runs=1001  | 2 | Invalid value for option '--runs': 1001 is more than 1000
                    valley --full       | 2 | Unknown option: '--full'
                    images --data=x     | 1 | cannot read the images: there is no train-images-idx3-ubyte and no train-images-idx3-ubyte.gz in x
                    report --data=x     | 1 | cannot read the images: there is no train-images-idx3-ubyte and no train-images-idx3-ubyte.gz in x
                    """)
    void anExperimentThatCannotBeRunIsToldInOneLine(String arguments, int code, String message) {
        String[] all = (arguments + " --output " + directory).split(" ");
        assertThat(run(all)).isEqualTo(code);
        assertThat(err.toString().lines().filter(line -> line.startsWith("example-app")))
                .containsExactly("example-app: " + message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theApplicationHasAllExperimentsOfThePaper() {
        ExampleApp app = new ExampleApp(chart -> new byte[0], Experiments.all());
        assertThat(app.commandLine().getSubcommands())
                .containsKeys(
                        "digits", "fit", "beale", "rosenbrock", "softmax", "mlp", "cnn", "depth", "variants", "report");
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("pushforward-example-app ");
    }
}
