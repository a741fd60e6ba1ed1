package io.github.pushforward.example.model;

/** The gradients of {@link TestFunctions}, by hand, in reverse: what the value computes is used again. */
public final class TestFunctionBackprop {

    private TestFunctionBackprop() {}

    /** @param gradient receives ∂/∂x and ∂/∂y */
    public static double beale(double x, double y, double[] gradient) {
        double xy = x * y;
        double xyy = xy * y;
        double xyyy = xyy * y;
        double a = 1.5 - x + xy;
        double b = 2.25 - x + xyy;
        double c = 2.625 - x + xyyy;
        double yy = y * y;
        gradient[0] = 2 * (a * (y - 1) + b * (yy - 1) + c * (yy * y - 1));
        gradient[1] = 2 * (a * x + b * (2 * xy) + c * (3 * xyy));
        return a * a + b * b + c * c;
    }

    /** @param gradient receives ∂/∂x and ∂/∂y */
    public static double rosenbrock(double x, double y, double[] gradient) {
        double a = 1 - x;
        double b = y - x * x;
        double byB = 200 * b;
        gradient[0] = -2 * (a + byB * x);
        gradient[1] = byB;
        return a * a + 100 * b * b;
    }
}
