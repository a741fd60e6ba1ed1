package io.github.pushforward.runtime;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Compares a sparse Jacobian with a product along a random direction, and finds what its pattern lacks where they differ. */
final class PatternCheck {
    private final DifferentiableMapping mapping;
    private final SparseMatrix jacobian;
    private final SparsityPattern pattern;
    private final double[] x;

    /** @param jacobian what was decompressed at {@code x} */
    PatternCheck(DifferentiableMapping mapping, SparseMatrix jacobian, double[] x) {
        this.mapping = mapping;
        this.jacobian = jacobian;
        this.pattern = jacobian.pattern();
        this.x = x;
    }

    /** @param tolerance the relative error from which on it is looked for what is missing */
    SparseJacobian.Report along(RandomGenerator random, double tolerance) {
        double[] v = new double[pattern.columns()];
        Directions.gaussian().draw(v, random);
        double[] exact = new double[pattern.rows()];
        mapping.along(x, v, new double[pattern.rows()], exact);
        double[] product = new double[pattern.rows()];
        jacobian.times(v, product);

        int worst = -1;
        double largest = 0.0;
        int unjudged = 0;
        for (int i = 0; i < exact.length; i++) {
            if (!Double.isFinite(exact[i]) && !Double.isFinite(product[i])) {
                unjudged++;
                continue;
            }
            double error = RelativeError.of(exact[i], product[i], magnitude(i, v));
            if (worst < 0 || error > largest) {
                worst = i;
                largest = error;
            }
        }
        int missing = largest > tolerance ? missing(worst, v) : -1;
        return new SparseJacobian.Report(
                pattern.rows(),
                worst,
                worst < 0 ? 0.0 : exact[worst],
                worst < 0 ? 0.0 : product[worst],
                largest,
                missing,
                unjudged);
    }

    private double magnitude(int row, double[] v) {
        double sum = 0.0;
        for (int k = pattern.start(row); k < pattern.start(row + 1); k++) {
            sum += Math.abs(jacobian.values()[k] * v[pattern.column(k)]);
        }
        return sum;
    }

    /**
     * A column outside the pattern that an output depends on, by halving: the product along the components of {@code v} in one half
     * of the columns, or in the other, is not zero. Two directions for each bit of the number of columns.
     */
    private int missing(int row, double[] v) {
        int[] outside = outside(row);
        double[][] halves = new double[2][v.length];
        double[][] products = new double[2][pattern.rows()];
        double[] y = new double[pattern.rows()];
        int from = 0;
        int to = outside.length;
        while (to > from) {
            int middle = (from + to + 1) >>> 1;
            fill(halves[0], v, outside, from, middle);
            fill(halves[1], v, outside, middle, to);
            mapping.along(x, halves, y, products);
            double first = weight(products[0][row]);
            double second = weight(products[1][row]);
            if (first == 0 && second == 0) {
                return -1;
            }
            if (to - from == 1) {
                return outside[from];
            }
            if (first >= second) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return -1;
    }

    private int[] outside(int row) {
        int[] inside = pattern.columnsOf(row);
        int[] outside = new int[pattern.columns() - inside.length];
        int at = 0;
        int count = 0;
        for (int j = 0; j < pattern.columns(); j++) {
            if (at < inside.length && inside[at] == j) {
                at++;
            } else {
                outside[count++] = j;
            }
        }
        return outside;
    }

    private static void fill(double[] half, double[] v, int[] columns, int from, int to) {
        Arrays.fill(half, 0.0);
        for (int k = from; k < to; k++) {
            half[columns[k]] = v[columns[k]];
        }
    }

    private static double weight(double product) {
        return Double.isNaN(product) ? Double.POSITIVE_INFINITY : Math.abs(product);
    }
}
