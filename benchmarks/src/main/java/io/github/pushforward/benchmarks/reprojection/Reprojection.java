package io.github.pushforward.benchmarks.reprojection;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/**
 * How far the projection of a point is from where a camera has seen it, as in ADBench's bundle adjustment.
 *
 * <p>A camera is eleven numbers: a rotation (axis times angle), a centre, a focal length, a principal point and two
 * coefficients of radial distortion.
 */
final class Reprojection {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;

    private Reprojection() {}

    @Differentiable
    static double[] error(double[] camera, double[] point, double weight, @Constant double[] feature) {
        double[] projected = project(camera, point);
        return new double[] {weight * (projected[0] - feature[0]), weight * (projected[1] - feature[1])};
    }

    private static double[] project(double[] camera, double[] point) {
        double[] centered = new double[3];
        for (int i = 0; i < 3; i++) {
            centered[i] = point[i] - camera[CENTER + i];
        }
        double[] seen = rotate(camera, centered);
        double[] projected = {seen[0] / seen[2], seen[1] / seen[2]};
        distort(camera, projected);
        for (int i = 0; i < 2; i++) {
            projected[i] = projected[i] * camera[FOCAL_LENGTH] + camera[PRINCIPAL_POINT + i];
        }
        return projected;
    }

    private static void distort(double[] camera, double[] projected) {
        double radius = projected[0] * projected[0] + projected[1] * projected[1];
        double factor = 1 + camera[DISTORTION] * radius + camera[DISTORTION + 1] * radius * radius;
        projected[0] *= factor;
        projected[1] *= factor;
    }

    /** Rodrigues' formula; to first order where there is no rotation. */
    private static double[] rotate(double[] rotation, double[] x) {
        double squaredAngle = rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2];
        double[] rotated = new double[3];
        if (squaredAngle == 0) {
            double[] cross = cross(rotation, x);
            for (int i = 0; i < 3; i++) {
                rotated[i] = x[i] + cross[i];
            }
            return rotated;
        }
        double angle = Math.sqrt(squaredAngle);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] axis = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
        double[] cross = cross(axis, x);
        double along = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1 - cos);
        for (int i = 0; i < 3; i++) {
            rotated[i] = x[i] * cos + cross[i] * sin + axis[i] * along;
        }
        return rotated;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
