package io.github.pushforward.runtime;

import java.util.Arrays;

/** y_i = s_i Σ_k sin((k + 1) x_j + i/10) over the inputs j = rows[i][k], differentiated by hand, which counts passes. */
class SparseMapping implements DifferentiableMapping {
    final int[][] rows;
    final double[] scales;
    int runs;
    int passes;

    private final int inputs;

    SparseMapping(int inputs, int[][] rows) {
        this.inputs = inputs;
        this.rows = rows;
        this.scales = new double[rows.length];
        Arrays.fill(scales, 1);
    }

    /** With the entries of a pattern. */
    static SparseMapping of(SparsityPattern pattern) {
        int[][] rows = new int[pattern.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = pattern.columnsOf(i);
        }
        return new SparseMapping(pattern.columns(), rows);
    }

    /** The entry of the Jacobian by the k-th input of an output. */
    double derivative(double[] x, int output, int k) {
        return scales[output] * (k + 1) * Math.cos((k + 1) * x[rows[output][k]] + 0.1 * output);
    }

    /** The Jacobian without any pass. */
    double[][] dense(double[] x) {
        double[][] jacobian = new double[rows.length][inputs];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                jacobian[i][rows[i][k]] = derivative(x, i, k);
            }
        }
        return jacobian;
    }

    @Override
    public int inputDimension() {
        return inputs;
    }

    @Override
    public int outputDimension() {
        return rows.length;
    }

    @Override
    public double[] start() {
        double[] start = new double[inputs];
        for (int j = 0; j < inputs; j++) {
            start[j] = Math.sin(j + 1.0);
        }
        return start;
    }

    @Override
    public void value(double[] x, double[] y) {
        runs++;
        for (int i = 0; i < rows.length; i++) {
            y[i] = 0;
            for (int k = 0; k < rows[i].length; k++) {
                y[i] += scales[i] * Math.sin((k + 1) * x[rows[i][k]] + 0.1 * i);
            }
        }
    }

    @Override
    public void along(double[] x, double[] v, double[] y, double[] yTangent) {
        passes++;
        value(x, y);
        runs--;
        for (int i = 0; i < rows.length; i++) {
            yTangent[i] = 0;
            for (int k = 0; k < rows[i].length; k++) {
                yTangent[i] += derivative(x, i, k) * v[rows[i][k]];
            }
        }
    }

    @Override
    public void jacobian(double[] x, double[] y, double[][] jacobian) {
        throw new UnsupportedOperationException("the sparse Jacobian needs no dense one");
    }
}
