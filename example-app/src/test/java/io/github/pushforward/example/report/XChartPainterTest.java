package io.github.pushforward.example.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XChartPainterTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final double[] X = {1, 10, 100};
    private static final double[] Y = {0.5, Double.NaN, 0.25};

    static Stream<Chart> charts() {
        return Stream.of(
                new Chart(
                        "every style",
                        Axis.linear("step"),
                        Axis.linear("loss"),
                        Axis.linear("accuracy"),
                        Arrays.stream(Line.Style.values())
                                .map(style -> new Line(style.name(), X, Y, style))
                                .toList()),
                new Chart(
                        "logarithmic",
                        Axis.logarithmic("step"),
                        Axis.logarithmic("loss"),
                        List.of(Line.plain("a", X, Y), Line.plain("b", new double[] {3}, new double[] {1e-9}))));
    }

    /** Passes on a machine without fonts as well, where the answer is that the plot was skipped. */
    @ParameterizedTest
    @MethodSource("charts")
    void drawsAPngOrIsSkipped(Chart chart, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("plot.png");
        String line = new PlotFile(file, drawn -> new XChartPainter().draw(drawn)).write("Plot", chart);
        if (line.startsWith("Plot skipped")) {
            assertThat(file).doesNotExist();
        } else {
            assertThat(Files.readAllBytes(file)).startsWith(PNG).hasSizeGreaterThan(5_000);
        }
    }
}
