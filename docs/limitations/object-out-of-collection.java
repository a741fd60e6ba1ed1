package demo;

import io.github.pushforward.Differentiable;
import java.util.ArrayList;
import java.util.List;

final class Demo {
    @Differentiable
    record Point(double x, double y) {}

    @Differentiable
    static double f(double x) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(x, 1));
        return points.get(0).x();
    }
}
