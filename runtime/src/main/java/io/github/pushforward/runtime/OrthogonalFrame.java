package io.github.pushforward.runtime;

import java.util.random.RandomGenerator;

/**
 * K orthogonal vectors of length √n, uniform among all such: Gaussian vectors, from each of which Gram and Schmidt's
 * method takes the projections on those before it.
 *
 * <p>It does so twice, after which the vectors are orthogonal to rounding errors (Giraud, Langou, Rozložník and van den
 * Eshof, <i>Rounding error analysis of the classical Gram-Schmidt orthogonalization process</i>, Numer. Math. 101, 2005).
 * The law of a Gaussian vector does not change by rotations, so that what is left of it has any direction of the
 * orthogonal complement with equal probability, whatever its length: uniform, and not less so where it is drawn again
 * because too little is left.
 */
final class OrthogonalFrame {

    /** What must be left of a vector's length: below, the second round could not mend what the first one lost. */
    private static final double LEFT = 1e-8;

    /** One draw in 1e8 leaves too little; so many in a row, no generator of random numbers does. */
    private static final int DRAWS = 64;

    private OrthogonalFrame() {}

    /**
     * Overwrites the rows with orthogonal vectors of length √n.
     *
     * @throws IllegalArgumentException if the rows have different lengths, or there are more of them than n
     */
    static void draw(double[][] rows, RandomGenerator random) {
        if (rows.length == 0) {
            return;
        }
        int n = rows[0].length;
        for (int k = 1; k < rows.length; k++) {
            if (rows[k].length != n) {
                throw new IllegalArgumentException("directions[" + k + "] has length " + rows[k].length
                        + ", but directions[0] has length " + n + ": pass rows of one length, the dimension");
            }
        }
        requireFits(rows.length, n);
        if (n == 0) {
            return;
        }
        for (int k = 0; k < rows.length; k++) {
            int draws = 0;
            do {
                if (draws == DRAWS) {
                    throw new IllegalStateException(
                            "the generator gave " + DRAWS + " directions in a row that depend on" + " the " + k
                                    + " before them: it does not give random numbers, pass another one");
                }
                Directions.gaussian().draw(rows[k], random);
                draws++;
            } while (!orthogonalize(rows, k));
            scaleToRootN(rows[k], squares(rows[k]));
        }
    }

    /** Throws if there are no {@code samples} orthogonal directions in n dimensions, unless there is nothing to draw. */
    static void requireFits(int samples, int n) {
        if (samples > n && n > 0) {
            throw new IllegalArgumentException("samples is " + samples + ", but the dimension is " + n
                    + ", and no more than " + n + " directions can be orthonormal: pass " + n
                    + " samples for the exact gradient, less for an estimate, or take Directions.sphere()");
        }
    }

    /** Takes from row k its projections on the rows before it, which have length √n; says whether enough is left. */
    private static boolean orthogonalize(double[][] rows, int k) {
        double[] v = rows[k];
        double before = squares(v);
        for (int round = 0; round < 2; round++) {
            for (int j = 0; j < k; j++) {
                double[] q = rows[j];
                double factor = dot(v, q) / v.length;
                for (int i = 0; i < v.length; i++) {
                    v[i] -= factor * q[i];
                }
            }
        }
        return squares(v) > LEFT * LEFT * before;
    }

    /** v·q in four sums, whose additions need not wait for each other. */
    private static double dot(double[] v, double[] q) {
        double sum0 = 0.0;
        double sum1 = 0.0;
        double sum2 = 0.0;
        double sum3 = 0.0;
        int i = 0;
        for (; i + 3 < v.length; i += 4) {
            sum0 += v[i] * q[i];
            sum1 += v[i + 1] * q[i + 1];
            sum2 += v[i + 2] * q[i + 2];
            sum3 += v[i + 3] * q[i + 3];
        }
        for (; i < v.length; i++) {
            sum0 += v[i] * q[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    static double squares(double[] v) {
        double squares = 0.0;
        for (double component : v) {
            squares += component * component;
        }
        return squares;
    }

    /** Scales a vector, of which the sum of squares is given, to the length √n; in one dimension exactly to ±1. */
    static void scaleToRootN(double[] v, double squares) {
        double norm = Math.sqrt(squares);
        double radius = Math.sqrt(v.length);
        for (int i = 0; i < v.length; i++) {
            v[i] = v[i] / norm * radius;
        }
    }
}
