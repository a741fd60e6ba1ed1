package io.github.pushforward.runtime;

/**
 * How a descent turns estimates of gradients into steps: a setting, from which each run starts an {@link Update} of its
 * own. Serves many runs.
 *
 * <p>The rules differ in what they remember, in numbers for n inputs: {@link #plain()} nothing, {@link #momentum} n, {@link
 * #adam()} 2n. Forward gradients are noisy, and an average over the last steps, which the latter two take, is what
 * averages the noise as well; it does not replace a learning rate small enough for the dimension.
 *
 * <p>Any other rule is a function of the dimension: {@code n -> new MyUpdate(n)}. For runs that repeat bit for bit a rule
 * may depend on nothing but what it is given.
 */
@FunctionalInterface
public interface UpdateRule {

    /**
     * Begins a run.
     *
     * @param dimension the number n of inputs
     * @return the update of this run, at its beginning
     */
    Update start(int dimension);

    /**
     * θ ← θ − η g: Algorithm 1 of Baydin et al., arXiv 2202.08587, and the default.
     *
     * @return the rule
     */
    static UpdateRule plain() {
        return PlainUpdate.INSTANCE;
    }

    /**
     * Heavy-ball momentum (Polyak, <i>Some methods of speeding up the convergence of iteration methods</i>, USSR Comput. Math.
     * Math. Phys. 4(5), 1964), from a velocity u that is 0 at first:
     *
     * <pre>
     *   u ← μ u + g
     *   θ ← θ − η u
     * </pre>
     *
     * <p>Steps sum up to 1/(1 − μ) times what they are without it, so it takes a rate smaller by that factor.
     *
     * @param mu μ, from 0 (plain) to less than 1; 0.9 is usual
     * @return the rule
     * @throws IllegalArgumentException if {@code mu} is not
     */
    static UpdateRule momentum(double mu) {
        return new Momentum(mu);
    }

    /** {@return Adam with the settings of its paper: β₁ = 0.9, β₂ = 0.999, ε = 1e-8} */
    static UpdateRule adam() {
        return adam(0.9, 0.999, 1e-8);
    }

    /**
     * Adam (Kingma and Ba, <i>Adam: A Method for Stochastic Optimization</i>, arXiv 1412.6980, Algorithm 1),
     * from moments m and v that are 0 at first; in its t-th step, t = 1, 2, …, and componentwise:
     *
     * <pre>
     *   m ← β₁ m + (1 − β₁) g
     *   v ← β₂ v + (1 − β₂) g²
     *   θ ← θ − η (m ÷ (1 − β₁ᵗ)) ÷ (√(v ÷ (1 − β₂ᵗ)) + ε)
     * </pre>
     *
     * <p>Steps are about η long in each component, whatever the size of the gradient.
     *
     * @param beta1 β₁, from 0 to less than 1
     * @param beta2 β₂, from 0 to less than 1
     * @param epsilon ε, positive and finite
     * @return the rule
     * @throws IllegalArgumentException if an argument is not
     */
    static UpdateRule adam(double beta1, double beta2, double epsilon) {
        return new Adam(beta1, beta2, epsilon);
    }
}
