package io.github.pushforward.benchmarks.reprojection;

import io.github.pushforward.runtime.DualOf;

/** The tangent of {@link Reprojection}, by hand: with its arrays and their shadows. */
final class WrittenTangent {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;

    private WrittenTangent() {}

    static DualOf<double[], double[]> tangent(
            double[] camera,
            double[] point,
            double weight,
            double[] feature,
            double[] cameraTangent,
            double[] pointTangent,
            double weightTangent) {
        double[] projected = new double[2];
        double[] projectedTangent = new double[2];
        project(camera, point, cameraTangent, pointTangent, projected, projectedTangent);
        double off0 = projected[0] - feature[0];
        double off1 = projected[1] - feature[1];
        double[] error = {weight * off0, weight * off1};
        double[] errorTangent = {
            weightTangent * off0 + weight * projectedTangent[0], weightTangent * off1 + weight * projectedTangent[1]
        };
        return new DualOf<>(error, errorTangent);
    }

    private static void project(
            double[] camera,
            double[] point,
            double[] cameraTangent,
            double[] pointTangent,
            double[] projected,
            double[] projectedTangent) {
        double[] centered = new double[3];
        double[] centeredTangent = new double[3];
        for (int i = 0; i < 3; i++) {
            centered[i] = point[i] - camera[CENTER + i];
            centeredTangent[i] = pointTangent[i] - cameraTangent[CENTER + i];
        }
        double[] seen = new double[3];
        double[] seenTangent = new double[3];
        rotate(camera, centered, cameraTangent, centeredTangent, seen, seenTangent);
        double inverseDepth = 1 / seen[2];
        for (int i = 0; i < 2; i++) {
            projected[i] = seen[i] / seen[2];
            projectedTangent[i] = (seenTangent[i] - projected[i] * seenTangent[2]) * inverseDepth;
        }
        distort(camera, cameraTangent, projected, projectedTangent);
        for (int i = 0; i < 2; i++) {
            projectedTangent[i] = projectedTangent[i] * camera[FOCAL_LENGTH]
                    + projected[i] * cameraTangent[FOCAL_LENGTH]
                    + cameraTangent[PRINCIPAL_POINT + i];
            projected[i] = projected[i] * camera[FOCAL_LENGTH] + camera[PRINCIPAL_POINT + i];
        }
    }

    private static void distort(
            double[] camera, double[] cameraTangent, double[] projected, double[] projectedTangent) {
        double radius = projected[0] * projected[0] + projected[1] * projected[1];
        double radiusTangent = 2 * (projected[0] * projectedTangent[0] + projected[1] * projectedTangent[1]);
        double first = camera[DISTORTION] * radius;
        double second = camera[DISTORTION + 1] * radius;
        double factor = 1 + first + second * radius;
        double factorTangent = (cameraTangent[DISTORTION] + cameraTangent[DISTORTION + 1] * radius) * radius
                + (camera[DISTORTION] + 2 * second) * radiusTangent;
        for (int i = 0; i < 2; i++) {
            projectedTangent[i] = projectedTangent[i] * factor + projected[i] * factorTangent;
            projected[i] *= factor;
        }
    }

    private static void rotate(
            double[] rotation,
            double[] x,
            double[] rotationTangent,
            double[] xTangent,
            double[] rotated,
            double[] rotatedTangent) {
        double squaredAngle = rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2];
        double[] cross = new double[3];
        double[] crossTangent = new double[3];
        if (squaredAngle == 0) {
            cross(rotation, x, rotationTangent, xTangent, cross, crossTangent);
            for (int i = 0; i < 3; i++) {
                rotated[i] = x[i] + cross[i];
                rotatedTangent[i] = xTangent[i] + crossTangent[i];
            }
            return;
        }
        double angle = Math.sqrt(squaredAngle);
        double inverse = 1 / angle;
        double angleTangent =
                (rotation[0] * rotationTangent[0] + rotation[1] * rotationTangent[1] + rotation[2] * rotationTangent[2])
                        * inverse;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double cosTangent = -sin * angleTangent;
        double sinTangent = cos * angleTangent;
        double[] axis = new double[3];
        double[] axisTangent = new double[3];
        for (int i = 0; i < 3; i++) {
            axis[i] = rotation[i] / angle;
            axisTangent[i] = (rotationTangent[i] - axis[i] * angleTangent) * inverse;
        }
        cross(axis, x, axisTangent, xTangent, cross, crossTangent);
        double dot = axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2];
        double dotTangent = axisTangent[0] * x[0]
                + axis[0] * xTangent[0]
                + axisTangent[1] * x[1]
                + axis[1] * xTangent[1]
                + axisTangent[2] * x[2]
                + axis[2] * xTangent[2];
        double along = dot * (1 - cos);
        double alongTangent = dotTangent * (1 - cos) - dot * cosTangent;
        for (int i = 0; i < 3; i++) {
            rotated[i] = x[i] * cos + cross[i] * sin + axis[i] * along;
            rotatedTangent[i] = xTangent[i] * cos
                    + x[i] * cosTangent
                    + crossTangent[i] * sin
                    + cross[i] * sinTangent
                    + axisTangent[i] * along
                    + axis[i] * alongTangent;
        }
    }

    private static void cross(
            double[] a, double[] b, double[] aTangent, double[] bTangent, double[] cross, double[] crossTangent) {
        cross[0] = a[1] * b[2] - a[2] * b[1];
        cross[1] = a[2] * b[0] - a[0] * b[2];
        cross[2] = a[0] * b[1] - a[1] * b[0];
        crossTangent[0] = aTangent[1] * b[2] + a[1] * bTangent[2] - aTangent[2] * b[1] - a[2] * bTangent[1];
        crossTangent[1] = aTangent[2] * b[0] + a[2] * bTangent[0] - aTangent[0] * b[2] - a[0] * bTangent[2];
        crossTangent[2] = aTangent[0] * b[1] + a[0] * bTangent[1] - aTangent[1] * b[0] - a[1] * bTangent[0];
    }
}
