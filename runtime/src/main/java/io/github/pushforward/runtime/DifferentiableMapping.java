package io.github.pushforward.runtime;

/**
 * A differentiable mapping f: Rⁿ → Rᵐ over flat arrays: what solvers of equations and of least squares consume.
 *
 * <p>Generated {@code mFunction(...)} methods of array-valued methods return one. Constants are captured, active parameters
 * are packed in order (arrays row by row). The outputs are the result, where it is an array, then the active arrays that the
 * method may write to, in order, each row by row; such an array is an input as well. A view holds scratch arrays, so it
 * serves one thread at a time; it is cheap to make.
 *
 * <p>The number m of outputs is fixed by running the method once at {@link #start()}, when it is first needed. What the
 * method throws in any run comes out as it is.
 */
public interface DifferentiableMapping {

    /** {@return the number n of inputs} */
    int inputDimension();

    /**
     * {@return the number m of outputs} The first time it is needed, by any method, costs one run at {@link #start()}.
     */
    int outputDimension();

    /** {@return the packed values that the view was made from, as a fresh array of length n} */
    double[] start();

    /**
     * The value f(x), in one run of the original method.
     *
     * @param x the inputs, of length n; left unchanged
     * @param y receives f(x), of length m
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the method has another number of outputs at {@code x} than at {@link #start()}
     */
    void value(double[] x, double[] y);

    /**
     * The value f(x) and the Jacobian-vector product J(x)v, in one pass.
     *
     * @param x the inputs, of length n; left unchanged
     * @param v the direction, of length n; left unchanged
     * @param y receives f(x), of length m
     * @param yTangent receives J(x)v, of length m
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the method has another number of outputs at {@code x} than at {@link #start()}
     */
    void along(double[] x, double[] v, double[] y, double[] yTangent);

    /**
     * The value f(x) and the Jacobian-vector products J(x)v_k along K directions. Generated views carry several directions
     * through one pass; this method makes a pass for each, or a run of the original where K = 0.
     *
     * @param x the inputs, of length n; left unchanged
     * @param directions v_0 … v_(K−1), each of length n; left unchanged
     * @param y receives f(x), of length m
     * @param yTangents receives J(x)v_k as {@code yTangents[k]}, each of length m
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the method has another number of outputs at {@code x} than at {@link #start()}
     */
    default void along(double[] x, double[][] directions, double[] y, double[][] yTangents) {
        if (yTangents.length != directions.length) {
            throw new IllegalArgumentException("yTangents has " + yTangents.length + " rows, but there are "
                    + directions.length + " directions: pass one row for each");
        }
        if (directions.length == 0) {
            value(x, y);
        }
        for (int k = 0; k < directions.length; k++) {
            along(x, directions[k], y, yTangents[k]);
        }
    }

    /**
     * The value f(x) and the exact Jacobian: along n directions, of which a pass of a generated view carries several (one run of
     * the original method where n = 0). Allocates nothing beyond what the passes themselves allocate.
     *
     * @param x the inputs, of length n; left unchanged
     * @param y receives f(x), of length m
     * @param jacobian receives ∂f_i/∂x_j as {@code jacobian[i][j]}: m rows of length n
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the method has another number of outputs at {@code x} than at {@link #start()}
     */
    void jacobian(double[] x, double[] y, double[][] jacobian);

    /**
     * As {@link #jacobian}, by columns: J transposed, whose rows a pass along an input fills at once.
     *
     * @param x the inputs, of length n; left unchanged
     * @param y receives f(x), of length m
     * @param columns receives ∂f_i/∂x_j as {@code columns[j][i]}: n rows of length m
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the method has another number of outputs at {@code x} than at {@link #start()}
     */
    default void jacobianByColumns(double[] x, double[] y, double[][] columns) {
        int n = inputDimension();
        double[][] rows = new double[outputDimension()][n];
        jacobian(x, y, rows);
        if (columns.length != n) {
            throw new IllegalArgumentException(
                    "columns has " + columns.length + " rows instead of " + n + ": pass one for each input");
        }
        for (int j = 0; j < n; j++) {
            if (columns[j].length != rows.length) {
                throw new IllegalArgumentException("columns[" + j + "] has length " + columns[j].length + " instead of "
                        + rows.length + ": pass rows of that length");
            }
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = rows[i][j];
            }
        }
    }

    /**
     * Which inputs each output may depend on: a pattern that has every entry of the Jacobian that is not zero, and may have more.
     * {@link SparseJacobian} compresses by it.
     *
     * <p>This method, which knows nothing of the mapping, gives the one pattern that holds for all: every entry, with which a
     * {@link SparseJacobian} costs n directions and m·n numbers. Override it where you know better. Where a pattern is found by
     * following the method that runs at {@link #start()}, as views of generated classes do, it holds at all points where the method
     * takes the same branches, and perhaps not at others: {@link SparseJacobian#check} tells, and {@link #sparsity(double[])} looks
     * there. {@link SparsityPattern#seen} looks at derivatives instead, which is a guess.
     *
     * @return the pattern, of m rows and n columns
     * @throws IllegalArgumentException if there are more than 2³¹ − 1 entries
     */
    default SparsityPattern sparsity() {
        return SparsityPattern.dense(outputDimension(), inputDimension());
    }

    /**
     * Which inputs each output may depend on at a point and around it. Where {@link #sparsity()} follows the method that runs at
     * {@link #start()}, this follows the one that runs at {@code x}; by default it is {@link #sparsity()}.
     *
     * @param x of length n; left unchanged
     * @return the pattern, of m rows and n columns
     * @throws IllegalArgumentException if {@code x} has another length, or if there are more than 2³¹ − 1 entries
     */
    default SparsityPattern sparsity(double[] x) {
        if (x.length != inputDimension()) {
            throw new IllegalArgumentException("x has length " + x.length + ", but the mapping has " + inputDimension()
                    + " inputs: pass one value for each");
        }
        return sparsity();
    }
}
