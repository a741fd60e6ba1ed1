package io.github.pushforward.acceptance.adbench;

import io.github.pushforward.acceptance.hessian.Hessians;
import io.github.pushforward.acceptance.hessian.Series;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** The Hessian of the log likelihood of a Gaussian mixture, d = 2 and K = 5, against Taylor polynomials. */
class GmmHessianTest {
    private static final int DIMENSION = 2;
    private static final int COMPONENTS = 5;
    /** Enough of the thousand points to meet every component. */
    private static final int POINTS = 60;

    @Test
    void agreesWithTaylorPolynomials() {
        Numbers in = Numbers.of("gmm/gmm_d2_K5.txt");
        in.integer();
        in.integer();
        int n = in.integer();
        double[] alphas = in.array(COMPONENTS);
        double[][] means = in.matrix(COMPONENTS, DIMENSION);
        double[][] icf = in.matrix(COMPONENTS, DIMENSION * (DIMENSION + 1) / 2);
        double[][] points = Arrays.copyOf(in.matrix(n, DIMENSION), POINTS);
        double gamma = in.number();
        int m = in.integer();

        DerivativeStructure expected = logLikelihood(alphas, means, icf, points, gamma, m);

        Hessians.agree(
                GmmGradient.logLikelihoodFunction(alphas, means, icf, points, gamma, m),
                Series.gradient(expected),
                Series.hessian(expected));
    }

    /** Up to a constant. */
    private static DerivativeStructure logLikelihood(
            double[] alphas, double[][] means, double[][] icf, double[][] points, double gamma, int m) {
        Series series = new Series(COMPONENTS * (1 + DIMENSION + 3));
        DerivativeStructure[] a = series.inputs(alphas);
        DerivativeStructure[][] mu = series.inputs(means);
        DerivativeStructure[][] q = series.inputs(icf);
        DerivativeStructure sum = series.logSumExp(a).multiply(-points.length);
        for (double[] point : points) {
            DerivativeStructure[] terms = new DerivativeStructure[COMPONENTS];
            for (int k = 0; k < COMPONENTS; k++) {
                DerivativeStructure x = mu[k][0].negate().add(point[0]);
                DerivativeStructure y = mu[k][1].negate().add(point[1]);
                DerivativeStructure first = q[k][0].exp().multiply(x);
                DerivativeStructure second = q[k][1].exp().multiply(y).add(q[k][2].multiply(x));
                DerivativeStructure square = first.multiply(first).add(second.multiply(second));
                terms[k] = a[k].add(q[k][0]).add(q[k][1]).subtract(square.multiply(0.5));
            }
            sum = sum.add(series.logSumExp(terms));
        }
        for (DerivativeStructure[] factor : q) {
            DerivativeStructure frobenius =
                    factor[0].multiply(2).exp().add(factor[1].multiply(2).exp()).add(factor[2].multiply(factor[2]));
            sum = sum.add(frobenius.multiply(0.5 * gamma * gamma))
                    .subtract(factor[0].add(factor[1]).multiply(m));
        }
        return sum;
    }
}
