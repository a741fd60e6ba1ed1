package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * A law of random directions v in Rⁿ with E[v vᵀ] = I: what makes the forward gradient (∇f·v) v an unbiased estimate of
 * ∇f, because E[(∇f·v) v] = E[v vᵀ] ∇f = ∇f. Independent components of mean 0 and variance 1 have it (Baydin, Pearlmutter,
 * Syme, Wood, Torr, <i>Gradients without Backpropagation</i>, arXiv 2202.08587, section 3), and they are not alone: the
 * mean may be anything, since v and −v give the same forward gradient.
 *
 * <p>The laws differ in the variance of that estimate. With g = (∇f·v) v and ‖·‖ the Euclidean norm:
 *
 * <table>
 * <caption>Variance of one forward gradient in n dimensions</caption>
 * <tr><th>law</th><th>v</th><th>E‖g − ∇f‖² ÷ ‖∇f‖²</th></tr>
 * <tr><td>{@link #gaussian()}</td><td>components N(0, 1)</td><td>n + 1</td></tr>
 * <tr><td>{@link #rademacher()}</td><td>components ±1</td><td>n − 1</td></tr>
 * <tr><td>{@link #sphere()}</td><td>uniform on the sphere of radius √n</td><td>n − 1</td></tr>
 * <tr><td>{@link #coordinate()}</td><td>√n·e_i, i uniform</td><td>n − 1</td></tr>
 * </table>
 *
 * <p>The formula behind it: g has second moment E‖g‖² = E[(∇f·v)² ‖v‖²]. Independent components of kurtosis κ = E[v_i⁴]
 * make that (n − 1 + κ)‖∇f‖², so the variance is (n − 2 + κ)‖∇f‖²: κ = 3 for the Gaussian (Nesterov and Spokoiny,
 * <i>Random Gradient-Free Minimization of Convex Functions</i>, Found. Comput. Math. 17, 2017, bound the same second
 * moment by (n + 4)‖∇f‖²) and κ = 1, the least there is, for Rademacher. Where ‖v‖² = n always, as on the sphere and
 * along coordinates, E‖g‖² = n‖∇f‖² whatever else the law is.
 *
 * <p>Write your own law by implementing this interface; nothing checks that E[v vᵀ] = I, and without it
 * the estimate is biased. The laws that this interface hands out have no state and serve any number of
 * threads, each with its own generator. They draw on {@link RandomGenerator#nextLong()} alone, so a generator in a given
 * state gives the same directions on every Java version ({@link RandomGenerator#nextGaussian()} does not).
 */
public interface Directions {

    /**
     * Overwrites {@code v} with one direction, independent of those before it.
     *
     * @param v receives the direction, its length is the dimension n; nothing is drawn where n = 0
     * @param random the only source of randomness: the same state of it must give the same direction
     */
    void draw(double[] v, RandomGenerator random);

    /**
     * The variance of one forward gradient relative to the gradient, E‖g − ∇f‖² ÷ ‖∇f‖², which may not depend on ∇f.
     *
     * @param dimension n, at least 0; in 0 dimensions there is nothing to estimate and the answer is 0
     * @throws IllegalArgumentException if {@code dimension} is negative
     */
    double relativeVariance(int dimension);

    /** Independent components v_i ~ N(0, 1): the law of the paper, and the default everywhere. */
    static Directions gaussian() {
        return StandardDirections.GAUSSIAN;
    }

    /**
     * Independent components ±1 with probability ½ each: the least variance of all laws with independent components, and
     * the cheapest to draw (64 components for each {@code nextLong()}). Exact in one dimension.
     */
    static Directions rademacher() {
        return StandardDirections.RADEMACHER;
    }

    /** Uniform on the sphere of radius √n: a Gaussian direction, scaled to that length. */
    static Directions sphere() {
        return StandardDirections.SPHERE;
    }

    /**
     * √n·e_i with i uniform in 0 … n − 1: a forward gradient is then n times one partial derivative, and 0 elsewhere, as in
     * randomized coordinate descent.
     */
    static Directions coordinate() {
        return StandardDirections.COORDINATE;
    }
}
