package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** The functions of Math, with each argument active, and with one alone. */
final class Functions {
    private Functions() {}

    @Differentiable(order = 2)
    static double exponentials(double x) {
        return Math.exp(x) + Math.expm1(2 * x) * x - Math.exp(x * x);
    }

    @Differentiable(order = 2)
    static double logarithms(double x) {
        return Math.log(x) * Math.log10(3 * x) + Math.log1p(x);
    }

    @Differentiable(order = 2)
    static double roots(double x) {
        return Math.sqrt(x) * Math.cbrt(x * x) + Math.sqrt(2 * x);
    }

    @Differentiable(order = 2)
    static double powers(double x, double y, @Constant double c) {
        return Math.pow(x, y) + Math.pow(x, c) * Math.pow(c, y) + Math.pow(x, 2) - Math.pow(x * y, 3) + Math.pow(y, 2.0);
    }

    @Differentiable(order = 2)
    static double trigonometric(double x) {
        return Math.sin(x) * Math.cos(2 * x) + Math.tan(x) - Math.cos(x) / Math.tan(x);
    }

    @Differentiable(order = 2)
    static double inverses(double x, double y) {
        return Math.asin(x) + Math.acos(x * y) * Math.atan(x) + Math.atan(3 * y);
    }

    @Differentiable(order = 2)
    static double hyperbolic(double x) {
        return Math.sinh(x) * Math.cosh(2 * x) + Math.tanh(x) - Math.tanh(2 * x) * Math.cosh(x);
    }

    @Differentiable(order = 2)
    static double angles(double x, double y, @Constant double c) {
        return Math.atan2(x, y) + Math.atan2(x, c) * Math.atan2(c, y) + Math.toRadians(x * y) + Math.toDegrees(x);
    }

    @Differentiable(order = 2)
    static double lengths(double x, double y, @Constant double c) {
        return Math.hypot(x, y) + Math.hypot(x, c) * Math.hypot(c, y);
    }

    @Differentiable(order = 2)
    static double kinks(double x, double y, @Constant double c) {
        return Math.abs(x - y) + Math.max(x, y) * Math.min(x * x, y) + Math.max(x, c) - Math.min(c, y) + Math.abs(-x);
    }

    @Differentiable(order = 2)
    static double copies(double x, double y, @Constant double c) {
        return Math.copySign(x, -y) * Math.copySign(c, x) + Math.copySign(x * x, c);
    }

    @Differentiable(order = 2)
    static double fused(double x, double y, @Constant double c) {
        return Math.fma(x, y, x) + Math.fma(c, x, y) * Math.fma(x, c, c) + Math.fma(x * y, c, 1.0);
    }

    @Differentiable(order = 2)
    static double scaled(double x, int n) {
        return Math.scalb(x * x, n) + Math.IEEEremainder(3 * x, 0.5);
    }

    @Differentiable(order = 2)
    static double remainders(double x, double y) {
        return Math.IEEEremainder(5 * x, y) * x;
    }

    @Differentiable(order = 2)
    static double constantPieces(double x, double y) {
        return Math.floor(3 * x) * y + Math.ceil(x) + Math.rint(4 * y) * x + Math.signum(x) * y + Math.ulp(x);
    }

    @Differentiable(order = 2)
    static double neighbours(double x, double y) {
        return Math.nextUp(x) * Math.nextDown(y) + Math.nextAfter(x, 3.0);
    }

    @Differentiable(order = 2)
    static double strict(double x, double y) {
        return StrictMath.exp(x) * StrictMath.sin(y) + StrictMath.pow(x, y) + StrictMath.sqrt(x * y);
    }

    @Differentiable(order = 2)
    static double sums(double x, double y) {
        return Double.sum(x, y * y) * Double.max(x, y) + Double.valueOf(x).doubleValue();
    }

    @Differentiable(order = 2)
    static double composed(double x, double y) {
        double inner = Math.sin(Math.exp(x * y));
        return Math.pow(Math.hypot(inner, Math.cos(y)), Math.tanh(x) + 2) / Math.sqrt(1 + inner * inner);
    }
}
