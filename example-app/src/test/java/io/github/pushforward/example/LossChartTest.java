package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossChartTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    /** Passes on a machine without fonts as well, where the answer is that the plot was skipped. */
    @Test
    void drawsAPngOrIsSkipped(@TempDir Path directory) throws Exception {
        LossCurve curve = new LossCurve();
        Split split = Split.of(Digits.read(), 0.2, 1L).scaled();
        curve.measure(0, Model.zero(64, 10), split);
        curve.measure(10, CheckedGradient.randomModel(1L), split);
        Path file = directory.resolve("plot.png");
        String line = new PlotFile(file, drawn -> new LossChart().draw(drawn)).write(curve);
        if (line.startsWith("Plot skipped")) {
            assertThat(file).doesNotExist();
        } else {
            assertThat(Files.readAllBytes(file)).startsWith(PNG).hasSizeGreaterThan(5_000);
        }
    }
}
