package io.github.pushforward.runtime;

import java.util.ArrayList;
import java.util.List;

/** A function that carries any number of directions through a pass, and remembers how many each pass carried. */
final class LaneQuadratic extends Quadratic {

    final List<Integer> passes = new ArrayList<>();

    LaneQuadratic(double[] curvature, double[] center) {
        super(curvature, center);
    }

    /** In n dimensions, computed without Math, whose results may differ by platform. */
    static LaneQuadratic of(int n) {
        double[] curvature = new double[n];
        double[] center = new double[n];
        for (int i = 0; i < n; i++) {
            curvature[i] = 1.0 + 0.25 * (i % 7);
            center[i] = 0.125 * (i % 5);
        }
        return new LaneQuadratic(curvature, center);
    }

    @Override
    public double along(double[] x, double[][] directions, double[] derivatives) {
        passes.add(directions.length);
        return super.along(x, directions, derivatives);
    }
}
