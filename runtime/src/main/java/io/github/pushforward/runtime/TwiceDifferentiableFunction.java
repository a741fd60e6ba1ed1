package io.github.pushforward.runtime;

/**
 * A differentiable function f: Rⁿ → R that has second derivatives as well: what Newton's method and its kin consume. Views of
 * methods of order 2 are such.
 */
public interface TwiceDifferentiableFunction extends DifferentiableFunction {

    /**
     * {@return the value, both directional derivatives and the second derivative vᵀH(x)w, in one pass}
     *
     * @param x the inputs, of length n; left unchanged
     * @param v the first direction, of length n
     * @param w the second direction, of length n
     * @throws IllegalArgumentException if an array has another length
     */
    HyperDual along(double[] x, double[] v, double[] w);

    /**
     * The product of the Hessian with a direction, along n second directions, of which a pass may carry several.
     *
     * @param x the inputs, of length n; left unchanged
     * @param v the direction, of length n
     * @param product receives H(x)v, of length n; another array than the others
     * @return f(x) and ∇f(x)·v
     * @throws IllegalArgumentException if an array has another length, or if {@code product} is another argument
     */
    Dual hessianVector(double[] x, double[] v, double[] product);

    /**
     * The gradient and the Hessian, along n(n + 1)/2 pairs of directions, of which a pass may carry several. Nothing is allocated
     * beyond what the passes themselves allocate.
     *
     * @param x the inputs, of length n; left unchanged
     * @param gradient receives ∇f(x), of length n; not the array {@code x}
     * @param hessian receives H(x), n rows of length n; symmetric, as one half of it is a copy of the other
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length, or if {@code gradient} is {@code x}
     */
    double hessian(double[] x, double[] gradient, double[][] hessian);
}
