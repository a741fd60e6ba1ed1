package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Logistic {
    private Logistic() {}

    @Differentiable
    static double loss(double[] weights, double bias, @Constant double[][] points, int[] labels) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double margin = labels[i] * (bias + dot(weights, points[i]));
            sum += Math.log1p(Math.exp(-margin));
        }
        return sum / points.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
