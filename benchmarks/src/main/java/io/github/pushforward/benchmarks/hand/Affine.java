package io.github.pushforward.benchmarks.hand;

/** Affine transforms, three rows and four columns, and their derivatives, whose own fourth row would be 0 throughout. */
final class Affine {

    private Affine() {}

    /** First b, then a, where b is a transform: a takes its shift along. */
    static double[][] compose(double[][] a, double[][] b) {
        double[][] composed = composeLinear(a, b);
        for (int i = 0; i < 3; i++) {
            composed[i][3] += a[i][3];
        }
        return composed;
    }

    /** First b, then a, where b is a derivative of transforms: the shift of a has no part in it. */
    static double[][] composeLinear(double[][] a, double[][] b) {
        double[][] composed = new double[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                composed[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return composed;
    }

    static double[][] bend(double[] angles) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        return new double[][] {
            {cosZ, -sinZ * cosX, sinZ * sinX, 0}, {sinZ, cosZ * cosX, -cosZ * sinX, 0}, {0, sinX, cosX, 0}
        };
    }

    static double[][] bendByFlexion(double[] angles) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        return new double[][] {{0, sinZ * sinX, sinZ * cosX, 0}, {0, -cosZ * sinX, -cosZ * cosX, 0}, {0, cosX, -sinX, 0}
        };
    }

    static double[][] bendByAbduction(double[] angles) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        return new double[][] {{-sinZ, -cosZ * cosX, cosZ * sinX, 0}, {cosZ, -sinZ * cosX, sinZ * sinX, 0}, {0, 0, 0, 0}
        };
    }
}
