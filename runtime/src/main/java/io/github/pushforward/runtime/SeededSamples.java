package io.github.pushforward.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The passes of one estimate after another, each of which is kept as the seeds of its directions and the derivatives along
 * them. Where a block holds all directions, the mean is summed from it; else they are drawn again.
 */
final class SeededSamples {

    private final DirectionBlock block;
    private final double[] derivatives;
    private final long[] seeds;
    private final DirectionParts @Nullable [] stored;
    private final MeanParts parts;
    private final SeededMean mean;

    SeededSamples(Directions law, int samples, int blockSize, int n) {
        block = new DirectionBlock(law, samples, blockSize);
        block.fit(n);
        derivatives = new double[samples];
        seeds = new long[SeededMean.seedsOf(law, samples)];
        parts = new MeanParts(n);
        mean = new SeededMean(law, n, samples);
        stored = block.holdsAll() ? new DirectionParts[samples] : null;
        for (int k = 0; stored != null && k < samples; k++) {
            stored[k] = new StoredDirection(block.direction(k));
        }
    }

    /** Draws K directions, differentiates along them, and returns the value. */
    double along(DifferentiableFunction function, double[] x, SplitMix random) {
        return block.sample(function, x, random, seeds, derivatives);
    }

    /** The derivatives along the K directions; writing to it changes the mean. */
    double[] derivatives() {
        return derivatives;
    }

    /** Hands out the mean (1/K) Σ d_k v_k, part after part. */
    void forEachPart(GradientPart consumer) {
        if (stored != null) {
            parts.forEach(stored, derivatives, consumer);
        } else {
            mean.forEachPart(seeds, derivatives, consumer);
        }
    }
}
