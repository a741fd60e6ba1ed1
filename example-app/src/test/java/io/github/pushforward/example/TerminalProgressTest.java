package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    @Test
    void showsHowFarTheTrainingIsAndItsLoss() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.US_ASCII);
        try (TerminalProgress progress = new TerminalProgress(stream, 10)) {
            progress.reached(new LossCurve.Point(10, 0.25, 0.5, 0.9, 0.8));
        }
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).contains("Training 100%", "10/10", "loss 0.2500");
    }
}
