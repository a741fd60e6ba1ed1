package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * Standard normal variates from {@link RandomGenerator#nextLong()} alone.
 *
 * <p>{@link RandomGenerator#nextGaussian()} would do, but its algorithm is not specified, and the same seed gives other
 * variates on Java 25 than on Java 17 (rare ones, but one is enough for a run not to repeat). This one uses basic
 * arithmetic and {@link StrictMath}, so equal bits in give equal bits out on every Java, at the same speed.
 *
 * <p>The method is the ziggurat of Marsaglia and Tsang (<i>The Ziggurat Method for Generating Random Variables</i>, Journal
 * of Statistical Software 5(8), 2000) with the corrections of Doornik (<i>An Improved Ziggurat Method to Generate Normal
 * Random Samples</i>, 2005): the area under the density is cut into 128 layers of equal area; a layer and a point across it
 * come from independent bits of one draw, and 98.8% of the points lie inside the density for certain.
 */
final class Ziggurat {

    private static final int LAYERS = 128;

    /** Where the tail begins: the right edge of layer 1. */
    private static final double TAIL = 3.442619855899;

    /** The area of each layer, the one with the tail included. */
    private static final double AREA = 9.91256303526217e-3;

    /** The half width of each layer, from the widest, which stands for the tail as well, to 0 at the top. */
    private static final double[] EDGES = edges();

    /** The part of each layer that lies below the next one, and so inside the density. */
    private static final double[] INSIDE = inside();

    private Ziggurat() {}

    private static double[] edges() {
        double[] edges = new double[LAYERS + 1];
        double density = StrictMath.exp(-0.5 * TAIL * TAIL);
        edges[0] = AREA / density;
        edges[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            edges[i] = Math.sqrt(-2.0 * StrictMath.log(AREA / edges[i - 1] + density));
            density = StrictMath.exp(-0.5 * edges[i] * edges[i]);
        }
        return edges;
    }

    private static double[] inside() {
        double[] inside = new double[LAYERS];
        for (int i = 0; i < LAYERS; i++) {
            inside[i] = EDGES[i + 1] / EDGES[i];
        }
        return inside;
    }

    /** One variate of N(0, 1). */
    static double next(RandomGenerator random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) (bits & (LAYERS - 1));
            double u = (bits >> 11) * 0x1p-52; // the upper 53 bits, in [−1, 1)
            double x = u * EDGES[layer];
            if (Math.abs(u) < INSIDE[layer]) {
                return x;
            }
            if (layer == 0) {
                return u < 0.0 ? -tail(random) : tail(random);
            }
            if (underDensity(layer, x, uniform(random))) {
                return x;
            }
        }
    }

    /** Whether the point at height {@code u} of its layer's height lies under exp(−x²/2), both sides divided by that. */
    private static boolean underDensity(int layer, double x, double u) {
        double lower = StrictMath.exp(-0.5 * (EDGES[layer] * EDGES[layer] - x * x));
        double upper = StrictMath.exp(-0.5 * (EDGES[layer + 1] * EDGES[layer + 1] - x * x));
        return upper + u * (lower - upper) < 1.0;
    }

    /** A variate beyond {@link #TAIL}, by Marsaglia's exponential rejection. */
    private static double tail(RandomGenerator random) {
        double x;
        double y;
        do {
            x = -StrictMath.log(uniform(random)) / TAIL;
            y = -StrictMath.log(uniform(random));
        } while (2.0 * y < x * x);
        return TAIL + x;
    }

    /** Uniform in the open interval (0, 1). */
    private static double uniform(RandomGenerator random) {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }
}
