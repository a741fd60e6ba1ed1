package demo;

import io.github.pushforward.Differentiable;
import java.awt.geom.Point2D;

final class Demo {
    @Differentiable
    static double f(double[] x) {
        return Point2D.distance(x[0], x[1], 0, 0);
    }
}
