package io.github.pushforward.runtime;

/**
 * The second derivatives of the functions whose tangents {@link MathTangents} computes, as bilinear forms: f″(x)·v·w for
 * two directions v and w. Generated code of order 2 calls these. The derivatives are those of Abramowitz and Stegun, <i>Handbook of
 * Mathematical Functions</i>, sections 4.1 to 4.6, differentiated once more.
 *
 * <p>The conventions are those of {@link MathTangents}: an infinite second derivative is 0 along a direction that is 0; outside
 * the domain it is NaN; at a kink or a jump there is none, which is 0.
 */
public final class MathCurvatures {
    private static final double LN_10 = 2.302585092994046;

    /** From here on every {@code double} is an even integer. */
    private static final double EVEN = 0x1p53;

    /** From here on 1 + x² is x², which may overflow. */
    private static final double SQUARE_IS_ALL = 0x1p500;

    private MathCurvatures() {}

    /**
     * {@return log″(x)·v·w = −(v/x)·(w/x)}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double log(double x, double v, double w) {
        return -product(MathTangents.log(x, v), v, MathTangents.log(x, w), w);
    }

    /**
     * {@return log₁₀″(x)·v·w = −ln 10·(v/(x ln 10))·(w/(x ln 10))}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double log10(double x, double v, double w) {
        return -LN_10 * product(MathTangents.log10(x, v), v, MathTangents.log10(x, w), w);
    }

    /**
     * {@return the second derivative of log(1 + x): −(v/(1 + x))·(w/(1 + x))}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double log1p(double x, double v, double w) {
        return -product(MathTangents.log1p(x, v), v, MathTangents.log1p(x, w), w);
    }

    /**
     * {@return the derivative of v/(2r) for r = √x: −v/(2r)·ṙ/r} At r = 0: 0 where v or ṙ is 0, else infinite.
     *
     * @param root r
     * @param v the tangent of x
     * @param rootTangent ṙ, which is w/(2r)
     */
    public static double sqrt(double root, double v, double rootTangent) {
        // √−0 is −0, and no less the end of the curve
        return -ofRoot(MathTangents.sqrt(root, v), v, rootTangent, Math.abs(root));
    }

    /**
     * {@return the derivative of v/(3r²) for r = ∛x: −2·v/(3r²)·ṙ/r} At r = ±0: 0 where v or ṙ is 0, else infinite,
     * with the sign on that side of 0 which the sign of r says.
     *
     * @param root r
     * @param v the tangent of x
     * @param rootTangent ṙ, which is w/(3r²)
     */
    public static double cbrt(double root, double v, double rootTangent) {
        return -2.0 * ofRoot(MathTangents.cbrt(root, v), v, rootTangent, root);
    }

    private static double ofRoot(double tangent, double v, double rootTangent, double root) {
        boolean isStill = (v == 0.0 || rootTangent == 0.0) && root == 0.0;
        return isStill ? 0.0 : MathTangents.times(rootTangent / root, tangent);
    }

    /**
     * {@return arcsin″(x)·v·w = x·(1 − x²)^(−3/2)·v·w; the arc cosine has the negative of it}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double asin(double x, double v, double w) {
        double cosine = Math.sqrt((1.0 - x) * (1.0 + x));
        double slopes = product(MathTangents.asin(x, v), v, MathTangents.asin(x, w), w);
        return scaled(x / cosine, slopes);
    }

    /**
     * {@return arctan″(x)·v·w = −2x·(1 + x²)^(−2)·v·w} At x = ±∞: 0.
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double atan(double x, double v, double w) {
        if (Math.abs(x) >= SQUARE_IS_ALL) {
            return -2.0 * (v / x) * (w / x) / x;
        }
        return -2.0 * x * MathTangents.atan(x, v) * MathTangents.atan(x, w);
    }

    /**
     * {@return arcosh″(x)·v·w = −x·(x² − 1)^(−3/2)·v·w}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double acosh(double x, double v, double w) {
        double sine = Math.sqrt(x - 1.0) * Math.sqrt(x + 1.0);
        double slopes = product(MathTangents.acosh(x, v), v, MathTangents.acosh(x, w), w);
        return -scaled(sine == Double.POSITIVE_INFINITY ? 1.0 : x / sine, slopes);
    }

    /**
     * {@return artanh″(x)·v·w = 2x·(1 − x²)^(−2)·v·w}
     *
     * @param x the argument
     * @param v the first direction
     * @param w the second direction
     */
    public static double atanh(double x, double v, double w) {
        return 2.0 * x * product(MathTangents.atanh(x, v), v, MathTangents.atanh(x, w), w);
    }

