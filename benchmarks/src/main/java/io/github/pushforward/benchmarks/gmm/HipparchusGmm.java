package io.github.pushforward.benchmarks.gmm;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/** {@link Gmm} over the fields of Hipparchus. */
final class HipparchusGmm {

    private HipparchusGmm() {}

    static <T extends CalculusFieldElement<T>> T logLikelihood(
            T[] alphas, T[][] means, T[][] icf, double[][] points, double gamma, int m) {
        int components = alphas.length;
        int dimension = means[0].length;
        Field<T> field = alphas[0].getField();
        T[][] diagonals = MathArrays.buildArray(field, components, dimension);
        T[] logDeterminants = MathArrays.buildArray(field, components);
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                logDeterminants[k] = logDeterminants[k].add(icf[k][i]);
                diagonals[k][i] = icf[k][i].exp();
            }
        }

        T sum = field.getZero();
        T[] terms = MathArrays.buildArray(field, components);
        T[] centered = MathArrays.buildArray(field, dimension);
        T[] whitened = MathArrays.buildArray(field, dimension);
        for (double[] point : points) {
            for (int k = 0; k < components; k++) {
                for (int i = 0; i < dimension; i++) {
                    centered[i] = means[k][i].negate().add(point[i]);
                }
                multiplyByFactor(diagonals[k], icf[k], centered, whitened);
                terms[k] = alphas[k]
                        .add(logDeterminants[k])
                        .subtract(squaredNorm(whitened, 0, dimension).multiply(0.5));
            }
            sum = sum.add(logSumExp(terms));
        }

        int n = points.length;
        return sum.subtract(logSumExp(alphas).multiply(n))
                .add(logWishartPrior(icf, diagonals, logDeterminants, gamma, m))
                .add(-n * dimension * 0.5 * Math.log(2 * Math.PI));
    }

    private static <T extends CalculusFieldElement<T>> void multiplyByFactor(T[] diagonal, T[] icf, T[] x, T[] result) {
        for (int i = 0; i < x.length; i++) {
            result[i] = diagonal[i].multiply(x[i]);
        }
        int next = x.length;
        for (int column = 0; column < x.length; column++) {
            for (int row = column + 1; row < x.length; row++) {
                result[row] = result[row].add(icf[next++].multiply(x[column]));
            }
        }
    }

    private static <T extends CalculusFieldElement<T>> T logWishartPrior(
            T[][] icf, T[][] diagonals, T[] logDeterminants, double gamma, int m) {
        int dimension = diagonals[0].length;
        T sum = icf[0][0].getField().getZero();
        for (int k = 0; k < icf.length; k++) {
            T frobenius = squaredNorm(diagonals[k], 0, dimension).add(squaredNorm(icf[k], dimension, icf[k].length));
            sum = sum.add(frobenius.multiply(0.5 * gamma * gamma)).subtract(logDeterminants[k].multiply(m));
        }
        return sum.subtract(icf.length * Gmm.logWishartNormalizer(dimension, gamma, m));
    }

    private static <T extends CalculusFieldElement<T>> T squaredNorm(T[] x, int from, int to) {
        T sum = x[from].square();
        for (int i = from + 1; i < to; i++) {
            sum = sum.add(x[i].square());
        }
        return sum;
    }

    /** Less a constant maximum, which is no part of the derivative. */
    private static <T extends CalculusFieldElement<T>> T logSumExp(T[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (T value : x) {
            max = Math.max(max, value.getReal());
        }
        T sum = x[0].getField().getZero();
        for (T value : x) {
            sum = sum.add(value.subtract(max).exp());
        }
        return sum.log().add(max);
    }
}
