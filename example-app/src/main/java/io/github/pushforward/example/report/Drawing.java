package io.github.pushforward.example.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A drawn chart, or why there is none.
 *
 * @param png the file
 * @param failure one line
 */
record Drawing(byte @Nullable [] png, String failure) {

    /**
     * Draws a chart. Without fonts, without a graphics library or without the module java.desktop, AWT fails in many ways, most of them
     * errors of linking: they cost the plot, not what it would have shown.
     */
    static Drawing of(Chart chart, ChartPainter painter) {
        try {
            return new Drawing(painter.draw(chart), "");
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return new Drawing(null, "Plot skipped, this machine cannot draw it: " + reason(e));
        }
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
