package io.github.pushforward.example.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotFileTest {

    @TempDir
    private Path directory;

    private final Chart chart = new Chart(
            "losses",
            Axis.linear("step"),
            Axis.linear("loss"),
            List.of(Line.plain("loss", new double[] {0, 1}, new double[] {2, 1})));

    private Path file() {
        return directory.resolve("plot.png");
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new NoClassDefFoundError("the reason"),
                new UnsatisfiedLinkError("the reason"),
                new ExceptionInInitializerError(new IllegalStateException("the reason")),
                new InternalError(new RuntimeException("the reason\nand more")),
                new IllegalStateException("outer", new NullPointerException("the reason")),
                new IOException("the reason"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMachineThatCannotDrawSkipsThePlotAndSaysWhy(Throwable failure) throws IOException {
        String line = new PlotFile(file(), failing(failure)).write("Loss curve", chart);
        assertThat(line)
                .startsWith("Plot skipped, this machine cannot draw it: ")
                .endsWith(": the reason")
                .doesNotContain("\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFailureWithoutMessageIsNamed() throws IOException {
        assertThat(new PlotFile(file(), failing(new NullPointerException())).write("Loss curve", chart))
                .endsWith("draw it: NullPointerException");
    }

    @Test
    void runningOutOfMemoryIsNoReasonToGoOn() {
        assertThatThrownBy(() -> new PlotFile(file(), failing(new OutOfMemoryError())).write("Loss curve", chart))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatWasDrawnIsWritten() throws IOException {
        assertThat(new PlotFile(file(), drawn -> new byte[] {1, 2}).write("Loss curve", chart))
                .isEqualTo("Loss curve: " + file());
        assertThat(file()).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailure() {
        assertThatIOException()
                .isThrownBy(() -> new PlotFile(directory, drawn -> new byte[] {1}).write("Loss curve", chart));
    }

    private static ChartPainter failing(Throwable failure) {
        return drawn -> {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof IOException exception) {
                throw exception;
            }
            throw (RuntimeException) failure;
        };
    }
}
