package demo;

import io.github.pushforward.Differentiable;

final class Counter {
    static int calls;

    private Counter() {}

    /** Writes what outlives the call: it has a tangent and no gradient, of which the processor warns. */
    @Differentiable
    static double counted(double x) {
        calls++;
        return x * x;
    }

    @Differentiable
    static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
