package io.github.pushforward.benchmarks.gmm;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * ADBench's GMM: the log likelihood of a mixture of Gaussians with a Wishart prior on the inverse covariances.
 *
 * <p>The inverse covariance of component k has the factor Q, lower triangular: {@code icf[k]} holds the logarithms of its
 * diagonal, then what is below the diagonal, column by column.
 */
final class Gmm {

    /** Lanczos' approximation of Γ for g = 7, with the nine coefficients of Godfrey. */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Gmm() {}

    @Differentiable
    static double logLikelihood(
            double[] alphas,
            double[][] means,
            double[][] icf,
            @Constant double[][] points,
            @Constant double gamma,
            int m) {
        int components = alphas.length;
        int dimension = means[0].length;
        double[][] diagonals = new double[components][dimension];
        double[] logDeterminants = new double[components];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                logDeterminants[k] += icf[k][i];
                diagonals[k][i] = Math.exp(icf[k][i]);
            }
        }

        double sum = 0;
        double[] terms = new double[components];
        double[] centered = new double[dimension];
        double[] whitened = new double[dimension];
        for (double[] point : points) {
            for (int k = 0; k < components; k++) {
                for (int i = 0; i < dimension; i++) {
                    centered[i] = point[i] - means[k][i];
                }
                multiplyByFactor(diagonals[k], icf[k], centered, whitened);
                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * squaredNorm(whitened, 0, dimension);
            }
            sum += logSumExp(terms);
        }

        int n = points.length;
        double constant = -n * dimension * 0.5 * Math.log(2 * Math.PI);
        return constant + sum - n * logSumExp(alphas) + logWishartPrior(icf, diagonals, logDeterminants, gamma, m);
    }

    /** Writes Q x: the diagonal first, then column by column what is below it. */
    private static void multiplyByFactor(double[] diagonal, double[] icf, double[] x, double[] result) {
        int dimension = x.length;
        for (int i = 0; i < dimension; i++) {
            result[i] = diagonal[i] * x[i];
        }
        int next = dimension;
        for (int column = 0; column < dimension; column++) {
            for (int row = column + 1; row < dimension; row++) {
                result[row] += icf[next++] * x[column];
            }
        }
    }

    /** For each component. */
    static double logWishartNormalizer(int dimension, double gamma, int m) {
        int n = dimension + m + 1;
        return n * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logMultivariateGamma(0.5 * n, dimension);
    }

    private static double logWishartPrior(
            double[][] icf, double[][] diagonals, double[] logDeterminants, double gamma, int m) {
        int dimension = diagonals[0].length;
        double sum = 0;
        for (int k = 0; k < icf.length; k++) {
            double frobenius = squaredNorm(diagonals[k], 0, dimension) + squaredNorm(icf[k], dimension, icf[k].length);
            sum += 0.5 * gamma * gamma * frobenius - m * logDeterminants[k];
        }
        return sum - icf.length * logWishartNormalizer(dimension, gamma, m);
    }

    private static double squaredNorm(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    private static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    private static double logMultivariateGamma(double a, int p) {
        double result = 0.25 * p * (p - 1) * Math.log(Math.PI);
        for (int j = 1; j <= p; j++) {
            result += logGamma(a + 0.5 * (1 - j));
        }
        return result;
    }

    private static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + LANCZOS.length - 2.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
