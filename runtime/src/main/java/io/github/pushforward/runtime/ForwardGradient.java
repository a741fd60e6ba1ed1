package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The estimator: the mean of K independent forward gradients g = (∇f·v) v, an unbiased estimate of ∇f from K forward
 * passes and no backward pass (Baydin et al., arXiv 2202.08587, section 3).
 *
 * <p>Its variance is E‖g − ∇f‖² = c‖∇f‖²/K, with the constant c of the law of directions in n dimensions ({@link
 * Directions}): about n/K. To know ∇f to a relative error r takes about n/r² passes, so for a gradient that is to be
 * <em>accurate</em> the n passes of {@link DifferentiableFunction#gradient} are cheaper; a descent, which averages over
 * its steps anyway, does well with K = 1.
 *
 * <p>An instance keeps one array of length n for the direction and allocates nothing else, so repeated estimates cost
 * what their passes cost. It therefore serves one thread at a time; it is cheap to make. Nothing is carried over from one
 * estimate to the next: the result depends on the arguments and on the state of the generator alone.
 */
public final class ForwardGradient {

    private static final double[] NONE = {};

    private final Directions directions;
    private final int samples;
    private double[] direction = NONE;

    /**
     * An estimator that averages over {@code samples} directions of a law.
     *
     * @param directions the law of the directions
     * @param samples the number K of directions, and so of passes, for each estimate
     * @throws IllegalArgumentException if {@code samples} is less than 1
     */
    public ForwardGradient(Directions directions, int samples) {
        this.directions = Objects.requireNonNull(directions, "directions");
        this.samples = Arguments.requireSamples(samples);
    }

    /**
     * Estimates ∇f(x), in K passes.
     *
     * <p>Where a directional derivative is infinite or NaN, so is the estimate.
     *
     * @param function f, of dimension n
     * @param x the inputs, of length n; left unchanged
     * @param random what the directions are drawn from
     * @param gradient receives the estimate, of length n; not the array {@code x}
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length, or if {@code gradient} is {@code x}
     */
    public double estimate(DifferentiableFunction function, double[] x, RandomGenerator random, double[] gradient) {
        int n = function.dimension();
        Arguments.requireLength("x", x, n);
        Arguments.requireLength("gradient", gradient, n);
        if (gradient == x && n > 0) {
            throw new IllegalArgumentException(
                    "gradient is the array x, which every pass still reads: pass an array of its own");
        }
        Arrays.fill(gradient, 0.0);
        double value = accumulate(function, x, random, gradient).value();
        for (int k = 1; k < samples; k++) {
            accumulate(function, x, random, gradient);
        }
        average(gradient);
        return value;
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
     * The variance of an estimate relative to the gradient, E‖g − ∇f‖² ÷ ‖∇f‖².
     *
     * @param dimension the number n of inputs
     * @throws IllegalArgumentException if {@code dimension} is negative
     */
    public double relativeVariance(int dimension) {
        return directions.relativeVariance(dimension) / samples;
    }

    /** The law of the directions. */
    public Directions directions() {
        return directions;
    }

    /** The number K of directions, and so of passes, for each estimate. */
    public int samples() {
        return samples;
    }

    /** Adds the forward gradient of one more direction to {@code sum}; the caller has checked the lengths. */
    Dual accumulate(DifferentiableFunction function, double[] x, RandomGenerator random, double[] sum) {
        if (direction.length != sum.length) {
            direction = new double[sum.length];
        }
        directions.draw(direction, random);
        Dual dual = function.along(x, direction);
        double derivative = dual.tangent();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += derivative * direction[i];
        }
        return dual;
    }

    /** Turns the sum of K forward gradients into their mean. */
    void average(double[] sum) {
        if (samples > 1) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= samples;
            }
        }
    }

    @Override
    public String toString() {
        return "ForwardGradient[directions=" + directions + ", samples=" + samples + "]";
    }
}
