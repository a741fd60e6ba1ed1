package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * A law of random directions v in Rⁿ with E[v vᵀ] = I: what makes the forward gradient (∇f·v) v an unbiased estimate of
 * ∇f, because E[(∇f·v) v] = E[v vᵀ] ∇f = ∇f. Independent components of mean 0 and variance 1 have it (Baydin, Pearlmutter,
 * Syme, Wood, Torr, <i>Gradients without Backpropagation</i>, arXiv 2202.08587, section 3), and they are not alone: the
 * mean may be anything, since v and −v give the same forward gradient.
 *
 * <p>An estimate from K directions is the mean of their forward gradients, g = (1/K) Σ (∇f·v_k) v_k. The laws differ in its
 * variance. With ‖·‖ the Euclidean norm:
 *
 * <table>
 * <caption>Variance of forward gradients in n dimensions</caption>
 * <tr><th>law</th><th>v</th><th>E‖g − ∇f‖² ÷ ‖∇f‖², one direction</th><th>K directions</th></tr>
 * <tr><td>{@link #gaussian()}</td><td>components N(0, 1)</td><td>n + 1</td><td>(n + 1)/K</td></tr>
 * <tr><td>{@link #rademacher()}</td><td>components ±1</td><td>n − 1</td><td>(n − 1)/K</td></tr>
 * <tr><td>{@link #sphere()}</td><td>uniform on the sphere of radius √n</td><td>n − 1</td><td>(n − 1)/K</td></tr>
 * <tr><td>{@link #coordinate()}</td><td>√n·e_i, i uniform</td><td>n − 1</td><td>(n − 1)/K</td></tr>
 * <tr><td>{@link #orthonormal()}</td><td>√n·q_k, q_1 … q_K orthonormal, K ≤ n</td><td>n − 1</td><td>n/K − 1</td></tr>
 * </table>
 *
 * <p>The formula behind it: g has second moment E‖g‖² = E[(∇f·v)² ‖v‖²]. Independent components of kurtosis κ = E[v_i⁴]
 * make that (n − 1 + κ)‖∇f‖², so the variance is (n − 2 + κ)‖∇f‖²: κ = 3 for the Gaussian (Nesterov and Spokoiny,
 * <i>Random Gradient-Free Minimization of Convex Functions</i>, Found. Comput. Math. 17, 2017, bound the same second
 * moment by (n + 4)‖∇f‖²) and κ = 1, the least there is, for Rademacher. Where ‖v‖² = n always, as on the sphere and
 * along coordinates, E‖g‖² = n‖∇f‖² whatever else the law is. Independent directions divide the variance by K.
 * Orthonormal ones do better: their estimate is n/K times the projection of ∇f on a random subspace, so that E‖g‖² =
 * (n/K)²·(K/n)‖∇f‖², and the variance n/K − 1 = (n − 1)/K · (n − K)/(n − 1) vanishes at K = n.
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
     * Overwrites the rows of {@code directions} with the K directions of one estimate, each of which alone has E[v vᵀ] = I.
     * Unless overridden, they are drawn one after another, by {@link #draw(double[], RandomGenerator)}. Who overrides it
     * overrides {@link #independent()} and {@link #relativeVariance(int, int)} as well.
     *
     * @param directions receives the directions, K rows of length n
     * @param random the only source of randomness: the same state of it must give the same directions
     * @throws IllegalArgumentException if there are no K such directions in n dimensions
     */
    default void draw(double[][] directions, RandomGenerator random) {
        for (double[] v : directions) {
            draw(v, random);
        }
    }

    /**
     * Whether the directions of an estimate are independent, so that an estimator may draw them one by one and forget them.
     * Where this is {@code false} it draws all K at once, by {@link #draw(double[][], RandomGenerator)}, and holds them in
     * memory.
     *
     * @return {@code true} unless overridden
     */
    default boolean independent() {
        return true;
    }

    /**
     * {@return the variance of one forward gradient relative to the gradient, E‖g − ∇f‖² ÷ ‖∇f‖², which may not depend
     * on ∇f}
     *
     * @param dimension n, at least 0; in 0 dimensions there is nothing to estimate and the answer is 0
     * @throws IllegalArgumentException if {@code dimension} is negative
     */
    double relativeVariance(int dimension);

    /**
     * {@return the variance of the mean of K forward gradients relative to the gradient, E‖g − ∇f‖² ÷ ‖∇f‖²: that of
     * one, divided by K, unless overridden by a law whose directions are not independent}
     *
     * @param dimension n, at least 0
     * @param samples K, at least 1
     * @throws IllegalArgumentException if {@code dimension} is negative, if {@code samples} is less than 1, or if there are
     *     no K such directions in n dimensions
     */
    default double relativeVariance(int dimension, int samples) {
        return relativeVariance(dimension) / Arguments.requireSamples(samples);
    }

    /** {@return the law of independent components v_i ~ N(0, 1): the law of the paper, and the default everywhere} */
    static Directions gaussian() {
        return StandardDirections.GAUSSIAN;
    }

    /**
     * {@return the law of independent components ±1 with probability ½ each: the least variance of all laws with independent
     * components, and the cheapest to draw (64 components for each {@code nextLong()})} Exact in one dimension.
     */
    static Directions rademacher() {
        return StandardDirections.RADEMACHER;
    }

    /** {@return the uniform law on the sphere of radius √n: a Gaussian direction, scaled to that length} */
    static Directions sphere() {
        return StandardDirections.SPHERE;
    }

    /**
     * √n·e_i with i uniform in 0 … n − 1: a forward gradient is then n times one partial derivative, and 0 elsewhere, as in
     * randomized coordinate descent.
     *
     * @return the law
     */
    static Directions coordinate() {
        return StandardDirections.COORDINATE;
    }

    /**
     * K directions √n·q_k with q_1 … q_K orthonormal, and uniform (by Haar's measure) among all such K vectors: each alone
     * is a direction of {@link #sphere()}, and the mean of their forward gradients is (n/K) Σ (∇f·q_k) q_k. With K = n
     * that is ∇f, up to rounding errors; with less, the least variance that K directions of this length can have.
     *
     * <p>The K directions of an estimate are held in memory all at once, and drawing them takes O(K²n) operations: Gaussian
     * vectors, orthogonalized by Gram and Schmidt, whose triangular factor has a positive diagonal, as Haar's measure needs
     * (Mezzadri, <i>How to Generate Random Matrices from the Classical Compact Groups</i>, Notices of the AMS 54, 2007).
     * Directions of different estimates are independent.
     *
     * <p>{@code K > n} is an {@link IllegalArgumentException}, thrown by the estimate, which gets to know n; in 0 dimensions,
     * where there is nothing to estimate, any K will do.
     *
     * @return the law
     */
    static Directions orthonormal() {
        return StandardDirections.ORTHONORMAL;
    }
}
