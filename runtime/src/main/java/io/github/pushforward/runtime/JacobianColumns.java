package io.github.pushforward.runtime;

/**
 * The columns of a Jacobian, handed out in the order of the inputs: how generated code splits one into a part for each
 * active parameter.
 */
public final class JacobianColumns {
    private final double[][] jacobian;
    private int at;

    JacobianColumns(double[][] jacobian) {
        this.jacobian = jacobian;
    }

    /** {@return the next column, of length m: the derivatives with respect to a number} */
    public double[] next() {
        double[] column = new double[jacobian.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = jacobian[i][at];
        }
        at++;
        return column;
    }

    /**
     * {@return the next {@code width} columns, as m rows of that length: the derivatives with respect to an array}
     *
     * @param width the number of columns
     */
    public double[][] next(int width) {
        double[][] columns = new double[jacobian.length][width];
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(jacobian[i], at, columns[i], 0, width);
        }
        at += width;
        return columns;
    }
}
