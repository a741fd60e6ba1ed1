package demo;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

final class Well {
    private static final double DEPTH = Math.cosh(0.5);

    private Well() {}

    @Differentiable(order = 2)
    static double energy(double[] x, @Constant double[] centre, double width) {
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += part(x[i], centre[i]);
        }
        double r = Math.sqrt(square) / width;
        return -DEPTH * Math.exp(-r * r) + Math.max(width, 0);
    }

    private static double part(double x, double y) {
        double difference = x - y;
        return difference * difference;
    }

    @Differentiable(order = 2)
    static void relax(double[] x, double rate) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= rate * x[i] * x[i];
        }
    }

    @Differentiable(order = 2)
    static double relaxed(double[] x, double rate) {
        relax(x, rate);
        return x[0] * x[1];
    }
}
