package io.github.pushforward.example.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart, before it is drawn.
 *
 * @param title what it shows
 * @param right the axis of the lines that are drawn {@link Line.Style#RIGHT}, from 0 to 1
 * @param lines what is drawn, in this order
 */
public record Chart(String title, Axis x, Axis y, @Nullable Axis right, List<Line> lines) {

    public Chart {
        lines = List.copyOf(lines);
    }

    public Chart(String title, Axis x, Axis y, List<Line> lines) {
        this(title, x, y, null, lines);
    }
}
