package io.github.pushforward.benchmarks.gmm;

import java.util.Arrays;

/** The gradient of {@link Gmm}, by hand, in reverse: after each point its part is added while what it needs is at hand. */
final class WrittenGradient {
    private final double[][] diagonals;
    private final double[][] centered;
    private final double[][] whitened;
    private final double[] terms;
    private final double[] weights;

    /** With space for so many components of this dimension. */
    WrittenGradient(int components, int dimension) {
        diagonals = new double[components][dimension];
        centered = new double[components][dimension];
        whitened = new double[components][dimension];
        terms = new double[components];
        weights = new double[components];
    }

    /** Writes the gradient: alphas, means and icf, in this order, rows one after the other. Returns the value. */
    double gradient(
            double[] alphas,
            double[][] means,
            double[][] icf,
            double[][] points,
            double gamma,
            int m,
            double[] gradient) {
        int components = alphas.length;
        int dimension = means[0].length;
        int meansStart = components;
        int icfStart = meansStart + components * dimension;
        int icfLength = icf[0].length;
        Arrays.fill(gradient, 0);
        double value = -points.length * dimension * 0.5 * Math.log(2 * Math.PI);
        double[] logDeterminants = new double[components];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                logDeterminants[k] += icf[k][i];
                diagonals[k][i] = Math.exp(icf[k][i]);
            }
        }
        for (double[] point : points) {
            for (int k = 0; k < components; k++) {
                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * whiten(k, point, means[k], icf[k]);
            }
            value += logSumExp(terms);
            for (int k = 0; k < components; k++) {
                gradient[k] += weights[k];
                addWhitening(k, icf[k], gradient, meansStart + k * dimension, icfStart + k * icfLength);
            }
        }

        // By now gradient[k] is the sum of the component's weights: what each entry of its determinant's logarithm
        // counts as well.
        double prior = -components * Gmm.logWishartNormalizer(dimension, gamma, m);
        for (int k = 0; k < components; k++) {
            int start = icfStart + k * icfLength;
            double norm = 0;
            for (int i = 0; i < dimension; i++) {
                double diagonal = diagonals[k][i];
                norm += diagonal * diagonal;
                gradient[start + i] += gradient[k] - m + gamma * gamma * diagonal * diagonal;
            }
            for (int i = dimension; i < icfLength; i++) {
                norm += icf[k][i] * icf[k][i];
                gradient[start + i] += gamma * gamma * icf[k][i];
            }
            prior += 0.5 * gamma * gamma * norm - m * logDeterminants[k];
        }
        value += prior - points.length * logSumExp(alphas);
        for (int k = 0; k < components; k++) {
            gradient[k] -= points.length * weights[k];
        }
        return value;
    }

    /** Keeps the centred and the whitened point of a component, returns the latter's squared norm. */
    private double whiten(int k, double[] point, double[] mean, double[] icf) {
        double[] x = centered[k];
        double[] result = whitened[k];
        for (int i = 0; i < x.length; i++) {
            x[i] = point[i] - mean[i];
            result[i] = diagonals[k][i] * x[i];
        }
        int next = x.length;
        for (int column = 0; column < x.length; column++) {
            double factor = x[column];
            for (int row = column + 1; row < x.length; row++) {
                result[row] += icf[next++] * factor;
            }
        }
        double norm = 0;
        for (double coordinate : result) {
            norm += coordinate * coordinate;
        }
        return norm;
    }

    /** From −½‖Qx‖² back, times the component's weight: by Q −w (Qx) xᵀ, by the mean w Qᵀ(Qx). */
    private void addWhitening(int k, double[] icf, double[] gradient, int meanStart, int icfStart) {
        double[] x = centered[k];
        double[] result = whitened[k];
        double weight = weights[k];
        int next = x.length;
        for (int column = 0; column < x.length; column++) {
            double factor = weight * x[column];
            double product = diagonals[k][column] * result[column]; // by the logarithm of the diagonal: times x
            gradient[icfStart + column] -= product * factor;
            for (int row = column + 1; row < x.length; row++) {
                product += icf[next] * result[row];
                gradient[icfStart + next] -= result[row] * factor;
                next++;
            }
            gradient[meanStart + column] += weight * product;
        }
    }

    /** Keeps the derivatives as weights. */
    private double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            weights[i] = Math.exp(x[i] - max);
            sum += weights[i];
        }
        for (int i = 0; i < x.length; i++) {
            weights[i] /= sum;
        }
        return max + Math.log(sum);
    }
}
