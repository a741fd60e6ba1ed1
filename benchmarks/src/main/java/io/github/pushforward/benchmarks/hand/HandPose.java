package io.github.pushforward.benchmarks.hand;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * ADBench's HAND, its simple form: how far measured points are from the vertices of a hand that is posed by 26 numbers, a rotation
 * (axis times angle), a translation and four angles for each finger.
 *
 * <p>Transforms are affine, of three rows and four columns. {@code vertices} and {@code weights} have a column for each vertex, so that
 * the loop over the vertices, where nearly all the time goes, runs along rows.
 */
final class HandPose {
    static final int FINGERS = 5;

    /** Below this angle ADBench takes a rotation for none. */
    static final double LEAST_ANGLE = 0.0001;

    private HandPose() {}

    @Differentiable
    static double[] errors(
            double[] theta,
            int[] parents,
            @Constant double[][][] relatives,
            @Constant double[][][] inverseAbsolutes,
            @Constant double[][] vertices,
            @Constant double[][] weights,
            int[] correspondences,
            @Constant double[][] points) {
        double[][] angles = boneAngles(theta, parents.length);
        double[][][] absolutes = new double[parents.length][][];
        double[][] posed = new double[3][vertices[0].length];
        for (int bone = 0; bone < parents.length; bone++) {
            double[][] relative = compose(relatives[bone], bend(angles[bone]));
            absolutes[bone] = parents[bone] < 0 ? relative : compose(absolutes[parents[bone]], relative);
            move(compose(absolutes[bone], inverseAbsolutes[bone]), vertices, weights[bone], posed);
        }

        double[][] whole = rigidMotion(theta);
        double[] errors = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            int v = correspondences[i];
            for (int j = 0; j < 3; j++) {
                double[] row = whole[j];
                double position = row[0] * posed[0][v] + row[1] * posed[1][v] + row[2] * posed[2][v] + row[3];
                errors[3 * i + j] = points[i][j] - position;
            }
        }
        return errors;
    }

    /** Flexion and abduction of each bone: both of the second of a finger, flexion of the third and the fourth. */
    private static double[][] boneAngles(double[] theta, int bones) {
        double[][] angles = new double[bones][2];
        int next = 6;
        for (int finger = 0; finger < FINGERS; finger++) {
            int second = 4 * finger + 2;
            angles[second][0] = theta[next++];
            angles[second][1] = theta[next++];
            angles[second + 1][0] = theta[next++];
            angles[second + 2][0] = theta[next++];
        }
        return angles;
    }

    /** About x by the flexion, then about z by the abduction. */
    private static double[][] bend(double[] angles) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        return new double[][] {
            {cosZ, -sinZ * cosX, sinZ * sinX, 0}, {sinZ, cosZ * cosX, -cosZ * sinX, 0}, {0, sinX, cosX, 0}
        };
    }

    /** First b, then a. */
    private static double[][] compose(double[][] a, double[][] b) {
        double[][] composed = new double[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                composed[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
            composed[i][3] += a[i][3];
        }
        return composed;
    }

    /** Adds where a bone moves each vertex, as it weighs for it. */
    private static void move(double[][] motion, double[][] vertices, double[] weights, double[][] posed) {
        double[] xs = vertices[0];
        double[] ys = vertices[1];
        double[] zs = vertices[2];
        for (int i = 0; i < 3; i++) {
            double[] sums = posed[i];
            double byX = motion[i][0];
            double byY = motion[i][1];
            double byZ = motion[i][2];
            double shift = motion[i][3];
            for (int v = 0; v < sums.length; v++) {
                sums[v] += weights[v] * (byX * xs[v] + byY * ys[v] + byZ * zs[v] + shift);
            }
        }
    }

    /** Rodrigues' rotation, then the translation. */
    private static double[][] rigidMotion(double[] theta) {
        double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
        if (angle < LEAST_ANGLE) {
            return new double[][] {{1, 0, 0, theta[3]}, {0, 1, 0, theta[4]}, {0, 0, 1, theta[5]}};
        }
        double x = theta[0] / angle;
        double y = theta[1] / angle;
        double z = theta[2] / angle;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double versine = 1 - cos;
        return new double[][] {
            {versine * x * x + cos, versine * x * y - sin * z, versine * x * z + sin * y, theta[3]},
            {versine * x * y + sin * z, versine * y * y + cos, versine * y * z - sin * x, theta[4]},
            {versine * x * z - sin * y, versine * y * z + sin * x, versine * z * z + cos, theta[5]}
        };
    }
}
