package io.github.pushforward.acceptance.adbench;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * ADBench's HAND: how far measured points are from a model of a hand, posed by 26 numbers: a rotation (axis times angle),
 * a translation and four angles for each finger.
 *
 * <p>The bones are the wrist, four for each finger, and the forearm. Positions and transforms are homogeneous; {@code
 * vertices} and what is made of it have a column for each vertex.
 */
final class Hand {

    private static final int FINGERS = 5;

    private Hand() {}

    /** Each measured point corresponds to a vertex. */
    @Differentiable
    static double[] simple(
            double[] theta,
            int[] parents,
            @Constant double[][][] relatives,
            @Constant double[][][] inverseAbsolutes,
            @Constant double[][] vertices,
            @Constant double[][] weights,
            int[] correspondences,
            @Constant double[][] points) {
        double[][] positions = positions(theta, parents, relatives, inverseAbsolutes, vertices, weights);
        double[] errors = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < 3; j++) {
                errors[3 * i + j] = points[i][j] - positions[j][correspondences[i]];
            }
        }
        return errors;
    }

    /** Each measured point corresponds to a point in a triangle, with the barycentric coordinates u[i]. */
    @Differentiable
    static double[] complicated(
            double[] theta,
            double[][] u,
            int[] parents,
            @Constant double[][][] relatives,
            @Constant double[][][] inverseAbsolutes,
            @Constant double[][] vertices,
            @Constant double[][] weights,
            int[][] triangles,
            int[] correspondences,
            @Constant double[][] points) {
        double[][] positions = positions(theta, parents, relatives, inverseAbsolutes, vertices, weights);
        double[] errors = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            int[] corners = triangles[correspondences[i]];
            for (int j = 0; j < 3; j++) {
                double[] row = positions[j];
                double position = u[i][0] * row[corners[0]]
                        + u[i][1] * row[corners[1]]
                        + (1 - u[i][0] - u[i][1]) * row[corners[2]];
                errors[3 * i + j] = points[i][j] - position;
            }
        }
        return errors;
    }

    /** The vertices of the posed hand, each moved by its bones as they weigh, then all by the global transform. */
    private static double[][] positions(
            double[] theta,
            int[] parents,
            double[][][] relatives,
            double[][][] inverseAbsolutes,
            double[][] vertices,
            double[][] weights) {
        double[][] angles = boneAngles(theta, parents.length);
        double[][][] absolutes = new double[parents.length][][];
        double[][] skinned = new double[3][vertices[0].length];
        for (int bone = 0; bone < parents.length; bone++) {
            double[][] relative = multiply(relatives[bone], eulerTransform(angles[bone]));
            absolutes[bone] = parents[bone] < 0 ? relative : multiply(absolutes[parents[bone]], relative);
            double[][] moved = multiply(multiply(absolutes[bone], inverseAbsolutes[bone]), vertices);
            for (int i = 0; i < 3; i++) {
                for (int v = 0; v < vertices[0].length; v++) {
                    skinned[i][v] += moved[i][v] * weights[bone][v];
                }
            }
        }

        double[][] positions = multiply(rotation(theta), skinned);
        for (int i = 0; i < 3; i++) {
            for (int v = 0; v < positions[i].length; v++) {
                positions[i][v] += theta[3 + i];
            }
        }
        return positions;
    }

    /** Flexion and abduction of each bone: both of the second of a finger, flexion of the third and fourth. */
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

    private static double[][] eulerTransform(double[] angles) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        double[][] aboutX = {{1, 0, 0, 0}, {0, cosX, -sinX, 0}, {0, sinX, cosX, 0}, {0, 0, 0, 1}};
        double[][] aboutZ = {{cosZ, -sinZ, 0, 0}, {sinZ, cosZ, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        return multiply(aboutZ, aboutX);
    }

    /** Rodrigues' rotation matrix; the identity for an angle below 1e-4, as in ADBench. */
    private static double[][] rotation(double[] axisAngle) {
        double angle =
                Math.sqrt(axisAngle[0] * axisAngle[0] + axisAngle[1] * axisAngle[1] + axisAngle[2] * axisAngle[2]);
        if (angle < 0.0001) {
            return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        double x = axisAngle[0] / angle;
        double y = axisAngle[1] / angle;
        double z = axisAngle[2] / angle;
        double s = Math.sin(angle);
        double c = Math.cos(angle);
        return new double[][] {
            {x * x + (1 - x * x) * c, x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
            {x * y * (1 - c) + z * s, y * y + (1 - y * y) * c, y * z * (1 - c) - x * s},
            {x * z * (1 - c) - y * s, z * y * (1 - c) + x * s, z * z + (1 - z * z) * c}
        };
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum += a[i][k] * b[k][j];
                }
                product[i][j] = sum;
            }
        }
        return product;
    }
}
