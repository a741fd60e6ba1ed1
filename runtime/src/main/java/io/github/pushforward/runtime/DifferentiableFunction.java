package io.github.pushforward.runtime;

/**
 * A differentiable function f: Rⁿ → R over one flat array of inputs: what estimators and optimizers consume.
 *
 * <p>Generated {@code mFunction(...)} methods return one: constants are captured, active parameters are packed in order
 * (arrays row by row). A view holds scratch arrays, so it serves one thread at a time; it is cheap to make.
 */
public interface DifferentiableFunction {

    /** {@return the number n of inputs} */
    int dimension();

    /** {@return the packed values that the view was made from, as a fresh array of length n} */
    double[] start();

    /**
     * {@return the value f(x), in one run of the original method}
     *
     * @param x the inputs, of length n; left unchanged
     * @throws IllegalArgumentException if {@code x} has another length
     */
    double value(double[] x);

    /**
     * {@return the value f(x) and the directional derivative ∇f(x)·v, in one pass}
     *
     * @param x the inputs, of length n; left unchanged
     * @param v the direction, of length n; left unchanged
     * @throws IllegalArgumentException if an array has another length
     */
    Dual along(double[] x, double[] v);

    /**
     * The value f(x) and the directional derivatives ∇f(x)·v_k along K directions. Generated views carry several directions
     * through one pass; this method makes a pass for each, or a run of the original where K = 0.
     *
     * @param x the inputs, of length n; left unchanged
     * @param directions v_0 … v_(K−1), each of length n; left unchanged
     * @param derivatives receives ∇f(x)·v_k as {@code derivatives[k]}, of length K; another array than the others
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length, or if {@code derivatives} is {@code x}
     */
    default double along(double[] x, double[][] directions, double[] derivatives) {
        Arguments.requireDerivatives(derivatives, directions.length);
        if (directions.length == 0) {
            return value(x);
        }
        double value = 0;
        for (int k = 0; k < directions.length; k++) {
            Dual dual = along(x, directions[k]);
            value = dual.value();
            derivatives[k] = dual.tangent();
        }
        return value;
    }

    /**
     * The exact gradient: along n directions, of which a pass of a generated view carries several. Allocates nothing beyond what
     * the passes themselves allocate.
     *
     * @param x the inputs, of length n; left unchanged
     * @param gradient receives ∇f(x), of length n; not the array {@code x}
     * @return f(x)
     * @throws IllegalArgumentException if an array has another length, or if {@code gradient} is {@code x}
     */
    double gradient(double[] x, double[] gradient);
}
