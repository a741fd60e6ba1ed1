package io.github.pushforward.benchmarks;

import io.github.pushforward.runtime.DifferentiableMapping;

/** A camera, a point and a weight in, an error of two coordinates out; small arrays in between. */
public class ReprojectionBenchmark extends MappingBenchmark {
    private final double[] camera = camera();
    private final double[] point = point();
    private double weight = 0.9;
    private final double[] feature = feature();

    private static double[] camera() {
        return new double[] {0.1, -0.2, 0.3, 0.5, 0.25, -0.75, 500, 320, 240, 0.01, -0.002};
    }

    private static double[] point() {
        return new double[] {1, 2, 8};
    }

    private static double[] feature() {
        return new double[] {350, 330};
    }

    @Override
    String label() {
        return "Bundle adjustment, 2 × 15";
    }

    @Override
    DifferentiableMapping mapping() {
        return ReprojectionGradient.errorFunction(camera(), point(), 0.9, feature());
    }

    @Override
    double[] original() {
        return Reprojection.error(camera, point, weight, feature);
    }
}
