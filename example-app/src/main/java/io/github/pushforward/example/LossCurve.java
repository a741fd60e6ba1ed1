package io.github.pushforward.example;

import java.util.ArrayList;
import java.util.List;

/** How losses and accuracy developed over a training. */
final class LossCurve {

    private final List<Point> points = new ArrayList<>();

    /** Measures the model as it is before some step, and adds it to the curve. */
    Point measure(long step, Model model, Split split) {
        Point point = new Point(
                step,
                model.loss(split.train()),
                model.loss(split.test()),
                model.accuracy(split.train()),
                model.accuracy(split.test()));
        points.add(point);
        return point;
    }

    /** In the order of their steps. */
    List<Point> points() {
        return List.copyOf(points);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    /** One measurement, over all training and all test images; accuracies are fractions. */
    record Point(long step, double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {}
}
