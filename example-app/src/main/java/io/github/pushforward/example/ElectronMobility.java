package io.github.pushforward.example;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * The mobility of electrons in a semiconductor by the logarithm of their density: the problem "Thurber" of NIST's Statistical
 * Reference Datasets, of "higher" difficulty, with the values that NIST certifies to eleven digits.
 *
 * @param logDensity one for each observation
 * @param mobility what was observed there
 */
record ElectronMobility(double[] logDensity, double[] mobility) {

    static final String SOURCE =
            "R. Thurber, \"Semiconductor electron mobility modeling\", NIST Statistical Reference Datasets";

    private static final double[][] STARTS = {
        {1000, 1000, 400, 40, 0.7, 0.3, 0.03}, {1300, 1500, 500, 75, 1, 0.4, 0.05},
    };
    private static final double[] CERTIFIED = {
        1.2881396800E+03,
        1.4910792535E+03,
        5.8323836877E+02,
        7.5416644291E+01,
        9.6629502864E-01,
        3.9797285797E-01,
        4.9727297349E-02,
    };

    /** The model that NIST gives: a quotient of two polynomials of degree 3, with the coefficients b1 to b7. */
    @Differentiable
    static double[] predict(double[] b, @Constant double[] logDensity) {
        double[] mobility = new double[logDensity.length];
        for (int i = 0; i < mobility.length; i++) {
            double x = logDensity[i];
            mobility[i] = (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1 + x * (b[4] + x * (b[5] + x * b[6])));
        }
        return mobility;
    }

    static ElectronMobility read() {
        NumberTable table = NumberTable.read("thurber.csv", 2);
        return new ElectronMobility(table.column(0), table.column(1));
    }

    /** Fits the coefficients from NIST's starting point 1 or 2. */
    LeastSquaresFit fit(int start) {
        return LeastSquaresFit.of(
                ElectronMobilityGradient.predictFunction(STARTS[start - 1].clone(), logDensity), mobility);
    }

    /** What NIST certifies for coefficient {@code index}, counted from 0. */
    static double certified(int index) {
        return CERTIFIED[index];
    }
}