    /**
     * {@return ∂²(x^c)/∂x²·v·w = c(c − 1)·x^(c−2)·v·w} For c = 0 and c = 1: 0, for every x; elsewhere as {@link
     * MathTangents#powBase} has it for the exponent c − 1.
     *
     * @param x the base
     * @param c the exponent, a constant
     * @param v the first direction
     * @param w the second direction
     */
    public static double powBase(double x, double c, double v, double w) {
        if (c == 0.0 || c == 1.0) {
            return 0.0;
        }
        // Beyond 2⁵³ all exponents are even, and so is the one two below.
        double base = Math.abs(c) < EVEN ? x : Math.abs(x);
        return product(MathTangents.powBase(base, c - 1.0, MathTangents.times(c, v)), v, w, w);
    }

    /**
     * {@return the second derivative n(n − 1)·x^(n−2)·v·w of x^n for an integer n, as {@link MathTangents#powInteger}
     * has it}
     *
     * @param x the base
     * @param n the exponent
     * @param v the first direction
     * @param w the second direction
     */
    public static double powInteger(double x, long n, double v, double w) {
        if (n == 0 || n == 1) {
            return 0.0;
        }
        double curvature = powBase(Math.abs(x), n, v, w);
        boolean isMirrored = Math.copySign(1.0, x) < 0.0 && n % 2 != 0;
        return isMirrored ? -curvature : curvature;
    }

    /**
     * {@return ∂²(x^y)/∂x∂y·v·w = x^(y−1)·(1 + y·log x)·v·w} Where v or w is 0: 0, unless x^y is NaN, so that x may be
     * negative as long as y does not move. At x = ±0: 0 for y &gt; 1, and for y = 0, where 0^y jumps.
     *
     * @param x the base
     * @param y the exponent
     * @param v the tangent of x
     * @param w the tangent of y
     */
    public static double powMixed(double x, double y, double v, double w) {
        if (Double.isNaN(Math.pow(x, y))) {
            return Double.NaN;
        }
        if (v == 0.0 || w == 0.0) {
            return 0.0 * v * w;
        }
        if (x == 0.0 && (y > 1.0 || y == 0.0)) {
            return 0.0;
        }
        if (x < 0.0) {
            return Double.NaN; // no power nearby is real
        }
        double power = Math.pow(x, y - 1.0);
        return power == 0.0 ? 0.0 : power * v * (w * (1.0 + y * Math.log(x)));
    }

    /**
     * {@return ∂²(x^y)/∂y²·v·w = x^y·(log x)²·v·w} At x = ±0 it is 0 for y &gt; 0, and at y = 0, where the power
     * jumps.
     *
     * @param x the base
     * @param y the exponent
     * @param power x^y
     * @param v the first direction
     * @param w the second direction
     */
    public static double powExponent(double x, double y, double power, double v, double w) {
        if (v == 0.0 || w == 0.0) {
            return Double.isNaN(power) ? Double.NaN : 0.0 * v * w;
        }
        double slope = MathTangents.powExponent(x, y, power, v);
        if (Double.isNaN(slope) || slope == 0.0) {
            return slope;
        }
        // The power may be subnormal, and so its product with the first logarithm alone
        return MathTangents.powExponent(x, y, power, v * (Math.log(x) * w));
    }

