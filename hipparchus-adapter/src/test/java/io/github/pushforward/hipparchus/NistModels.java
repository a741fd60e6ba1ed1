package io.github.pushforward.hipparchus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** The models of {@link NistProblem}, each for the parameters b and all abscissae x at once, written as NIST writes them. */
final class NistModels {

    private NistModels() {}

    @Differentiable
    static double[] misra1a(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = b[0] * (1 - Math.exp(-b[1] * x[i]));
        }
        return y;
    }

    @Differentiable
    static double[] thurber(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            y[i] = (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) / (1 + t * (b[4] + t * (b[5] + t * b[6])));
        }
        return y;
    }

    @Differentiable
    static double[] mgh09(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            y[i] = b[0] * (t * t + t * b[1]) / (t * t + t * b[2] + b[3]);
        }
        return y;
    }

    @Differentiable
    static double[] mgh10(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = b[0] * Math.exp(b[1] / (x[i] + b[2]));
        }
        return y;
    }

    @Differentiable
    static double[] mgh17(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = b[0] + b[1] * Math.exp(-x[i] * b[3]) + b[2] * Math.exp(-x[i] * b[4]);
        }
        return y;
    }

    @Differentiable
    static double[] rat42(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = b[0] / (1 + Math.exp(b[1] - b[2] * x[i]));
        }
        return y;
    }

    @Differentiable
    static double[] eckerle4(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - b[2]) / b[1];
            y[i] = b[0] / b[1] * Math.exp(-0.5 * z * z);
        }
        return y;
    }
}
