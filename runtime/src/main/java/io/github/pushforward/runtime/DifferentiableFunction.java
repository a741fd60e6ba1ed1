package io.github.pushforward.runtime;

/**
 * A differentiable function f: Rⁿ → R over one flat array of inputs: what estimators and optimizers consume.
 *
 * <p>Generated {@code mFunction(...)} methods return one: constants are captured, active parameters are packed in order
 * (arrays row by row). A view holds scratch arrays, so it serves one thread at a time; it is cheap to make.
 */
public interface DifferentiableFunction {

    /** The number n of inputs. */
    int dimension();

    /** The packed values that the view was made from, as a fresh array of length n. */
    double[] start();

    /**
     * The value f(x), in one run of the original method.
     *
     * @param x the inputs, of length n; left unchanged
     * @throws IllegalArgumentException if {@code x} has another length
     */
    double value(double[] x);

    /**
     * The value f(x) and the directional derivative ∇f(x)·v, in one pass.
     *
     * @param x the inputs, of length n; left unchanged
     * @param v the direction, of length n; left unchanged
     * @throws IllegalArgumentException if an array has another length
     */
    Dual along(double[] x, double[] v);

    /**
     * The exact gradient, in n passes. Allocates nothing beyond what the passes themselves allocate.
     *
     * @param x the inputs, of length n; left unchanged
     * @param gradient receives ∇f(x), of length n
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length
     */
    double gradient(double[] x, double[] gradient);
}
