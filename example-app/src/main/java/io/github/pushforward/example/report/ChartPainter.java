package io.github.pushforward.example.report;

import java.io.IOException;

/** Draws charts. */
@FunctionalInterface
public interface ChartPainter {

    /**
     * The drawing as a PNG file.
     *
     * @throws IOException if it cannot be encoded
     */
    byte[] draw(Chart chart) throws IOException;
}
