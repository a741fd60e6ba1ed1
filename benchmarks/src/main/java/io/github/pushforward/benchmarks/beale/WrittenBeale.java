package io.github.pushforward.benchmarks.beale;

import io.github.pushforward.runtime.Dual;

/** {@link Beale}, differentiated by hand. */
final class WrittenBeale {

    private WrittenBeale() {}

    static Dual tangent(double x, double y, double xTangent, double yTangent) {
        double xy = x * y;
        double xyTangent = xTangent * y + x * yTangent;
        double xyy = xy * y;
        double xyyTangent = xyTangent * y + xy * yTangent;
        double xyyy = xyy * y;
        double xyyyTangent = xyyTangent * y + xyy * yTangent;
        double a = 1.5 - x + xy;
        double b = 2.25 - x + xyy;
        double c = 2.625 - x + xyyy;
        return new Dual(
                a * a + b * b + c * c,
                2 * (a * (xyTangent - xTangent) + b * (xyyTangent - xTangent) + c * (xyyyTangent - xTangent)));
    }

    /** Writes the gradient, returns the value. */
    static double gradient(double x, double y, double[] gradient) {
        double xy = x * y;
        double xyy = xy * y;
        double a = 1.5 - x + xy;
        double b = 2.25 - x + xyy;
        double c = 2.625 - x + xyy * y;
        gradient[0] = 2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1));
        gradient[1] = 2 * (a * x + 2 * b * xy + 3 * c * xyy);
        return a * a + b * b + c * c;
    }
}
