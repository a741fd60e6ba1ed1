package io.github.pushforward.example.report;

/**
 * An axis of a chart.
 *
 * @param title what is along it, with its unit
 * @param logarithmic whether its scale is
 */
public record Axis(String title, boolean logarithmic) {

    public static Axis linear(String title) {
        return new Axis(title, false);
    }

    public static Axis logarithmic(String title) {
        return new Axis(title, true);
    }
}
