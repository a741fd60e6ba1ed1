package io.github.pushforward.example.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the plot of a chart goes, if this machine can draw one. */
public final class PlotFile {

    private final Path path;
    private final ChartPainter painter;

    public PlotFile(Path path, ChartPainter painter) {
        this.path = path;
        this.painter = painter;
    }

    /**
     * Draws and writes the plot.
     *
     * @param what is drawn, to begin the line with
     * @return one line: where the plot is, or why there is none
     * @throws IOException if the plot was drawn, but the file cannot be written
     */
    public String write(String what, Chart chart) throws IOException {
        Drawing drawing = Drawing.of(chart, painter);
        byte[] png = drawing.png();
        if (png == null) {
            return drawing.failure();
        }
        Files.write(path, png);
        return what + ": " + path;
    }
}
