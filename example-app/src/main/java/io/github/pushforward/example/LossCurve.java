package io.github.pushforward.example;

import io.github.pushforward.example.data.Split;
import io.github.pushforward.example.report.Axis;
import io.github.pushforward.example.report.Chart;
import io.github.pushforward.example.report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    /** The losses against the left axis, the accuracy against the right one. */
    Chart chart() {
        return new Chart(
                "Handwritten digits, softmax regression by forward gradient descent",
                Axis.linear("step"),
                Axis.linear("loss"),
                Axis.linear("accuracy"),
                List.of(
                        line("training loss", Point::trainLoss, Line.Style.PLAIN),
                        line("test loss", Point::testLoss, Line.Style.PLAIN),
                        line("test accuracy", Point::testAccuracy, Line.Style.RIGHT)));
    }

    private Line line(String name, ToDoubleFunction<Point> y, Line.Style style) {
        return new Line(
                name,
                points.stream().mapToDouble(Point::step).toArray(),
                points.stream().mapToDouble(y).toArray(),
                style);
    }

    /** One measurement, over all training and all test images; accuracies are fractions. */
    record Point(long step, double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {}
}
