package io.github.pushforward.benchmarks.hand;

import java.util.Arrays;

/**
 * The Jacobian of {@link HandPose}, written by hand: 26 columns against 300 rows are no case for reverse mode, so these are the 26
 * tangents, with all that a person knows of them. The translation moves every point alike, the rotation turns what is posed already, and
 * an angle moves the bones of its own finger from its own on; of the vertices, only those that the points correspond to count.
 */
final class WrittenJacobian {
    private static final int FIRST_ANGLE = 6;
    private static final int ANGLES_OF_FINGER = 4;

    private WrittenJacobian() {}

    /**
     * @param jacobian receives the derivatives, a row for each error and a column for each number of the pose
     * @return the errors
     */
    static double[] errors(HandData data, double[] theta, double[][] jacobian) {
        int bones = data.parents().length;
        double[][] angles = WrittenTangent.boneAngles(theta, bones);
        double[][][] relatives = new double[bones][][];
        double[][][] absolutes = new double[bones][][];
        double[][] posed = new double[3][data.vertices()[0].length];
        for (int bone = 0; bone < bones; bone++) {
            relatives[bone] = Affine.compose(data.relatives()[bone], Affine.bend(angles[bone]));
            int parent = data.parents()[bone];
            absolutes[bone] = parent < 0 ? relatives[bone] : Affine.compose(absolutes[parent], relatives[bone]);
            move(
                    Affine.compose(absolutes[bone], data.inverseAbsolutes()[bone]),
                    data.vertices(),
                    data.weights()[bone],
                    posed);
        }

        double[][] whole = WrittenTangent.rigidMotion(theta);
        double[] errors = new double[3 * data.points().length];
        for (int i = 0; i < data.points().length; i++) {
            int v = data.correspondences()[i];
            for (int j = 0; j < 3; j++) {
                errors[3 * i + j] = data.points()[i][j]
                        - whole[j][0] * posed[0][v]
                        - whole[j][1] * posed[1][v]
                        - whole[j][2] * posed[2][v]
                        - whole[j][3];
            }
        }

        for (double[] row : jacobian) {
            Arrays.fill(row, 0);
        }
        byRigidMotion(data, theta, posed, jacobian);
        for (int finger = 0; finger < HandPose.FINGERS; finger++) {
            byFinger(data, finger, angles, relatives, absolutes, whole, jacobian);
        }
        return errors;
    }

    private static void byRigidMotion(HandData data, double[] theta, double[][] posed, double[][] jacobian) {
        double[] unit = new double[theta.length];
        for (int k = 0; k < FIRST_ANGLE; k++) {
            unit[k] = 1;
            double[][] tangent = WrittenTangent.rigidMotionTangent(theta, unit);
            unit[k] = 0;
            for (int i = 0; i < data.points().length; i++) {
                int v = data.correspondences()[i];
                for (int j = 0; j < 3; j++) {
                    double[] row = tangent[j];
                    jacobian[3 * i + j][k] =
                            -(row[0] * posed[0][v] + row[1] * posed[1][v] + row[2] * posed[2][v] + row[3]);
                }
            }
        }
    }

    private static void byFinger(
            HandData data,
            int finger,
            double[][] angles,
            double[][][] relatives,
            double[][][] absolutes,
            double[][] whole,
            double[][] jacobian) {
        int second = 4 * finger + 2;
        int last = second + 2;
        for (int k = 0; k < ANGLES_OF_FINGER; k++) {
            int bent = second + Math.max(0, k - 1);
            double[][] bendTangent = k == 1 ? Affine.bendByAbduction(angles[bent]) : Affine.bendByFlexion(angles[bent]);
            double[][] tangent = Affine.composeLinear(
                    absolutes[data.parents()[bent]], Affine.composeLinear(data.relatives()[bent], bendTangent));
            for (int bone = bent; bone <= last; bone++) {
                if (bone > bent) {
                    tangent = Affine.compose(tangent, relatives[bone]);
                }
                double[][] motion = Affine.composeLinear(whole, Affine.compose(tangent, data.inverseAbsolutes()[bone]));
                byBone(data, bone, motion, FIRST_ANGLE + ANGLES_OF_FINGER * finger + k, jacobian);
            }
        }
    }

    /** Adds how a column changes as a bone moves. */
    private static void byBone(HandData data, int bone, double[][] motion, int column, double[][] jacobian) {
        double[] weights = data.weights()[bone];
        double[][] vertices = data.vertices();
        for (int i = 0; i < data.points().length; i++) {
            int v = data.correspondences()[i];
            double weight = weights[v];
            for (int j = 0; j < 3; j++) {
                double[] row = motion[j];
                jacobian[3 * i + j][column] -=
                        weight * (row[0] * vertices[0][v] + row[1] * vertices[1][v] + row[2] * vertices[2][v] + row[3]);
            }
        }
    }

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
}
