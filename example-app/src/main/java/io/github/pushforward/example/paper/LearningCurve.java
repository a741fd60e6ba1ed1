package io.github.pushforward.example.paper;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How a training went.
 *
 * @param points in the order of their steps, at least one
 * @param divergedAt the step that made a number that is not finite, or −1
 * @param test what the model was worth in the end on images it had not seen
 */
record LearningCurve(List<Point> points, long divergedAt, Score test) {

    /**
     * @param step how many steps had been made
     * @param seconds how long they took, without the measurements
     * @param validation what the model was worth then
     */
    record Point(long step, double seconds, Score validation) {}

    boolean diverged() {
        return divergedAt >= 0;
    }

    /** The point of the lowest validation loss. */
    Point best() {
        return points.stream()
                .filter(point -> !Double.isNaN(point.validation().loss()))
                .min(Comparator.comparingDouble(point -> point.validation().loss()))
                .orElse(points.get(0));
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    /** How long it took to get to a validation loss of {@code loss} or less, if it did. */
    OptionalDouble secondsTo(double loss) {
        return points.stream()
                .filter(point -> point.validation().loss() <= loss)
                .mapToDouble(Point::seconds)
                .findFirst();
    }

    /** How long a step took in the mean. */
    double secondsPerStep() {
        return last().seconds() / Math.max(1, last().step());
    }

    double[] column(ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).toArray();
    }
}
