package io.github.pushforward.example.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.example.data.ImageData;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.report.Findings;
import io.github.pushforward.example.report.Table;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment from end to end, in a few steps. */
class ExperimentsTest {

    private static final Settings FEW =
            new Settings(1, false, () -> ImageData.digits(1), OptionalLong.of(60), OptionalInt.of(2));

    /** Depth measures costs alone, and has a test of its own. */
    static Stream<Experiment> experiments() {
        return Experiments.all().stream()
                .filter(experiment -> !experiment.name().equals("depth"));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void findsTablesAndChartsAndSaysWhatThereIsToSee(Experiment experiment) {
        Findings findings = experiment.work().run(FEW, WorkProgress.NONE);
        assertThat(findings.title()).isNotBlank();
        assertThat(findings.setting()).isNotEmpty();
        assertThat(findings.remarks()).isNotEmpty();
        assertThat(findings.tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows()).isNotEmpty());
        assertThat(findings.charts())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(chart.lines()).isNotEmpty());
        // Series are told apart by their names.
        findings.charts()
                .forEach(chart -> assertThat(
                                chart.lines().stream().map(line -> line.name()).filter(name -> !name.isEmpty()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void depthMeasuresEachDepth() {
        Findings findings = DepthExperiment.run(FEW, WorkProgress.NONE, List.of(1, 3));
        Table table = findings.tables().get(0);
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("1", "3");
        assertThat(table.rows().get(0)).contains("R_f 2.5, R_b 4.6");
    }

    @Test
    void descentsEndWhereThePapersEnd() {
        Settings usual = new Settings(1, false, () -> ImageData.digits(1), OptionalLong.empty(), OptionalInt.empty());
        Findings beale = TestFunctionExperiment.beale().run(usual, WorkProgress.NONE);
        assertThat(end(beale)).isBetween(5e-6, 5e-4);
        Findings rosenbrock = TestFunctionExperiment.rosenbrock().run(usual, WorkProgress.NONE);
        assertThat(end(rosenbrock)).isBetween(1e-6, 2e-5);
    }

    private static double end(Findings findings) {
        return Double.parseDouble(findings.tables().get(0).rows().get(0).get(1));
    }

    @Test
    void imagesThatCannotBePooledTwiceAreToldOf() {
        assertThatThrownBy(() -> ConvolutionalExperiment.run(with(new double[100][36], 6), WorkProgress.NONE))
                .isInstanceOf(UnsuitableImagesException.class)
                .hasMessageContaining("multiple of 4");
    }

    @Test
    void fewerImagesThanABatchAreToldOf() {
        assertThatThrownBy(() -> SoftmaxExperiment.run(with(new double[63][64], 8), WorkProgress.NONE))
                .isInstanceOf(UnsuitableImagesException.class)
                .hasMessageContaining("63 images to train on: a step takes 64");
    }

    private static Settings with(double[][] images, int side) {
        LabeledImages some = new LabeledImages(images, new int[images.length]);
        return new Settings(
                1,
                false,
                () -> new ImageData("some", side, 10, some, some, some),
                OptionalLong.of(1),
                OptionalInt.of(1));
    }
}
