package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The estimator: the mean of K forward gradients g_k = (∇f·v_k) v_k, an unbiased estimate of ∇f from K directional
 * derivatives and no backward pass (Baydin et al., arXiv 2202.08587, section 3). The directions are independent, or
 * orthonormal ({@link Directions#orthonormal()}): then the mean is (n/K) Σ (∇f·q_k) q_k, which is exact at K = n.
 *
 * <p>Its variance is E‖g − ∇f‖² = c‖∇f‖², with the constant c of the law of K directions in n dimensions ({@link
 * Directions}): about n/K. To know ∇f to a relative error r takes about n/r² independent directions, or n/(1 + r²)
 * orthonormal ones, so for a gradient that is to be <em>accurate</em> the n passes of {@link
 * DifferentiableFunction#gradient} are cheaper; a descent, which averages over its steps anyway, does well with K = 1.
 * {@link #noise()} tells how far an estimate may be off.
 *
 * <p>The function differentiates along up to eight directions at a time, for which generated views need fewer passes than
 * directions ({@link DifferentiableFunction#along(double[], double[][], double[])}); the bits of the result do not depend
 * on it.
 *
 * <p>An instance keeps an array of length n for each direction of such a block (for each of all K orthonormal ones) and
 * allocates nothing else, so repeated estimates cost what their passes cost. It therefore serves one thread at a time; it is
 * cheap to make. No estimate depends on those before it: the result depends on the arguments and on the state of the
 * generator alone.
 */
public final class ForwardGradient {

    private final Directions directions;
    private final int samples;
    private final DirectionBlock block;
    private final SumOfSquares squares = new SumOfSquares();

    private int dimension = -1;
    private double squaredDerivatives;
    private double squaredSamples;
    private double squaredMean;

    /**
     * An estimator that averages over {@code samples} directions of a law.
     *
     * @param directions the law of the directions
     * @param samples the number K of directions for each estimate
     * @throws IllegalArgumentException if {@code samples} is less than 1
     */
    public ForwardGradient(Directions directions, int samples) {
        this(directions, samples, DirectionBlock.SIZE);
    }

    /** The same, with blocks of {@code blockSize} directions. */
    ForwardGradient(Directions directions, int samples, int blockSize) {
        this.directions = Objects.requireNonNull(directions, "directions");
        this.samples = Arguments.requireSamples(samples);
        this.block = new DirectionBlock(directions, samples, blockSize);
    }

    /**
     * Estimates ∇f(x), from K directional derivatives.
     *
     * <p>Where a directional derivative is infinite or NaN, so is the estimate.
     *
     * @param function f, of dimension n
     * @param x the inputs, of length n; left unchanged
     * @param random what the directions are drawn from
     * @param gradient receives the estimate, of length n; not the array {@code x}
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length, if {@code gradient} is {@code x}, or if there are no
     *     K such directions in n dimensions
     */
    public double estimate(DifferentiableFunction function, double[] x, RandomGenerator random, double[] gradient) {
        int n = function.dimension();
        Arguments.requireLength("x", x, n);
        Arguments.requireLength("gradient", gradient, n);
        Arguments.requireApart("gradient", gradient, "x", x);
        block.fit(n);
        Arrays.fill(gradient, 0.0);
        dimension = -1;
        squaredDerivatives = 0.0;
        squaredSamples = 0.0;
        double value = 0.0;
        int first = 0;
        while (first < samples) {
            int size = block.draw(first, random);
            value = block.along(function, x);
            for (int j = 0; j < size; j++) {
                accumulate(block.derivative(j), block.direction(j), gradient);
            }
            first += size;
        }
        MeanParts.divide(gradient, n, samples);
        if (showsSpread()) {
            squares.add(1.0, gradient, n);
            squaredMean = squares.take();
        }
        dimension = n;
        return value;
    }

    /** Adds the forward gradient along one direction to {@code sum}. */
    private void accumulate(double derivative, double[] v, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += derivative * v[i];
        }
        squaredDerivatives += derivative * derivative;
        if (showsSpread()) {
            squares.add(derivative, v, v.length);
            squaredSamples += squares.take();
        }
    }

    /** Whether the standard error is that of the samples. */
    private boolean showsSpread() {
        return GradientNoise.showsSpread(directions, samples);
    }

    /**
     * Estimates ∇f(x) from K directional derivatives, and keeps the seeds of the directions in place of the estimate: the
     * same bits as that of a {@link java.util.SplittableRandom} of this seed, in 2K numbers.
     *
     * @param function f, of dimension n
     * @param x the inputs, of length n; left unchanged
     * @param seed what the directions are drawn from; another one for each estimate, or the directions are the same
     * @return f(x), the seeds and the derivatives along their directions
     * @throws IllegalArgumentException if {@code x} has another length, or if there are no K such directions in n dimensions
     */
    public SeededGradient estimate(DifferentiableFunction function, double[] x, long seed) {
        int n = function.dimension();
        Arguments.requireLength("x", x, n);
        block.fit(n);
        double[] derivatives = new double[samples];
        long[] seeds = new long[SeededMean.seedsOf(directions, samples)];
        double value = block.sample(function, x, new SplitMix(seed), seeds, derivatives);
        return new SeededGradient(directions, n, value, seeds, derivatives);
    }

    /**
     * {@return how far the last estimate that was written to an array may be from ∇f: its standard error, as the
     * samples show it, and the variance that theory predicts} A {@link SeededGradient} tells its own noise. Costs
     * nothing more: what it takes was summed along with the estimate.
     *
     * @throws IllegalStateException if there is no such estimate yet, or the last one threw an exception
     */
    public GradientNoise noise() {
        if (dimension < 0) {
            throw new IllegalStateException(
                    "there is no estimate that could have noise: call estimate(...) before noise()");
        }
        return GradientNoise.of(directions, dimension, samples, squaredDerivatives, squaredSamples, squaredMean);
    }

    /**
     * Draws one direction and differentiates along it, in one pass: the forward gradient before it is multiplied out.
     *
     * @param function f, of dimension n
     * @param x the inputs, of length n; left unchanged
     * @param random what the direction is drawn from
     * @param v receives the direction, of length n; not the array {@code x}
     * @return f(x) and d = ∇f(x)·v; the forward gradient is d·v
     * @throws IllegalArgumentException if an array has another length, or if {@code v} is {@code x}
     */
    public Dual sample(DifferentiableFunction function, double[] x, RandomGenerator random, double[] v) {
        int n = function.dimension();
        Arguments.requireLength("x", x, n);
        Arguments.requireLength("v", v, n);
        if (v == x && n > 0) {
            throw new IllegalArgumentException("v is the array x, and would be overwritten: pass an array of its own");
        }
        directions.draw(v, random);
        return function.along(x, v);
    }

    /**
     * {@return the variance of an estimate relative to the gradient, E‖g − ∇f‖² ÷ ‖∇f‖²}
     *
     * @param dimension the number n of inputs
     * @throws IllegalArgumentException if {@code dimension} is negative, or if there are no K such directions in n dimensions
     */
    public double relativeVariance(int dimension) {
        return directions.relativeVariance(dimension, samples);
    }

    /** {@return the law of the directions} */
    public Directions directions() {
        return directions;
    }

    /** {@return the number K of directions for each estimate} */
    public int samples() {
        return samples;
    }

    @Override
    public String toString() {
        return "ForwardGradient[directions=" + directions + ", samples=" + samples + "]";
    }
}