    /**
     * {@return the second derivative of the angle θ of (x, y): −(θ(v)·ρ(w) + θ(w)·ρ(v)), where θ is the tangent of the
     * angle and ρ that of the logarithm of the radius} At (±0, ±0): 0 where a direction is 0, else NaN. An infinite
     * argument: 0.
     *
     * @param y the first argument
     * @param x the second argument
     * @param yV the tangent of {@code y} along the first direction
     * @param xV the tangent of {@code x} along the first direction
     * @param yW the tangent of {@code y} along the second direction
     * @param xW the tangent of {@code x} along the second direction
     */
    public static double atan2(double y, double x, double yV, double xV, double yW, double xW) {
        double width = Math.max(Math.abs(x), Math.abs(y));
        if (width == Double.POSITIVE_INFINITY) {
            return 0.0 * yV + 0.0 * xV + 0.0 * yW + 0.0 * xW;
        }
        boolean isStill = (yV == 0.0 && xV == 0.0) || (yW == 0.0 && xW == 0.0);
        if (isStill && width == 0.0) {
            return 0.0;
        }
        double angleV = MathTangents.atan2(y, x, yV, xV);
        double angleW = MathTangents.atan2(y, x, yW, xW);
        return -(part(angleV, radial(x, y, xW, yW)) + part(angleW, radial(x, y, xV, yV)));
    }

    /** The one times the other: 0 where one of them is 0, though the other overflows. */
    private static double part(double angle, double radial) {
        return angle == 0.0 ? MathTangents.times(radial, angle) : MathTangents.times(angle, radial);
    }

    /** (x·v + y·w)/(x² + y²), divided by the larger of x and y, so that no square over- or underflows. */
    private static double radial(double x, double y, double v, double w) {
        if (Math.abs(x) >= Math.abs(y)) {
            double ratio = y / x;
            return (v + ratio * w) / x / (1.0 + ratio * ratio);
        }
        double ratio = x / y; // NaN where one of them is
        return (ratio * v + w) / y / (1.0 + ratio * ratio);
    }

    /**
     * {@return the second derivative of √(x² + y²) = r: (xv − yu)(xw − yt)/r³, for the directions (u, v) and (t, w):
     * their parts across the radius, divided by it} At (±0, ±0), a kink, and for an infinite argument: 0.
     *
     * @param x the first argument
     * @param y the second argument
     * @param xV the tangent of {@code x} along the first direction
     * @param yV the tangent of {@code y} along the first direction
     * @param xW the tangent of {@code x} along the second direction
     * @param yW the tangent of {@code y} along the second direction
     */
    public static double hypot(double x, double y, double xV, double yV, double xW, double yW) {
        double radius = Math.hypot(x, y);
        if (radius == 0.0 || Double.isInfinite(x) || Double.isInfinite(y)) {
            return 0.0 * yV + 0.0 * xV + 0.0 * yW + 0.0 * xW;
        }
        // On a scale on which the radius neither overflows nor loses digits
        double scale = radius < 0x1p-600 ? 0x1p600 : radius > 0x1p600 ? 0x1p-600 : 1.0;
        double scaledRadius = scale == 1.0 ? radius : Math.hypot(x * scale, y * scale);
        double cosine = x * scale / scaledRadius;
        double sine = y * scale / scaledRadius;
        return (cosine * yV - sine * xV) * (cosine * yW - sine * xW) / scaledRadius * scale;
    }

    /** One slope times another, along v and w: 0 where a slope is infinite and the other direction 0. */
    private static double product(double slopeV, double v, double slopeW, double w) {
        boolean isStill = (v == 0.0 && !Double.isNaN(slopeV)) || (w == 0.0 && !Double.isNaN(slopeW));
        boolean isInfinite = Double.isInfinite(slopeV) || Double.isInfinite(slopeW);
        return isStill && isInfinite ? 0.0 : slopeV * slopeW;
    }

    private static double scaled(double factor, double slopes) {
        return MathTangents.times(factor, slopes);
    }
}
