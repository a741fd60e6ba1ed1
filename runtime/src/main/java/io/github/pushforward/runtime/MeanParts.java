package io.github.pushforward.runtime;

import java.util.Arrays;

/**
 * The mean (1/K) Σ d_k v_k part after part. Each component is summed in the order of the directions and divided at the end,
 * so it has the same bits whatever the parts, and whether the directions are in memory or drawn again.
 */
final class MeanParts {

    private final int n;
    private final double[] sum;

    MeanParts(int n) {
        this.n = n;
        this.sum = new double[Math.min(n, GradientPart.LENGTH)];
    }

    /** Hands out the mean over all directions, each of which is at its beginning. */
    void forEach(DirectionParts[] directions, double[] derivatives, GradientPart consumer) {
        for (int offset = 0; offset < n; offset += sum.length) {
            int length = Math.min(sum.length, n - offset);
            Arrays.fill(sum, 0, length, 0.0);
            for (int k = 0; k < directions.length; k++) {
                directions[k].addNext(derivatives[k], sum, offset, length);
            }
            divide(sum, length, directions.length);
            consumer.accept(sum, offset, length);
        }
    }

    /** Turns a sum of K forward gradients into their mean. */
    static void divide(double[] sum, int length, int samples) {
        if (samples > 1) {
            for (int i = 0; i < length; i++) {
                sum[i] /= samples;
            }
        }
    }
}
