package io.github.pushforward.benchmarks.reprojection;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.FieldSinCos;
import org.hipparchus.util.MathArrays;

/** {@link Reprojection} over the fields of Hipparchus. */
final class HipparchusReprojection {
    private static final int CENTER = 3;
    private static final int FOCAL_LENGTH = 6;
    private static final int PRINCIPAL_POINT = 7;
    private static final int DISTORTION = 9;

    private HipparchusReprojection() {}

    static <T extends CalculusFieldElement<T>> T[] error(T[] camera, T[] point, T weight, double[] feature) {
        T[] error = project(camera, point);
        for (int i = 0; i < 2; i++) {
            error[i] = error[i].subtract(feature[i]).multiply(weight);
        }
        return error;
    }

    private static <T extends CalculusFieldElement<T>> T[] project(T[] camera, T[] point) {
        T[] centered = MathArrays.buildArray(camera[0].getField(), 3);
        for (int i = 0; i < 3; i++) {
            centered[i] = point[i].subtract(camera[CENTER + i]);
        }
        T[] seen = rotate(camera, centered);
        T[] projected = MathArrays.buildArray(camera[0].getField(), 2);
        projected[0] = seen[0].divide(seen[2]);
        projected[1] = seen[1].divide(seen[2]);
        T radius = projected[0].square().add(projected[1].square());
        T factor = camera[DISTORTION + 1]
                .multiply(radius)
                .add(camera[DISTORTION])
                .multiply(radius)
                .add(1);
        for (int i = 0; i < 2; i++) {
            projected[i] =
                    projected[i].multiply(factor).multiply(camera[FOCAL_LENGTH]).add(camera[PRINCIPAL_POINT + i]);
        }
        return projected;
    }

    private static <T extends CalculusFieldElement<T>> T[] rotate(T[] rotation, T[] x) {
        T squaredAngle = rotation[0].square().add(rotation[1].square()).add(rotation[2].square());
        T[] rotated = MathArrays.buildArray(rotation[0].getField(), 3);
        if (squaredAngle.isZero()) {
            T[] cross = cross(rotation, x);
            for (int i = 0; i < 3; i++) {
                rotated[i] = x[i].add(cross[i]);
            }
            return rotated;
        }
        T angle = squaredAngle.sqrt();
        FieldSinCos<T> sinCos = angle.sinCos();
        T inverse = angle.reciprocal();
        T[] axis = MathArrays.buildArray(rotation[0].getField(), 3);
        for (int i = 0; i < 3; i++) {
            axis[i] = rotation[i].multiply(inverse);
        }
        T[] cross = cross(axis, x);
        T along = axis[0].multiply(x[0])
                .add(axis[1].multiply(x[1]))
                .add(axis[2].multiply(x[2]))
                .multiply(sinCos.cos().negate().add(1));
        for (int i = 0; i < 3; i++) {
            rotated[i] = x[i].multiply(sinCos.cos())
                    .add(cross[i].multiply(sinCos.sin()))
                    .add(axis[i].multiply(along));
        }
        return rotated;
    }

    private static <T extends CalculusFieldElement<T>> T[] cross(T[] a, T[] b) {
        T[] cross = MathArrays.buildArray(a[0].getField(), 3);
        cross[0] = a[1].multiply(b[2]).subtract(a[2].multiply(b[1]));
        cross[1] = a[2].multiply(b[0]).subtract(a[0].multiply(b[2]));
        cross[2] = a[0].multiply(b[1]).subtract(a[1].multiply(b[0]));
        return cross;
    }
}
