package io.github.pushforward.benchmarks.gmm;

import io.github.pushforward.runtime.Dual;

/** The tangent of {@link Gmm}, by hand: with its arrays and their shadows. */
final class WrittenTangent {

    private WrittenTangent() {}

    static Dual tangent(
            double[] alphas,
            double[][] means,
            double[][] icf,
            double[][] points,
            double gamma,
            int m,
            double[] alphasTangent,
            double[][] meansTangent,
            double[][] icfTangent) {
        int components = alphas.length;
        int dimension = means[0].length;
        double[][] diagonals = new double[components][dimension];
        double[][] diagonalsTangent = new double[components][dimension];
        double[] logDeterminants = new double[components];
        double[] logDeterminantsTangent = new double[components];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < dimension; i++) {
                logDeterminants[k] += icf[k][i];
                logDeterminantsTangent[k] += icfTangent[k][i];
                diagonals[k][i] = Math.exp(icf[k][i]);
                diagonalsTangent[k][i] = diagonals[k][i] * icfTangent[k][i];
            }
        }

        double sum = 0;
        double sumTangent = 0;
        double[] terms = new double[components];
        double[] termsTangent = new double[components];
        double[] centered = new double[dimension];
        double[] centeredTangent = new double[dimension];
        double[] whitened = new double[dimension];
        double[] whitenedTangent = new double[dimension];
        for (double[] point : points) {
            for (int k = 0; k < components; k++) {
                double[] mean = means[k];
                double[] meanTangent = meansTangent[k];
                for (int i = 0; i < dimension; i++) {
                    centered[i] = point[i] - mean[i];
                    centeredTangent[i] = -meanTangent[i];
                }
                multiplyByFactor(
                        diagonals[k],
                        diagonalsTangent[k],
                        icf[k],
                        icfTangent[k],
                        centered,
                        centeredTangent,
                        whitened,
                        whitenedTangent);
                Dual norm = squaredNorm(whitened, whitenedTangent, 0, dimension);
                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * norm.value();
                termsTangent[k] = alphasTangent[k] + logDeterminantsTangent[k] - 0.5 * norm.tangent();
            }
            Dual density = logSumExp(terms, termsTangent);
            sum += density.value();
            sumTangent += density.tangent();
        }

        int n = points.length;
        Dual weights = logSumExp(alphas, alphasTangent);
        double priorTangent = 0;
        double prior = 0;
        for (int k = 0; k < components; k++) {
            Dual diagonal = squaredNorm(diagonals[k], diagonalsTangent[k], 0, dimension);
            Dual below = squaredNorm(icf[k], icfTangent[k], dimension, icf[k].length);
            prior += 0.5 * gamma * gamma * (diagonal.value() + below.value()) - m * logDeterminants[k];
            priorTangent +=
                    0.5 * gamma * gamma * (diagonal.tangent() + below.tangent()) - m * logDeterminantsTangent[k];
        }
        prior -= components * Gmm.logWishartNormalizer(dimension, gamma, m);
        return new Dual(
                -n * dimension * 0.5 * Math.log(2 * Math.PI) + sum - n * weights.value() + prior,
                sumTangent - n * weights.tangent() + priorTangent);
    }

    private static void multiplyByFactor(
            double[] diagonal,
            double[] diagonalTangent,
            double[] icf,
            double[] icfTangent,
            double[] x,
            double[] xTangent,
            double[] result,
            double[] resultTangent) {
        int dimension = x.length;
        for (int i = 0; i < dimension; i++) {
            result[i] = diagonal[i] * x[i];
            resultTangent[i] = diagonalTangent[i] * x[i] + diagonal[i] * xTangent[i];
        }
        int next = dimension;
        for (int column = 0; column < dimension; column++) {
            double factor = x[column];
            double factorTangent = xTangent[column];
            for (int row = column + 1; row < dimension; row++) {
                result[row] += icf[next] * factor;
                resultTangent[row] += icfTangent[next] * factor + icf[next] * factorTangent;
                next++;
            }
        }
    }

    private static Dual squaredNorm(double[] x, double[] xTangent, int from, int to) {
        double sum = 0;
        double product = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
            product += x[i] * xTangent[i];
        }
        return new Dual(sum, 2 * product);
    }

    /** The tangent is the mean of the terms' tangents, weighted by the exponentials: the maximum has no part in it. */
    private static Dual logSumExp(double[] x, double[] xTangent) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < x.length; i++) {
            double exp = Math.exp(x[i] - max);
            sum += exp;
            weighted += exp * xTangent[i];
        }
        return new Dual(max + Math.log(sum), weighted / sum);
    }
}
