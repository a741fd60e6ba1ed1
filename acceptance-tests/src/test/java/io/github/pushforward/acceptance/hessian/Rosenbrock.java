package io.github.pushforward.acceptance.hessian;

import io.github.pushforward.Differentiable;

/** Rosenbrock's function of any number of variables, and its Hessian by hand. */
final class Rosenbrock {

    private Rosenbrock() {}

    @Differentiable(order = 2)
    static double value(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            double step = x[i] - x[i - 1] * x[i - 1];
            double distance = 1 - x[i - 1];
            sum += 100 * step * step + distance * distance;
        }
        return sum;
    }

    static double[][] hessian(double[] x) {
        double[][] hessian = new double[x.length][x.length];
        for (int i = 1; i < x.length; i++) {
            hessian[i][i] += 200;
            hessian[i - 1][i - 1] += 1200 * x[i - 1] * x[i - 1] - 400 * x[i] + 2;
            hessian[i - 1][i] = -400 * x[i - 1];
            hessian[i][i - 1] = -400 * x[i - 1];
        }
        return hessian;
    }
}
