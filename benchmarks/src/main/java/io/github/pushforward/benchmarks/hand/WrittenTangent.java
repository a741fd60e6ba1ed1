package io.github.pushforward.benchmarks.hand;

import io.github.pushforward.runtime.DualOf;

/** The tangent of {@link HandPose}, written by hand, step by step beside its primal. */
final class WrittenTangent {

    private WrittenTangent() {}

    static DualOf<double[], double[]> errors(HandData data, double[] theta, double[] thetaTangent) {
        int bones = data.parents().length;
        int vertices = data.vertices()[0].length;
        double[][] angles = boneAngles(theta, bones);
        double[][] anglesTangent = boneAngles(thetaTangent, bones);
        Motion[] absolutes = new Motion[bones];
        double[][] posed = new double[3][vertices];
        double[][] posedTangent = new double[3][vertices];
        for (int bone = 0; bone < bones; bone++) {
            Motion relative = compose(data.relatives()[bone], bend(angles[bone], anglesTangent[bone]));
            int parent = data.parents()[bone];
            absolutes[bone] = parent < 0 ? relative : compose(absolutes[parent], relative);
            Motion motion = compose(absolutes[bone], data.inverseAbsolutes()[bone]);
            move(motion.value, data.vertices(), data.weights()[bone], posed);
            move(motion.tangent, data.vertices(), data.weights()[bone], posedTangent);
        }

        Motion whole = rigidMotion(theta, thetaTangent);
        double[][] points = data.points();
        double[] errors = new double[3 * points.length];
        double[] errorsTangent = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            int v = data.correspondences()[i];
            for (int j = 0; j < 3; j++) {
                double[] row = whole.value[j];
                double[] rowTangent = whole.tangent[j];
                double position = row[0] * posed[0][v] + row[1] * posed[1][v] + row[2] * posed[2][v] + row[3];
                double positionTangent = rowTangent[0] * posed[0][v]
                        + row[0] * posedTangent[0][v]
                        + rowTangent[1] * posed[1][v]
                        + row[1] * posedTangent[1][v]
                        + rowTangent[2] * posed[2][v]
                        + row[2] * posedTangent[2][v]
                        + rowTangent[3];
                errors[3 * i + j] = points[i][j] - position;
                errorsTangent[3 * i + j] = -positionTangent;
            }
        }
        return new DualOf<>(errors, errorsTangent);
    }

    /** A transform and its tangent. */
    private record Motion(double[][] value, double[][] tangent) {}

    /** Linear, so that it serves values and tangents. */
    static double[][] boneAngles(double[] theta, int bones) {
        double[][] angles = new double[bones][2];
        int next = 6;
        for (int finger = 0; finger < HandPose.FINGERS; finger++) {
            int second = 4 * finger + 2;
            angles[second][0] = theta[next++];
            angles[second][1] = theta[next++];
            angles[second + 1][0] = theta[next++];
            angles[second + 2][0] = theta[next++];
        }
        return angles;
    }

    private static Motion bend(double[] angles, double[] anglesTangent) {
        double cosX = Math.cos(angles[0]);
        double sinX = Math.sin(angles[0]);
        double cosXTangent = -sinX * anglesTangent[0];
        double sinXTangent = cosX * anglesTangent[0];
        double cosZ = Math.cos(angles[1]);
        double sinZ = Math.sin(angles[1]);
        double cosZTangent = -sinZ * anglesTangent[1];
        double sinZTangent = cosZ * anglesTangent[1];
        return new Motion(
                new double[][] {
                    {cosZ, -sinZ * cosX, sinZ * sinX, 0}, {sinZ, cosZ * cosX, -cosZ * sinX, 0}, {0, sinX, cosX, 0}
                },
                new double[][] {
                    {cosZTangent, -sinZTangent * cosX - sinZ * cosXTangent, sinZTangent * sinX + sinZ * sinXTangent, 0},
                    {sinZTangent, cosZTangent * cosX + cosZ * cosXTangent, -cosZTangent * sinX - cosZ * sinXTangent, 0},
                    {0, sinXTangent, cosXTangent, 0}
                });
    }

    private static Motion compose(double[][] a, Motion b) {
        double[][] value = new double[3][4];
        double[][] tangent = new double[3][4];
        double[][] bValue = b.value;
        double[][] bTangent = b.tangent;
        for (int i = 0; i < 3; i++) {
            double a0 = a[i][0];
            double a1 = a[i][1];
            double a2 = a[i][2];
            for (int j = 0; j < 4; j++) {
                value[i][j] = a0 * bValue[0][j] + a1 * bValue[1][j] + a2 * bValue[2][j];
                tangent[i][j] = a0 * bTangent[0][j] + a1 * bTangent[1][j] + a2 * bTangent[2][j];
            }
            value[i][3] += a[i][3];
        }
        return new Motion(value, tangent);
    }

    private static Motion compose(Motion a, Motion b) {
        double[][] value = new double[3][4];
        double[][] tangent = new double[3][4];
        double[][] bValue = b.value;
        double[][] bTangent = b.tangent;
        for (int i = 0; i < 3; i++) {
            double[] row = a.value[i];
            double[] rowTangent = a.tangent[i];
            for (int j = 0; j < 4; j++) {
                value[i][j] = row[0] * bValue[0][j] + row[1] * bValue[1][j] + row[2] * bValue[2][j];
                tangent[i][j] = rowTangent[0] * bValue[0][j]
                        + row[0] * bTangent[0][j]
                        + rowTangent[1] * bValue[1][j]
                        + row[1] * bTangent[1][j]
                        + rowTangent[2] * bValue[2][j]
                        + row[2] * bTangent[2][j];
            }
            value[i][3] += row[3];
            tangent[i][3] += rowTangent[3];
        }
        return new Motion(value, tangent);
    }

    private static Motion compose(Motion a, double[][] b) {
        double[][] value = new double[3][4];
        double[][] tangent = new double[3][4];
        for (int i = 0; i < 3; i++) {
            double[] row = a.value[i];
            double[] rowTangent = a.tangent[i];
            for (int j = 0; j < 4; j++) {
                value[i][j] = row[0] * b[0][j] + row[1] * b[1][j] + row[2] * b[2][j];
                tangent[i][j] = rowTangent[0] * b[0][j] + rowTangent[1] * b[1][j] + rowTangent[2] * b[2][j];
            }
            value[i][3] += row[3];
            tangent[i][3] += rowTangent[3];
        }
        return new Motion(value, tangent);
    }

    /** Linear in the motion, so that it serves values and tangents: in one loop for both HotSpot would vectorize neither. */
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

    private static Motion rigidMotion(double[] theta, double[] tangent) {
        double[][] value = rigidMotion(theta);
        return new Motion(value, rigidMotionTangent(theta, tangent));
    }

    static double[][] rigidMotion(double[] theta) {
        double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
        if (angle < HandPose.LEAST_ANGLE) {
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

    static double[][] rigidMotionTangent(double[] theta, double[] tangent) {
        double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
        if (angle < HandPose.LEAST_ANGLE) {
            return new double[][] {{0, 0, 0, tangent[3]}, {0, 0, 0, tangent[4]}, {0, 0, 0, tangent[5]}};
        }
        double x = theta[0] / angle;
        double y = theta[1] / angle;
        double z = theta[2] / angle;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double versine = 1 - cos;
        double angleTangent = x * tangent[0] + y * tangent[1] + z * tangent[2];
        double xTangent = (tangent[0] - x * angleTangent) / angle;
        double yTangent = (tangent[1] - y * angleTangent) / angle;
        double zTangent = (tangent[2] - z * angleTangent) / angle;
        double sinTangent = cos * angleTangent;
        double cosTangent = -sin * angleTangent;
        double xy = versine * (xTangent * y + x * yTangent) - cosTangent * x * y;
        double xz = versine * (xTangent * z + x * zTangent) - cosTangent * x * z;
        double yz = versine * (yTangent * z + y * zTangent) - cosTangent * y * z;
        double sinX = sinTangent * x + sin * xTangent;
        double sinY = sinTangent * y + sin * yTangent;
        double sinZ = sinTangent * z + sin * zTangent;
        return new double[][] {
            {2 * versine * x * xTangent + cosTangent * (1 - x * x), xy - sinZ, xz + sinY, tangent[3]},
            {xy + sinZ, 2 * versine * y * yTangent + cosTangent * (1 - y * y), yz - sinX, tangent[4]},
            {xz - sinY, yz + sinX, 2 * versine * z * zTangent + cosTangent * (1 - z * z), tangent[5]}
        };
    }
}
