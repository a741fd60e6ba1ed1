package io.github.pushforward.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The mean (1/K) Σ d_k v_k of directions that are drawn again from their seeds. What memory it takes depends on the law:
 * for the standard ones whose directions are independent a generator for each, O(K); for orthonormal directions these,
 * O(Kn); for a law of the user's, which can only draw whole directions, one of them and the sum, O(n).
 */
final class SeededMean {

    private final Directions law;
    private final int n;
    private final int samples;
    private @Nullable MeanParts parts;
    private RegeneratedDirection @Nullable [] regenerated;
    private double @Nullable [][] whole;

    SeededMean(Directions law, int n, int samples) {
        this.law = law;
        this.n = n;
        this.samples = samples;
    }

    /** The number of seeds that K directions have: one that gives them all, where they depend on each other. */
    static int seedsOf(Directions law, int samples) {
        return law.independent() ? samples : 1;
    }

    /**
     * Hands out the mean, part after part.
     *
     * @param seeds of the directions, as many as {@link #seedsOf} says
     * @param derivatives d_k, of length K
     */
    void forEachPart(long[] seeds, double[] derivatives, GradientPart consumer) {
        if (!law.independent()) {
            joint(seeds[0], derivatives, consumer);
        } else if (law instanceof StandardDirections standard) {
            streamed(standard, seeds, derivatives, consumer);
        } else {
            whole(seeds, derivatives, consumer);
        }
    }

    private MeanParts parts() {
        MeanParts made = parts;
        if (made == null) {
            made = new MeanParts(n);
            parts = made;
        }
        return made;
    }

    private void streamed(StandardDirections standard, long[] seeds, double[] derivatives, GradientPart consumer) {
        RegeneratedDirection[] directions = regenerated;
        if (directions == null) {
            directions = new RegeneratedDirection[samples];
            double[] part = new double[Math.min(n, GradientPart.LENGTH)];
            for (int k = 0; k < samples; k++) {
                directions[k] = new RegeneratedDirection(standard, n, part);
            }
            regenerated = directions;
        }
        for (int k = 0; k < samples; k++) {
            directions[k].restart(seeds[k]);
        }
        parts().forEach(directions, derivatives, consumer);
    }

    private void joint(long seed, double[] derivatives, GradientPart consumer) {
        double[][] rows = new double[samples][n];
        law.draw(rows, new SplitMix(seed));
        DirectionParts[] directions = new DirectionParts[samples];
        for (int k = 0; k < samples; k++) {
            directions[k] = new StoredDirection(rows[k]);
        }
        parts().forEach(directions, derivatives, consumer);
    }

    private void whole(long[] seeds, double[] derivatives, GradientPart consumer) {
        double[][] arrays = whole;
        if (arrays == null) {
            arrays = new double[2][n];
            whole = arrays;
        }
        double[] v = arrays[0];
        double[] sum = arrays[1];
        Arrays.fill(sum, 0.0);
        SplitMix random = new SplitMix(0L);
        for (int k = 0; k < samples; k++) {
            random.restart(seeds[k]);
            law.draw(v, random);
            for (int i = 0; i < n; i++) {
                sum[i] += derivatives[k] * v[i];
            }
        }
        MeanParts.divide(sum, n, samples);
        consumer.accept(sum, 0, n);
    }
}
