package io.github.pushforward.benchmarks.hand;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/** {@link HandPose} in the numbers of Hipparchus: {@code UnivariateDerivative1}, {@code Gradient} or {@code DerivativeStructure}. */
final class HipparchusHandPose {

    private HipparchusHandPose() {}

    static <T extends CalculusFieldElement<T>> T[] errors(HandData data, T[] theta) {
        Field<T> field = theta[0].getField();
        int bones = data.parents().length;
        int vertices = data.vertices()[0].length;
        T[][] angles = boneAngles(theta, bones);
        List<T[][]> absolutes = new ArrayList<>();
        T[][] posed = MathArrays.buildArray(field, 3, vertices);
        for (int bone = 0; bone < bones; bone++) {
            T[][] relative = compose(data.relatives()[bone], bend(angles[bone]));
            int parent = data.parents()[bone];
            absolutes.add(parent < 0 ? relative : compose(absolutes.get(parent), relative));
            T[][] motion = compose(absolutes.get(bone), data.inverseAbsolutes()[bone]);
            move(motion, data.vertices(), data.weights()[bone], posed);
        }

        T[][] whole = rigidMotion(theta);
        double[][] points = data.points();
        T[] errors = MathArrays.buildArray(field, 3 * points.length);
        for (int i = 0; i < points.length; i++) {
            int v = data.correspondences()[i];
            for (int j = 0; j < 3; j++) {
                T[] row = whole[j];
                T position = row[0].multiply(posed[0][v])
                        .add(row[1].multiply(posed[1][v]))
                        .add(row[2].multiply(posed[2][v]))
                        .add(row[3]);
                errors[3 * i + j] = position.negate().add(points[i][j]);
            }
        }
        return errors;
    }

    private static <T extends CalculusFieldElement<T>> T[][] boneAngles(T[] theta, int bones) {
        T[][] angles = MathArrays.buildArray(theta[0].getField(), bones, 2);
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

    private static <T extends CalculusFieldElement<T>> T[][] bend(T[] angles) {
        T cosX = angles[0].cos();
        T sinX = angles[0].sin();
        T cosZ = angles[1].cos();
        T sinZ = angles[1].sin();
        T[][] bend = MathArrays.buildArray(cosX.getField(), 3, 4);
        bend[0][0] = cosZ;
        bend[0][1] = sinZ.multiply(cosX).negate();
        bend[0][2] = sinZ.multiply(sinX);
        bend[1][0] = sinZ;
        bend[1][1] = cosZ.multiply(cosX);
        bend[1][2] = cosZ.multiply(sinX).negate();
        bend[2][1] = sinX;
        bend[2][2] = cosX;
        return bend;
    }

    private static <T extends CalculusFieldElement<T>> T[][] compose(double[][] a, T[][] b) {
        T[][] composed = MathArrays.buildArray(b[0][0].getField(), 3, 4);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                composed[i][j] =
                        b[0][j].multiply(a[i][0]).add(b[1][j].multiply(a[i][1])).add(b[2][j].multiply(a[i][2]));
            }
            composed[i][3] = composed[i][3].add(a[i][3]);
        }
        return composed;
    }

    private static <T extends CalculusFieldElement<T>> T[][] compose(T[][] a, T[][] b) {
        T[][] composed = MathArrays.buildArray(b[0][0].getField(), 3, 4);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                composed[i][j] =
                        a[i][0].multiply(b[0][j]).add(a[i][1].multiply(b[1][j])).add(a[i][2].multiply(b[2][j]));
            }
            composed[i][3] = composed[i][3].add(a[i][3]);
        }
        return composed;
    }

    private static <T extends CalculusFieldElement<T>> T[][] compose(T[][] a, double[][] b) {
        T[][] composed = MathArrays.buildArray(a[0][0].getField(), 3, 4);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                composed[i][j] =
                        a[i][0].multiply(b[0][j]).add(a[i][1].multiply(b[1][j])).add(a[i][2].multiply(b[2][j]));
            }
            composed[i][3] = composed[i][3].add(a[i][3]);
        }
        return composed;
    }

    private static <T extends CalculusFieldElement<T>> void move(
            T[][] motion, double[][] vertices, double[] weights, T[][] posed) {
        double[] xs = vertices[0];
        double[] ys = vertices[1];
        double[] zs = vertices[2];
        for (int i = 0; i < 3; i++) {
            T[] sums = posed[i];
            T byX = motion[i][0];
            T byY = motion[i][1];
            T byZ = motion[i][2];
            T shift = motion[i][3];
            for (int v = 0; v < sums.length; v++) {
                T moved = byX.multiply(xs[v])
                        .add(byY.multiply(ys[v]))
                        .add(byZ.multiply(zs[v]))
                        .add(shift);
                sums[v] = sums[v].add(moved.multiply(weights[v]));
            }
        }
    }

    private static <T extends CalculusFieldElement<T>> T[][] rigidMotion(T[] theta) {
        T[][] motion = MathArrays.buildArray(theta[0].getField(), 3, 4);
        for (int i = 0; i < 3; i++) {
            motion[i][3] = theta[3 + i];
        }
        T angle =
                theta[0].square().add(theta[1].square()).add(theta[2].square()).sqrt();
        if (angle.getReal() < HandPose.LEAST_ANGLE) {
            for (int i = 0; i < 3; i++) {
                motion[i][i] = angle.getField().getOne();
            }
            return motion;
        }
        T x = theta[0].divide(angle);
        T y = theta[1].divide(angle);
        T z = theta[2].divide(angle);
        T sin = angle.sin();
        T cos = angle.cos();
        T versine = cos.negate().add(1);
        T xy = versine.multiply(x).multiply(y);
        T xz = versine.multiply(x).multiply(z);
        T yz = versine.multiply(y).multiply(z);
        motion[0][0] = versine.multiply(x).multiply(x).add(cos);
        motion[0][1] = xy.subtract(sin.multiply(z));
        motion[0][2] = xz.add(sin.multiply(y));
        motion[1][0] = xy.add(sin.multiply(z));
        motion[1][1] = versine.multiply(y).multiply(y).add(cos);
        motion[1][2] = yz.subtract(sin.multiply(x));
        motion[2][0] = xz.subtract(sin.multiply(y));
        motion[2][1] = yz.add(sin.multiply(x));
        motion[2][2] = versine.multiply(z).multiply(z).add(cos);
        return motion;
    }
}
