package io.github.pushforward.example.paper;

import io.github.pushforward.example.report.Table;
import java.util.List;

/**
 * The time that one method took to a loss ÷ that of the other.
 *
 * @param ratio of the times; where the one did not get there, of all its time: a lower bound
 * @param isReached whether it got there
 */
record TimeRatio(double ratio, boolean isReached) {

    /** The mean of the runs that got there, and the least bound of those that did not. */
    static String summary(List<TimeRatio> ratios) {
        double[] reached = ratios.stream()
                .filter(TimeRatio::isReached)
                .mapToDouble(TimeRatio::ratio)
                .toArray();
        double bound = ratios.stream()
                .filter(ratio -> !ratio.isReached())
                .mapToDouble(TimeRatio::ratio)
                .min()
                .orElse(Double.NaN);
        String mean = Cells.ratio(Statistics.mean(reached));
        if (reached.length == ratios.size()) {
            return ratios.isEmpty() ? Table.NOTHING : mean;
        }
        String beyond = "> " + Cells.ratio(bound);
        return reached.length == 0
                ? beyond
                : mean + " in " + reached.length + " of " + ratios.size() + " runs, " + beyond + " in the others";
    }
}
