package io.github.pushforward.acceptance.minpack;

import io.github.pushforward.Differentiable;
import java.util.Arrays;

/**
 * The residuals of the 18 least-squares problems with which MINPACK is tested, written from their definitions in Moré,
 * Garbow, Hillstrom, <i>Testing Unconstrained Optimization Software</i>, ACM TOMS 7 (1981), 17–41; the number of a problem
 * there is given with each.
 */
final class Residuals {

    private static final double SQRT_5 = Math.sqrt(5);
    private static final double SQRT_10 = Math.sqrt(10);

    private static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };

    private static final double[] KOWALIK_OSBORNE = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };

    /** Also read by the published Jacobian. */
    static final double[] KOWALIK_OSBORNE_U = {4.0, 2.0, 1.0, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};

    private static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };

    private static final double[] OSBORNE_1 = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
        0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
        0.406
    };

    private static final double[] OSBORNE_2 = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
        0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
        0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
        0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
        0.054
    };

    private Residuals() {}

    /** Problem 32: x_i − (2/m) Σ x_j − 1, without x_i after the first n. */
    @Differentiable
    static double[] linearFullRank(double[] x, int m) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        double common = -2 * sum / m - 1;
        double[] f = new double[m];
        Arrays.fill(f, common);
        for (int i = 0; i < x.length; i++) {
            f[i] += x[i];
        }
        return f;
    }

    /** Problem 33: i Σ j x_j − 1. */
    @Differentiable
    static double[] linearRankOne(double[] x, int m) {
        double sum = 0;
        for (int j = 1; j <= x.length; j++) {
            sum += j * x[j - 1];
        }
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            f[i] = (i + 1) * sum - 1;
        }
        return f;
    }

    /** Problem 34: (i − 1) Σ j x_j − 1 without the first and the last column; −1 in the first and the last row. */
    @Differentiable
    static double[] linearRankOneWithZeros(double[] x, int m) {
        double sum = 0;
        for (int j = 2; j < x.length; j++) {
            sum += j * x[j - 1];
        }
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            f[i] = i == m - 1 ? -1 : i * sum - 1;
        }
        return f;
    }

    /** Problem 1. */
    @Differentiable
    static double[] rosenbrock(double[] x) {
        return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
    }

    /** Problem 7; the angle is counted in turns, from −1/4 to 3/4. */
    @Differentiable
    static double[] helicalValley(double[] x) {
        double turns;
        if (x[0] > 0) {
            turns = Math.atan(x[1] / x[0]) / (2 * Math.PI);
        } else if (x[0] < 0) {
            turns = Math.atan(x[1] / x[0]) / (2 * Math.PI) + 0.5;
        } else {
            turns = Math.copySign(0.25, x[1]);
        }
        double radius = Math.sqrt(x[0] * x[0] + x[1] * x[1]);
        return new double[] {10 * (x[2] - 10 * turns), 10 * (radius - 1), x[2]};
    }

    /** Problem 13. */
    @Differentiable
    static double[] powellSingular(double[] x) {
        return new double[] {
            x[0] + 10 * x[1], SQRT_5 * (x[2] - x[3]), Math.pow(x[1] - 2 * x[2], 2), SQRT_10 * Math.pow(x[0] - x[3], 2)
        };
    }

    /** Problem 2. */
    @Differentiable
    static double[] freudensteinRoth(double[] x) {
        double y = x[1];
        return new double[] {-13 + x[0] + ((5 - y) * y - 2) * y, -29 + x[0] + ((y + 1) * y - 14) * y};
    }

    /** Problem 8. */
    @Differentiable
    static double[] bard(double[] x) {
        double[] f = new double[BARD.length];
        for (int i = 0; i < f.length; i++) {
            int u = i + 1;
            int v = 16 - u;
            int w = Math.min(u, v);
            f[i] = BARD[i] - (x[0] + u / (v * x[1] + w * x[2]));
        }
        return f;
    }

    /** Problem 15. */
    @Differentiable
    static double[] kowalikOsborne(double[] x) {
        double[] f = new double[KOWALIK_OSBORNE.length];
        for (int i = 0; i < f.length; i++) {
            double u = KOWALIK_OSBORNE_U[i];
            f[i] = KOWALIK_OSBORNE[i] - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
        }
        return f;
    }

    /** Problem 10. */
    @Differentiable
    static double[] meyer(double[] x) {
        double[] f = new double[MEYER.length];
        double t = 45;
        int i = 0;
        for (double y : MEYER) {
            t += 5;
            f[i++] = x[0] * Math.exp(x[1] / (t + x[2])) - y;
        }
        return f;
    }

    /** Problem 20: how far a polynomial p is from p′ − p² = 1 at 29 points, and from its values at the start. */
    @Differentiable
    static double[] watson(double[] x) {
        double[] f = new double[31];
        for (int i = 0; i < 29; i++) {
            double t = (i + 1) / 29.0;
            double derivative = 0;
            double value = 0;
            for (int j = x.length - 1; j >= 0; j--) {
                derivative = derivative * t + value;
                value = value * t + x[j];
            }
            f[i] = derivative - value * value - 1;
        }
        f[29] = x[0];
        f[30] = x[1] - x[0] * x[0] - 1;
        return f;
    }

    /** Problem 12. */
    @Differentiable
    static double[] box(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            double t = 0.1 * (i + 1);
            f[i] = Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t));
        }
        return f;
    }

    /** Problem 6. */
    @Differentiable
    static double[] jennrichSampson(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 1; i <= m; i++) {
            f[i - 1] = 2 + 2 * i - (Math.exp(i * x[0]) + Math.exp(i * x[1]));
        }
        return f;
    }

    /** Problem 16. */
    @Differentiable
    static double[] brownDennis(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            double t = (i + 1) / 5.0;
            double a = x[0] + t * x[1] - Math.exp(t);
            double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
            f[i] = a * a + b * b;
        }
        return f;
    }

    /** Problem 35: the mean of the i-th Chebyshev polynomial of [0, 1] over all x_j, less its integral. */
    @Differentiable
    static double[] chebyquad(double[] x, int m) {
        double[] f = new double[m];
        for (double value : x) {
            double before = 1;
            double polynomial = 2 * value - 1;
            double twice = 2 * polynomial;
            for (int i = 0; i < m; i++) {
                f[i] += polynomial / x.length;
                double next = twice * polynomial - before;
                before = polynomial;
                polynomial = next;
            }
        }
        for (int degree = 2; degree <= m; degree += 2) {
            f[degree - 1] += 1.0 / (degree * degree - 1);
        }
        return f;
    }

    /** Problem 27. */
    @Differentiable
    static double[] brownAlmostLinear(double[] x) {
        int n = x.length;
        double sum = 0;
        double product = 1;
        for (double value : x) {
            sum += value;
            product *= value;
        }
        double[] f = x.clone();
        for (int i = 0; i < n - 1; i++) {
            f[i] += sum - (n + 1);
        }
        f[n - 1] = product - 1;
        return f;
    }

    /** Problem 17. */
    @Differentiable
    static double[] osborneOne(double[] x) {
        double[] f = new double[OSBORNE_1.length];
        for (int i = 0; i < f.length; i++) {
            int t = 10 * i;
            f[i] = OSBORNE_1[i] - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]));
        }
        return f;
    }

    /** Problem 19. */
    @Differentiable
    static double[] osborneTwo(double[] x) {
        double[] f = new double[OSBORNE_2.length];
        for (int i = 0; i < f.length; i++) {
            double t = i / 10.0;
            double model = x[0] * Math.exp(-t * x[4]);
            for (int peak = 1; peak <= 3; peak++) {
                model += x[peak] * Math.exp(-x[4 + peak] * square(t - x[7 + peak]));
            }
            f[i] = OSBORNE_2[i] - model;
        }
        return f;
    }

    private static double square(double x) {
        return x * x;
    }
}
