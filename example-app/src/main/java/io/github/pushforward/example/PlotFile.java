package io.github.pushforward.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the plot of a training goes, if this machine can draw one. */
final class PlotFile {

    private final Path path;
    private final LossPlot plot;

    PlotFile(Path path, LossPlot plot) {
        this.path = path;
        this.plot = plot;
    }

    /**
     * Draws and writes the plot. Without fonts, without a graphics library or without the module java.desktop, AWT fails in
     * many ways, most of them errors of linking: they cost the plot, not the training.
     *
     * @return one line: where the plot is, or why there is none
     * @throws IOException if the plot was drawn, but the file cannot be written
     */
    String write(LossCurve curve) throws IOException {
        byte[] png;
        try {
            png = plot.draw(curve);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return "Plot skipped, this machine cannot draw it: " + reason(e);
        }
        Files.write(path, png);
        return "Loss curve: " + path;
    }

    /** The root cause in one line. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.strip().lines().findFirst().orElse("");
    }
}
