package io.github.pushforward.acceptance.minpack;

/**
 * The Jacobians of {@link Residuals} by hand, after the partial derivatives that MINPACK publishes with its test problems
 * (netlib, minpack/ex, subroutine SSQJAC). A row for each residual.
 */
final class Jacobians {

    private Jacobians() {}

    static double[][] linearFullRank(double[] x, int m) {
        double[][] jacobian = new double[m][x.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < x.length; j++) {
                jacobian[i][j] = (i == j ? 1 : 0) - 2.0 / m;
            }
        }
        return jacobian;
    }

    static double[][] linearRankOne(double[] x, int m) {
        double[][] jacobian = new double[m][x.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < x.length; j++) {
                jacobian[i][j] = (i + 1) * (j + 1);
            }
        }
        return jacobian;
    }

    static double[][] linearRankOneWithZeros(double[] x, int m) {
        double[][] jacobian = new double[m][x.length];
        for (int i = 1; i < m - 1; i++) {
            for (int j = 1; j < x.length - 1; j++) {
                jacobian[i][j] = i * (j + 1);
            }
        }
        return jacobian;
    }

    static double[][] rosenbrock(double[] x) {
        return new double[][] {{-20 * x[0], 10}, {-1, 0}};
    }

    static double[][] helicalValley(double[] x) {
        double squared = x[0] * x[0] + x[1] * x[1];
        double radius = Math.sqrt(squared);
        return new double[][] {
            {50 * x[1] / (Math.PI * squared), -50 * x[0] / (Math.PI * squared), 10},
            {10 * x[0] / radius, 10 * x[1] / radius, 0},
            {0, 0, 1}
        };
    }

    static double[][] powellSingular(double[] x) {
        double a = 2 * (x[1] - 2 * x[2]);
        double b = 2 * Math.sqrt(10) * (x[0] - x[3]);
        return new double[][] {{1, 10, 0, 0}, {0, 0, Math.sqrt(5), -Math.sqrt(5)}, {0, a, -2 * a, 0}, {b, 0, 0, -b}};
    }

    static double[][] freudensteinRoth(double[] x) {
        return new double[][] {{1, x[1] * (10 - 3 * x[1]) - 2}, {1, x[1] * (2 + 3 * x[1]) - 14}};
    }

    static double[][] bard(double[] x) {
        double[][] jacobian = new double[15][];
        for (int i = 0; i < 15; i++) {
            double u = i + 1;
            double v = 15 - i;
            double w = Math.min(u, v);
            double denominator = Math.pow(v * x[1] + w * x[2], 2);
            jacobian[i] = new double[] {-1, u * v / denominator, u * w / denominator};
        }
        return jacobian;
    }

    static double[][] kowalikOsborne(double[] x) {
        double[][] jacobian = new double[11][];
        for (int i = 0; i < 11; i++) {
            double u = Residuals.KOWALIK_OSBORNE_U[i];
            double numerator = u * u + u * x[1];
            double denominator = u * u + u * x[2] + x[3];
            double last = x[0] * numerator / (denominator * denominator);
            jacobian[i] = new double[] {-numerator / denominator, -x[0] * u / denominator, last * u, last};
        }
        return jacobian;
    }

    static double[][] meyer(double[] x) {
        double[][] jacobian = new double[16][];
        for (int i = 0; i < 16; i++) {
            double t = 50 + 5 * i + x[2];
            double exp = Math.exp(x[1] / t);
            jacobian[i] = new double[] {exp, x[0] * exp / t, -x[0] * x[1] * exp / (t * t)};
        }
        return jacobian;
    }

    static double[][] watson(double[] x) {
        double[][] jacobian = new double[31][x.length];
        for (int i = 0; i < 29; i++) {
            double t = (i + 1) / 29.0;
            double value = 0;
            for (int j = 0; j < x.length; j++) {
                value += Math.pow(t, j) * x[j];
            }
            for (int j = 0; j < x.length; j++) {
                jacobian[i][j] = Math.pow(t, j - 1) * (j - 2 * t * value);
            }
        }
        jacobian[29][0] = 1;
        jacobian[30][0] = -2 * x[0];
        jacobian[30][1] = 1;
        return jacobian;
    }

    static double[][] box(double[] x, int m) {
        double[][] jacobian = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = 0.1 * (i + 1);
            jacobian[i] =
                    new double[] {-t * Math.exp(-t * x[0]), t * Math.exp(-t * x[1]), Math.exp(-10 * t) - Math.exp(-t)};
        }
        return jacobian;
    }

    static double[][] jennrichSampson(double[] x, int m) {
        double[][] jacobian = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = i + 1;
            jacobian[i] = new double[] {-t * Math.exp(t * x[0]), -t * Math.exp(t * x[1])};
        }
        return jacobian;
    }

    static double[][] brownDennis(double[] x, int m) {
        double[][] jacobian = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = (i + 1) / 5.0;
            double a = 2 * (x[0] + t * x[1] - Math.exp(t));
            double b = 2 * (x[2] + Math.sin(t) * x[3] - Math.cos(t));
            jacobian[i] = new double[] {a, t * a, b, Math.sin(t) * b};
        }
        return jacobian;
    }

    /** By the recurrence of the derivatives: T′ = 4 T + 2 y T′ − T″ of the two degrees before, for y = 2x − 1. */
    static double[][] chebyquad(double[] x, int m) {
        double[][] jacobian = new double[m][x.length];
        for (int j = 0; j < x.length; j++) {
            double y = 2 * x[j] - 1;
            double[] t = new double[m + 1];
            double[] derivative = new double[m + 1];
            t[0] = 1;
            t[1] = y;
            derivative[1] = 2;
            for (int i = 2; i <= m; i++) {
                t[i] = 2 * y * t[i - 1] - t[i - 2];
                derivative[i] = 4 * t[i - 1] + 2 * y * derivative[i - 1] - derivative[i - 2];
            }
            for (int i = 0; i < m; i++) {
                jacobian[i][j] = derivative[i + 1] / x.length;
            }
        }
        return jacobian;
    }

    static double[][] brownAlmostLinear(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[n][n];
        for (int j = 0; j < n; j++) {
            double others = 1;
            for (int k = 0; k < n; k++) {
                if (k != j) {
                    others *= x[k];
                }
            }
            for (int i = 0; i < n - 1; i++) {
                jacobian[i][j] = i == j ? 2 : 1;
            }
            jacobian[n - 1][j] = others;
        }
        return jacobian;
    }

    static double[][] osborneOne(double[] x) {
        double[][] jacobian = new double[33][];
        for (int i = 0; i < 33; i++) {
            double t = 10 * i;
            double a = Math.exp(-t * x[3]);
            double b = Math.exp(-t * x[4]);
            jacobian[i] = new double[] {-1, -a, -b, t * x[1] * a, t * x[2] * b};
        }
        return jacobian;
    }

    static double[][] osborneTwo(double[] x) {
        double[][] jacobian = new double[65][11];
        for (int i = 0; i < 65; i++) {
            double t = i / 10.0;
            double decay = Math.exp(-t * x[4]);
            jacobian[i][0] = -decay;
            jacobian[i][4] = t * x[0] * decay;
            for (int peak = 1; peak <= 3; peak++) {
                double distance = t - x[7 + peak];
                double gauss = Math.exp(-x[4 + peak] * distance * distance);
                jacobian[i][peak] = -gauss;
                jacobian[i][4 + peak] = x[peak] * distance * distance * gauss;
                jacobian[i][7 + peak] = -2 * x[peak] * x[4 + peak] * distance * gauss;
            }
        }
        return jacobian;
    }
}
