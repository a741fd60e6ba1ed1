package io.github.pushforward.runtime;

import java.util.Objects;

/**
 * A forward gradient kept as what it was made of: the seeds of its K directions and the derivatives d_k along them. That is
 * 2K numbers in place of n, and all there is to know: the estimate (1/K) Σ d_k v_k can be added to an array at any time,
 * for which the directions are drawn again, component by component. So a descent step needs no gradient,
 *
 * <pre>{@code
 * estimator.estimate(function, theta, seed).addTo(theta, -eta);
 * }</pre>
 *
 * and a step can be sent to another machine, or taken back, for the price of 2K numbers. The bits are those of {@link
 * ForwardGradient#estimate(DifferentiableFunction, double[], java.util.random.RandomGenerator, double[])} with a {@link
 * java.util.SplittableRandom} of the same seed.
 *
 * <p>{@link #addTo} draws K·n components (those of the sphere twice, for their norm comes first). Besides its target it
 * needs O(K) memory for {@link Directions#gaussian()}, {@link Directions#rademacher()}, {@link Directions#sphere()} and
 * {@link Directions#coordinate()}; for {@link Directions#orthonormal()}, whose directions depend on each other, all K of
 * them, O(Kn); for a law of your own, which draws whole directions, two arrays of length n. It makes no passes.
 *
 * <p>Instances are immutable, and serve many threads as long as the law does.
 */
public final class SeededGradient {

    private final Directions directions;
    private final int dimension;
    private final double value;
    private final long[] seeds;
    private final double[] derivatives;

    /**
     * A forward gradient from its parts, as another instance gave them.
     *
     * @param directions the law of the directions
     * @param dimension n
     * @param value f(x)
     * @param seeds of the K directions: each is drawn from a {@link java.util.SplittableRandom} of its seed. One seed alone
     *     where the directions depend on each other ({@link Directions#independent()} is {@code false}). Copied
     * @param derivatives d_k, of length K, at least 1; copied
     * @throws IllegalArgumentException if the dimension is negative, the arrays have other lengths, or there are no K such
     *     directions in n dimensions
     */
    public SeededGradient(Directions directions, int dimension, double value, long[] seeds, double[] derivatives) {
        this.directions = Objects.requireNonNull(directions, "directions");
        this.dimension = dimension;
        this.value = value;
        this.seeds = seeds.clone();
        this.derivatives = derivatives.clone();
        if (dimension < 0) {
            throw new IllegalArgumentException("dimension is " + dimension + ": pass the number of inputs, 0 or more");
        }
        if (derivatives.length == 0) {
            throw new IllegalArgumentException("derivatives is empty: a forward gradient has at least one direction");
        }
        if (!directions.independent()) {
            directions.relativeVariance(dimension, derivatives.length); // throws where there are no such directions
        }
        int expected = SeededMean.seedsOf(directions, derivatives.length);
        if (seeds.length != expected) {
            throw new IllegalArgumentException("seeds has length " + seeds.length + ", but " + derivatives.length
                    + " derivatives along " + directions + " have " + expected + ": pass as many");
        }
    }

    /** {@return the law of the directions} */
    public Directions directions() {
        return directions;
    }

    /** {@return the number n of inputs} */
    public int dimension() {
        return dimension;
    }

    /** {@return the value f(x)} */
    public double value() {
        return value;
    }

    /** {@return the seeds of the directions, K of them or one that gives them all; a copy} */
    public long[] seeds() {
        return seeds.clone();
    }

    /** {@return the derivatives d_k = ∇f(x)·v_k; a copy} */
    public double[] derivatives() {
        return derivatives.clone();
    }

    /**
     * Adds {@code factor} times the estimate to {@code target}: a step of descent, with the factor −η and the point itself.
     *
     * @param target of length n
     * @param factor what each component of the estimate is multiplied by
     * @throws IllegalArgumentException if {@code target} has another length
     */
    public void addTo(double[] target, double factor) {
        Arguments.requireLength("target", target, dimension);
        forEachPart(seeds, derivatives, (gradient, offset, length) -> {
            for (int i = 0; i < length; i++) {
                target[offset + i] += factor * gradient[i];
            }
        });
    }

    /**
     * {@return how far the estimate may be from ∇f(x)} Draws the directions twice more where they are independent, for
     * ‖g_k‖² and for ‖g‖².
     */
    public GradientNoise noise() {
        double squaredDerivatives = 0.0;
        for (double derivative : derivatives) {
            squaredDerivatives += derivative * derivative;
        }
        double squaredSamples = 0.0;
        double squaredMean = 0.0;
        if (GradientNoise.showsSpread(directions, derivatives.length)) {
            for (int k = 0; k < derivatives.length; k++) {
                squaredSamples += squares(new long[] {seeds[k]}, new double[] {derivatives[k]});
            }
            squaredMean = squares(seeds, derivatives);
        }
        return GradientNoise.of(
                directions, dimension, derivatives.length, squaredDerivatives, squaredSamples, squaredMean);
    }

    private double squares(long[] ofSeeds, double[] ofDerivatives) {
        SumOfSquares squares = new SumOfSquares();
        forEachPart(ofSeeds, ofDerivatives, (gradient, offset, length) -> squares.add(1.0, gradient, length));
        return squares.take();
    }

    private void forEachPart(long[] ofSeeds, double[] ofDerivatives, GradientPart consumer) {
        new SeededMean(directions, dimension, ofDerivatives.length).forEachPart(ofSeeds, ofDerivatives, consumer);
    }

    /** The scalars of the estimate. */
    @Override
    public String toString() {
        return "SeededGradient[directions=" + directions + ", dimension=" + dimension + ", value=" + value
                + ", samples=" + derivatives.length + "]";
    }
}
