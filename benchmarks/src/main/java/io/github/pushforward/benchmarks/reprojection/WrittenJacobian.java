package io.github.pushforward.benchmarks.reprojection;

/** The Jacobian of {@link Reprojection}, by hand: from each of the two outputs back, along a camera's rows of inputs. */
final class WrittenJacobian {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;
    private static final int POINT = 11;
    private static final int WEIGHT = 14;

    private WrittenJacobian() {}

    /** Writes the error and its derivatives by camera, point and weight, in this order. */
    static void jacobian(
            double[] camera, double[] point, double weight, double[] feature, double[] error, double[][] jacobian) {
        double squaredAngle = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
        boolean isRotated = squaredAngle != 0;
        double angle = Math.sqrt(squaredAngle);
        double cos = isRotated ? Math.cos(angle) : 1;
        double sin = isRotated
                ? Math.sin(angle)
                : 1; // without rotation the sine of the axis' length is to first order that length
        double inverse = isRotated ? 1 / angle : 1;
        double a0 = camera[0] * inverse;
        double a1 = camera[1] * inverse;
        double a2 = camera[2] * inverse;
        double x0 = point[0] - camera[CENTER];
        double x1 = point[1] - camera[CENTER + 1];
        double x2 = point[2] - camera[CENTER + 2];
        double cross0 = a1 * x2 - a2 * x1;
        double cross1 = a2 * x0 - a0 * x2;
        double cross2 = a0 * x1 - a1 * x0;
        double versine = 1 - cos;
        double dot = a0 * x0 + a1 * x1 + a2 * x2;
        double inverseDepth = 1 / (x2 * cos + cross2 * sin + a2 * dot * versine);
        double p0 = (x0 * cos + cross0 * sin + a0 * dot * versine) * inverseDepth;
        double p1 = (x1 * cos + cross1 * sin + a1 * dot * versine) * inverseDepth;
        double radius = p0 * p0 + p1 * p1;
        double factor = 1 + (camera[DISTORTION] + camera[DISTORTION + 1] * radius) * radius;
        double factorSlope = camera[DISTORTION] + 2 * camera[DISTORTION + 1] * radius;

        for (int i = 0; i < 2; i++) {
            double[] row = jacobian[i];
            double p = i == 0 ? p0 : p1;
            double distorted = p * factor;
            double off = distorted * camera[FOCAL_LENGTH] + camera[PRINCIPAL_POINT + i] - feature[i];
            error[i] = weight * off;
            row[WEIGHT] = off;
            row[FOCAL_LENGTH] = weight * distorted;
            row[PRINCIPAL_POINT + i] = weight;
            row[PRINCIPAL_POINT + 1 - i] = 0;
            double distortedAdjoint = weight * camera[FOCAL_LENGTH];
            double factorAdjoint = distortedAdjoint * p;
            row[DISTORTION] = factorAdjoint * radius;
            row[DISTORTION + 1] = factorAdjoint * radius * radius;
            double radiusAdjoint = factorAdjoint * factorSlope;
            double p0Adjoint = 2 * p0 * radiusAdjoint + (i == 0 ? distortedAdjoint * factor : 0);
            double p1Adjoint = 2 * p1 * radiusAdjoint + (i == 1 ? distortedAdjoint * factor : 0);

            // u is the adjoint of the rotated point: rotated = x cos + (a × x) sin + a (a·x)(1 − cos)
            double u0 = p0Adjoint * inverseDepth;
            double u1 = p1Adjoint * inverseDepth;
            double u2 = -(p0Adjoint * p0 + p1Adjoint * p1) * inverseDepth;
            double along = a0 * u0 + a1 * u1 + a2 * u2;
            row[POINT] = u0 * cos + (u1 * a2 - u2 * a1) * sin + a0 * along * versine;
            row[POINT + 1] = u1 * cos + (u2 * a0 - u0 * a2) * sin + a1 * along * versine;
            row[POINT + 2] = u2 * cos + (u0 * a1 - u1 * a0) * sin + a2 * along * versine;
            row[CENTER] = -row[POINT];
            row[CENTER + 1] = -row[POINT + 1];
            row[CENTER + 2] = -row[POINT + 2];

            double a0Adjoint = (x1 * u2 - x2 * u1) * sin + (u0 * dot + x0 * along) * versine;
            double a1Adjoint = (x2 * u0 - x0 * u2) * sin + (u1 * dot + x1 * along) * versine;
            double a2Adjoint = (x0 * u1 - x1 * u0) * sin + (u2 * dot + x2 * along) * versine;
            if (!isRotated) {
                row[0] = a0Adjoint;
                row[1] = a1Adjoint;
                row[2] = a2Adjoint;
                continue;
            }
            double angleAdjoint = (dot * along - x0 * u0 - x1 * u1 - x2 * u2) * sin
                    + (cross0 * u0 + cross1 * u1 + cross2 * u2) * cos
                    - (a0Adjoint * a0 + a1Adjoint * a1 + a2Adjoint * a2) * inverse;
            row[0] = a0Adjoint * inverse + a0 * angleAdjoint;
            row[1] = a1Adjoint * inverse + a1 * angleAdjoint;
            row[2] = a2Adjoint * inverse + a2 * angleAdjoint;
        }
    }
}
