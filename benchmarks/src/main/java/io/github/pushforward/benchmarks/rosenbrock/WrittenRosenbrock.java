package io.github.pushforward.benchmarks.rosenbrock;

import io.github.pushforward.runtime.Dual;

/** {@link Rosenbrock}, differentiated by hand. */
final class WrittenRosenbrock {

    private WrittenRosenbrock() {}

    static Dual tangent(double[] x, double[] xTangent) {
        double sum = 0;
        double sumTangent = 0;
        for (int i = 1; i < x.length; i++) {
            double previous = x[i - 1];
            double previousTangent = xTangent[i - 1];
            double off = x[i] - previous * previous;
            double left = 1 - previous;
            double scaled = 100 * off;
            sum += scaled * off + left * left;
            sumTangent += 2 * (scaled * (xTangent[i] - 2 * previous * previousTangent) - left * previousTangent);
        }
        return new Dual(sum, sumTangent);
    }

    /** Writes the gradient, returns the value. */
    static double gradient(double[] x, double[] gradient) {
        double sum = 0;
        double carried = 0;
        for (int i = 1; i < x.length; i++) {
            double previous = x[i - 1];
            double off = x[i] - previous * previous;
            double left = 1 - previous;
            double scaled = 100 * off;
            sum += scaled * off + left * left;
            gradient[i - 1] = carried - 4 * scaled * previous - 2 * left;
            carried = 2 * scaled;
        }
        gradient[x.length - 1] = carried;
        return sum;
    }
}
