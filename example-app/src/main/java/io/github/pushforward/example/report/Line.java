package io.github.pushforward.example.report;

/**
 * A line of a chart; where a coordinate is not a number, it is broken.
 *
 * @param name in the legend
 * @param x of its points
 * @param y of its points, as many
 */
public record Line(String name, double[] x, double[] y, Style style) {

    /** How a line is drawn. */
    public enum Style {
        /** In the next colour. */
        PLAIN,
        /** In the next colour, dashed. */
        DASHED,
        /** With a marker at each point, where there are few. */
        MARKED,
        /** Thin and grey and not in the legend: what others are seen against. */
        BACKGROUND,
        /** Against the axis to the right. */
        RIGHT
    }

    public Line {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("the line " + name + " has " + x.length + " x and " + y.length
                    + " y: it needs as many, one or more");
        }
    }

    public static Line plain(String name, double[] x, double[] y) {
        return new Line(name, x, y, Style.PLAIN);
    }
}
