package io.github.pushforward.runtime;

/**
 * An m × n matrix in compressed rows: a pattern, and a value for each of its entries.
 *
 * @param pattern which entries there are; the others are zero
 * @param values the values in the order of the entries, row by row; kept, not copied
 */
public record SparseMatrix(SparsityPattern pattern, double[] values) {

    /**
     * A matrix of a structure and values.
     *
     * @param pattern which entries there are
     * @param values the values, one for each entry
     * @throws IllegalArgumentException if there is not one value for each entry
     */
    public SparseMatrix {
        if (values.length != pattern.entries()) {
            throw new IllegalArgumentException("values has length " + values.length + ", but " + pattern
                    + " has another number of entries: pass one value for each");
        }
    }

    /**
     * {@return the value at a row and a column: 0 where the pattern has no entry}
     *
     * @param row a row, from 0
     * @param column a column, from 0
     */
    public double get(int row, int column) {
        int position = pattern.position(row, column);
        return position < 0 ? 0.0 : values[position];
    }

    /**
     * The product with a vector.
     *
     * @param v of length n; left unchanged
     * @param product receives the product, of length m; another array than {@code v}
     * @throws IllegalArgumentException if an array has another length
     */
    public void times(double[] v, double[] product) {
        if (v.length != pattern.columns() || product.length != pattern.rows()) {
            throw new IllegalArgumentException("v has length " + v.length + " and product " + product.length + ", but "
                    + pattern + " takes " + pattern.columns() + " numbers to " + pattern.rows());
        }
        for (int i = 0; i < product.length; i++) {
            double sum = 0.0;
            for (int k = pattern.start(i); k < pattern.start(i + 1); k++) {
                sum += values[k] * v[pattern.column(k)];
            }
            product[i] = sum;
        }
    }

    /** {@return the same matrix with all its zeros, as m fresh rows of length n} */
    public double[][] toDense() {
        double[][] dense = new double[pattern.rows()][pattern.columns()];
        for (int i = 0; i < dense.length; i++) {
            for (int k = pattern.start(i); k < pattern.start(i + 1); k++) {
                dense[i][pattern.column(k)] = values[k];
            }
        }
        return dense;
    }

    @Override
    public String toString() {
        return "SparseMatrix[" + pattern + "]";
    }
}
