package io.github.pushforward.runtime;

/**
 * The tangents of those functions of {@link Math}, and of a few beyond it, whose formula needs care at some point: the end of a domain, a kink, an
 * intermediate result that over- or underflows. Generated code calls these; the derivatives are those of Abramowitz and
 * Stegun, <i>Handbook of Mathematical Functions</i>, sections 4.1 to 4.6.
 *
 * <p>A tangent is slope · tangent of the argument. Where there is no slope, one principle decides, for every function here:
 *
 * <table>
 * <caption>Points where the derivative is a convention</caption>
 * <tr><th>point</th><th>tangent</th></tr>
 * <tr><td>a kink</td><td>the mean of the one-sided derivatives</td></tr>
 * <tr><td>a jump</td><td>0</td></tr>
 * <tr><td>an infinite slope, overflow included</td><td>0 where the tangent of the argument is 0, else ±∞</td></tr>
 * <tr><td>outside the domain: the value is NaN because of the argument</td><td>NaN, whatever the tangent</td></tr>
 * </table>
 *
 * <p>A tangent of an argument may itself be infinite or NaN. It then multiplies the slope as Java multiplies, so that a NaN
 * is passed on, and 0 · ∞ is NaN where the 0 is the slope.
 */
public final class MathTangents {

    private static final double LN_10 = 2.302585092994046;

    /**
     * Slopes from here up to {@link Double#MAX_VALUE} have all their digits, those of their factors included. A smaller one
     * may have lost some, which a large tangent would bring to light.
     */
    private static final double SAFE = 0x1p-960;

    /** From here on every {@code double} is an even integer, and c − 1 may be rounded to another of them. */
    private static final double EVEN = 0x1p53;

    /** From here on 1 + x² is x², which may overflow. */
    private static final double SQUARE_IS_ALL = 0x1p500;

    private MathTangents() {}

    /**
     * {@return slope · tangent, but 0 where the slope is infinite and the tangent is 0: the factor e^x of d(e^x)
     * overflows long before the direction stops having nothing to do with x} A NaN slope stays NaN.
     *
     * @param slope the slope at this point
     * @param tangent the tangent of the argument
     */
    public static double times(double slope, double tangent) {
        return tangent != 0.0 || Math.abs(slope) != Double.POSITIVE_INFINITY ? slope * tangent : 0.0;
    }

    /**
     * {@return d log(x) = ẋ/x} At x = ±0: 0 where ẋ = 0, else ∞ with the sign of ẋ. For x &lt; 0: NaN.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double log(double x, double xTangent) {
        return x > 0.0 ? xTangent / x : beyondPole(x, xTangent);
    }

    /**
     * {@return d log₁₀(x) = ẋ/(x ln 10)} At x = ±0: 0 where ẋ = 0, else ∞ with the sign of ẋ. For x &lt; 0: NaN.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double log10(double x, double xTangent) {
        if (x >= SAFE && x <= 0x1p1020) {
            return xTangent / (x * LN_10);
        }
        if (x >= 1.0) {
            return xTangent / x / LN_10; // x ln 10 would overflow
        }
        // x ln 10 would be rounded to few digits
        return x > 0.0 ? xTangent / (x * 0x1p200 * LN_10) * 0x1p200 : beyondPole(x, xTangent);
    }

    /**
     * {@return d log(1 + x) = ẋ/(1 + x)} At x = −1: 0 where ẋ = 0, else ∞ with the sign of ẋ. For x &lt; −1: NaN.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double log1p(double x, double xTangent) {
        return x > -1.0 ? xTangent / (1.0 + x) : beyondPole(1.0 + x, xTangent);
    }

    /**
     * {@return d√x = ẋ/(2√x)} At x = ±0: 0 where ẋ = 0, else ∞ with the sign of ẋ. For x &lt; 0: NaN.
     *
     * @param root √x, whose square is not needed and would cost digits
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double sqrt(double root, double xTangent) {
        return root != 0.0 ? xTangent / (2.0 * root) : atInfiniteSlope(xTangent);
    }

    /**
     * {@return d∛x = ẋ/(3(∛x)²)} At x = ±0: 0 where ẋ = 0, else ∞ with the sign of ẋ.
     *
     * @param root ∛x; its square neither over- nor underflows, since roots lie between 10⁻¹⁰⁸ and 10¹⁰³
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double cbrt(double root, double xTangent) {
        return root != 0.0 ? xTangent / (3.0 * root * root) : atInfiniteSlope(xTangent);
    }

    /**
     * {@return d arcsin(x) = ẋ/√((1 − x)(1 + x)), which keeps the digits that 1 − x² loses near ±1} At x = ±1: 0 where
     * ẋ = 0, else ∞ with the sign of ẋ. For |x| &gt; 1: NaN. The tangent of the arc cosine is the negative of this.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double asin(double x, double xTangent) {
        double cosine = Math.sqrt((1.0 - x) * (1.0 + x));
        return cosine != 0.0 ? xTangent / cosine : atInfiniteSlope(xTangent);
    }

    /**
     * {@return d arctan(x) = ẋ/(1 + x²), where x² does not overflow before the tangent underflows} At x = ±∞: 0.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double atan(double x, double xTangent) {
        return Math.abs(x) < SQUARE_IS_ALL ? xTangent / (1.0 + x * x) : xTangent / x / x;
    }

    /**
     * {@return the slope of tanh: 1 − r², which has an absolute error of one unit in the last place of 1; where that
     * is no longer small beside the slope, 4e^(−2|x|)/(1 + e^(−2|x|))²} The bits are the same everywhere, as they have
     * to be for {@link StrictMath#tanh}.
     *
     * @param x the argument
     * @param result r = tanh(x)
     */
    public static double tanhSlope(double x, double result) {
        double slope = (1.0 - result) * (1.0 + result);
        if (slope >= 0x1p-10) {
            return slope;
        }
        double decay = StrictMath.exp(-2.0 * Math.abs(x));
        return 4.0 * decay / ((1.0 + decay) * (1.0 + decay));
    }

    /**
     * {@return d arcosh(x) = ẋ/(√(x − 1)·√(x + 1)), whose factors keep the digits that x² − 1 loses near 1, and do not
     * overflow} At x = 1: 0 where ẋ = 0, else ∞ with the sign of ẋ. For x &lt; 1: NaN.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double acosh(double x, double xTangent) {
        double sine = Math.sqrt(x - 1.0) * Math.sqrt(x + 1.0);
        return sine != 0.0 ? xTangent / sine : atInfiniteSlope(xTangent);
    }

    /**
     * {@return d artanh(x) = ẋ/((1 − x)(1 + x))} At x = ±1: 0 where ẋ = 0, else ∞ with the sign of ẋ. For |x| &gt; 1:
     * NaN.
     *
     * @param x the argument
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double atanh(double x, double xTangent) {
        double distance = (1.0 - x) * (1.0 + x);
        return distance > 0.0 ? xTangent / distance : beyondPole(distance, xTangent);
    }

    /**
     * {@return the part of d(x^c) that is due to x: c·x^(c−1)·ẋ}
     *
     * <ul>
     *   <li>c = 0: 0, and c = 1: ẋ, for every x, NaN included, as {@link Math#pow} is 1 and x there.
     *   <li>x &lt; 0 and finite: exact for integral c, else NaN, as the power is.
     *   <li>x = ±0: 0 for c &gt; 1; for c &lt; 1 the slope is infinite and the tangent 0 where ẋ = 0, else ±∞. A zero's sign
     *       says on which side of the pole of a negative integral power it lies.
     *   <li>Where x^c is NaN: NaN.
     * </ul>
     *
     * <p>A slope that over- or underflows does not spoil a product that does not.
     *
     * @param x the base
     * @param c the exponent, a constant
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double powBase(double x, double c, double xTangent) {
        return powBase(x, c, xTangent, powBaseSlope(x, c));
    }

    /**
     * {@return the slope of {@link #powBase(double, double, double)}, which several directions have in common; it may
     * over- or underflow}
     *
     * @param x the base
     * @param c the exponent, a constant
     */
    public static double powBaseSlope(double x, double c) {
        return c * Math.pow(x, c - 1.0);
    }

    /**
     * {@return as {@link #powBase(double, double, double)}, where the slope is known}
     *
     * @param x the base
     * @param c the exponent, a constant
     * @param xTangent ẋ, the tangent of {@code x}
     * @param slope the slope, of {@link #powBaseSlope}
     */
    public static double powBase(double x, double c, double xTangent, double slope) {
        double size = Math.abs(slope);
        if (size >= SAFE && size <= Double.MAX_VALUE && Math.abs(c) < EVEN && (x > 0.0 || c == Math.rint(c))) {
            return slope * xTangent;
        }
        return powBaseAtEdge(x, c, xTangent);
    }

    /** As {@link #powBase}, with the power as the square of its root, and the sign apart. */
    private static double powBaseAtEdge(double x, double c, double xTangent) {
        if (c == 0.0) {
            return 0.0;
        }
        if (Double.isNaN(Math.pow(x, c))) {
            return Double.NaN;
        }
        // Rare, and to have the same bits everywhere, as the slope may have
        double half = StrictMath.pow(Math.abs(x), (c - 1.0) / 2.0);
        boolean even = !(Math.abs(c % 2.0) > 0.0); // infinite exponents too, as Math.pow has it
        double factor = even ? Math.copySign(1.0, x) * c : c;
        if (half == 0.0) {
            return 0.0 * xTangent; // not ∞ · 0 for an infinite c
        }
        return xTangent == 0.0 ? 0.0 : product(factor, half, half, xTangent);
    }

    /**
     * {@return d(x^n) = n·x^(n−1)·ẋ, as {@link #powBase}, for an integer n: beyond 2⁵³ a {@code double} no longer says
     * whether n is even, and so which sign the power of a negative number has}
     *
     * @param x the base
     * @param n the exponent
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double powInteger(double x, long n, double xTangent) {
        return powInteger(x, n, xTangent, powIntegerSlope(x, n));
    }

    /**
     * {@return the slope of {@link #powInteger(double, long, double)} at |x|, which several directions have in common}
     *
     * @param x the base
     * @param n the exponent
     */
    public static double powIntegerSlope(double x, long n) {
        return powBaseSlope(Math.abs(x), n);
    }

    /**
     * {@return as {@link #powInteger(double, long, double)}, where the slope is known}
     *
     * @param x the base
     * @param n the exponent
     * @param xTangent ẋ, the tangent of {@code x}
     * @param slope the slope, of {@link #powIntegerSlope}
     */
    public static double powInteger(double x, long n, double xTangent, double slope) {
        double tangent = powBase(Math.abs(x), n, xTangent, slope);
        boolean isMirrored = Math.copySign(1.0, x) < 0.0 && n % 2 == 0;
        return isMirrored ? -tangent : tangent;
    }

    /**
     * {@return the part of d(x^y) that is due to y: x^y·log(x)·ẏ}
     *
     * <ul>
     *   <li>Where x^y is NaN: NaN. Else, where ẏ = 0: 0, so that x may be negative as long as y does not move.
     *   <li>x &lt; 0 and ẏ ≠ 0: NaN, since the power is not real for any y nearby.
     *   <li>x = ±0: 0 for y &gt; 0; 0 for y = 0, where 0^y jumps; slope −∞ for y &lt; 0.
     *   <li>x = ∞: slope ∞ for y &gt; 0; 0 for y = 0, where ∞^y jumps; 0 for y &lt; 0.
     *   <li>A power that overflows has an infinite slope, one that underflows the slope 0.
     * </ul>
     *
     * @param x the base
     * @param y the exponent
     * @param power x^y
     * @param yTangent ẏ, the tangent of {@code y}
     */
    public static double powExponent(double x, double y, double power, double yTangent) {
        return powExponent(x, y, power, yTangent, powExponentSlope(x, y, power));
    }

    /**
     * {@return the slope of {@link #powExponent(double, double, double, double)}, which several directions have in
     * common}
     *
     * @param x the base
     * @param y the exponent
     * @param power pow(x, y), the value
     */
    public static double powExponentSlope(double x, double y, double power) {
        return power * Math.log(x);
    }

    /**
     * {@return as {@link #powExponent(double, double, double, double)}, where the slope is known}
     *
     * @param x the base
     * @param y the exponent
     * @param power pow(x, y), the value
     * @param yTangent ẏ, the tangent of {@code y}
     * @param slope the slope, of {@link #powExponentSlope}
     */
    public static double powExponent(double x, double y, double power, double yTangent, double slope) {
        double size = Math.abs(slope);
        if (x > 0.0 && size >= SAFE && size <= Double.MAX_VALUE) {
            return slope * yTangent;
        }
        return powExponentAtEdge(x, y, power, yTangent);
    }

    private static double powExponentAtEdge(double x, double y, double power, double yTangent) {
        if (Double.isNaN(power)) {
            return Double.NaN;
        }
        if (yTangent == 0.0) {
            return 0.0;
        }
        if (x == 0.0) {
            return (y < 0.0 ? Double.NEGATIVE_INFINITY : 0.0) * yTangent;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return (y > 0.0 ? Double.POSITIVE_INFINITY : 0.0) * yTangent;
        }
        return product(power, StrictMath.log(x), 1.0, yTangent); // a negative x has a NaN logarithm
    }

    /**
     * {@return the tangent of the larger argument; at a tie, ±0 against each other included, (ẋ + ẏ)/2; NaN where one
     * is NaN}
     *
     * @param x the first argument
     * @param y the second argument
     * @param xTangent ẋ, the tangent of {@code x}
     * @param yTangent ẏ, the tangent of {@code y}
     */
    public static double max(double x, double y, double xTangent, double yTangent) {
        if (x > y) {
            return xTangent;
        }
        return x < y ? yTangent : atTie(x, y, xTangent, yTangent);
    }

    /**
     * {@return the tangent of the smaller argument; at a tie, ±0 against each other included, (ẋ + ẏ)/2; NaN where one
     * is NaN}
     *
     * @param x the first argument
     * @param y the second argument
     * @param xTangent ẋ, the tangent of {@code x}
     * @param yTangent ẏ, the tangent of {@code y}
     */
    public static double min(double x, double y, double xTangent, double yTangent) {
        if (x < y) {
            return xTangent;
        }
        return x > y ? yTangent : atTie(x, y, xTangent, yTangent);
    }

    /**
     * {@return the tangent of min(max(value, low), high), by composition: at one end, the mean of the tangents of the
     * value and of that end} Where the value and both ends are equal, the upper end counts half, the other two a
     * quarter each. Where the ends are the wrong way round, which {@code Math} refuses and other libraries take for
     * the lower one, the tangent of that.
     *
     * @param value the value
     * @param low the lower bound
     * @param high the upper bound
     * @param valueTangent its tangent
     * @param lowTangent the tangent of {@code low}
     * @param highTangent the tangent of {@code high}
     */
    public static double clamp(
            double value, double low, double high, double valueTangent, double lowTangent, double highTangent) {
        if (low > high) {
            return lowTangent;
        }
        return min(Math.max(value, low), high, max(value, low, valueTangent, lowTangent), highTangent);
    }

    /**
     * {@return d atan2(y, x) = (xẏ − yẋ)/(x² + y²), divided by the larger argument, so that no square over- or
     * underflows}
     *
     * <ul>
     *   <li>At (±0, ±0): 0 where both tangents are 0, else NaN: each direction has its own limit, or none.
     *   <li>An infinite argument: 0, which is the limit; for two, whose angle jumps, as well.
     *   <li>On the negative x axis, the cut, the formula holds: both sides have the same slope.
     * </ul>
     *
     * @param y the first argument
     * @param x the second argument
     * @param yTangent ẏ, the tangent of {@code y}
     * @param xTangent ẋ, the tangent of {@code x}
     */
    public static double atan2(double y, double x, double yTangent, double xTangent) {
        double width = Math.abs(x);
        double height = Math.abs(y);
        if (width >= height && height < Double.POSITIVE_INFINITY && width > 0.0) {
            double ratio = y / x;
            return (yTangent - ratio * xTangent) / x / (1.0 + ratio * ratio);
        }
        if (height > width) {
            double ratio = x / y;
            return (ratio * yTangent - xTangent) / y / (1.0 + ratio * ratio);
        }
        // Both infinite, both zero or one NaN
        boolean flat = width == Double.POSITIVE_INFINITY || (width == 0.0 && yTangent == 0.0 && xTangent == 0.0);
        return flat && width == height ? 0.0 * yTangent + 0.0 * xTangent : Double.NaN;
    }

    /**
     * {@return d√(x² + y²) = (x/r)ẋ + (y/r)ẏ, which is cos θ·ẋ + sin θ·ẏ}
     *
     * <ul>
     *   <li>At (±0, ±0): 0, the mean of the one-sided derivatives along every line through that point.
     *   <li>An infinite argument: θ is what {@link Math#atan2} says, so for x alone ±ẋ, and for two infinite arguments
     *       (±ẋ ± ẏ)/√2. A NaN beside an infinite argument has no part in it, as it has none in the value.
     *   <li>Else NaN where an argument is NaN.
     * </ul>
     *
     * @param x the first argument
     * @param y the second argument
     * @param result r = hypot(x, y); the slopes are right where it overflows, and where it is subnormal
     * @param xTangent ẋ, the tangent of {@code x}
     * @param yTangent ẏ, the tangent of {@code y}
     */
    public static double hypot(double x, double y, double result, double xTangent, double yTangent) {
        if (result >= SAFE && result <= Double.MAX_VALUE) {
            return x / result * xTangent + y / result * yTangent;
        }
        return hypotAtEdge(x, y, result, xTangent, yTangent);
    }

    /** As {@link #hypot}, for arguments on a scale of their own. */
    private static double hypotAtEdge(double x, double y, double result, double xTangent, double yTangent) {
        if (result == 0.0) {
            return 0.0 * xTangent + 0.0 * yTangent;
        }
        double scale = result < 1.0 ? 0x1p600 : 0x1p-600;
        double cosine = x * scale;
        double sine = y * scale;
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            cosine = Double.isInfinite(x) ? Math.signum(x) : 0.0;
            sine = Double.isInfinite(y) ? Math.signum(y) : 0.0;
        }
        double radius = Math.hypot(cosine, sine);
        return cosine / radius * xTangent + sine / radius * yTangent;
    }

    /**
     * {@return d(|m|·sign) = signum(m)·sign·ṁ} At m = ±0, a kink: 0. NaN where m is NaN. A change of sign is a jump,
     * so the sign has no tangent.
     *
     * @param magnitude what has the magnitude
     * @param sign what has the sign
     * @param magnitudeTangent the tangent of {@code magnitude}
     */
    public static double copySign(double magnitude, double sign, double magnitudeTangent) {
        return Math.signum(magnitude) * Math.copySign(1.0, sign) * magnitudeTangent;
    }

    /**
     * {@return the tangent of {@link Math#IEEEremainder}, x − n·y with n the integer nearest to x/y, locally constant:
     * ẋ − n·ẏ} Outside the domain, x infinite or y = ±0: NaN. Where n overflows, it is infinite, and counts where ẏ is
     * not 0.
     *
     * @param x the dividend
     * @param y the divisor
     * @param result the remainder r; x − r itself may overflow
     * @param xTangent ẋ, the tangent of {@code x}
     * @param yTangent ẏ, the tangent of {@code y}
     */
    public static double remainder(double x, double y, double result, double xTangent, double yTangent) {
        if (Double.isNaN(result)) {
            return Double.NaN;
        }
        return xTangent - times(Math.rint(x / y - result / y), yTangent);
    }

    /** For a function that grows from a pole at distance 0: the pole, and NaN at negative distances. */
    private static double beyondPole(double distance, double tangent) {
        return distance == 0.0 ? atInfiniteSlope(tangent) : Double.NaN;
    }

    private static double atInfiniteSlope(double tangent) {
        return times(Double.POSITIVE_INFINITY, tangent);
    }

    private static double atTie(double x, double y, double xTangent, double yTangent) {
        return x == y ? 0.5 * xTangent + 0.5 * yTangent : Double.NaN;
    }

    /** a·b·c·d, rounded into the range of {@code double} at the end alone: what over- and underflows inside cancels. */
    private static double product(double a, double b, double c, double d) {
        int i = Math.getExponent(a);
        int j = Math.getExponent(b);
        int k = Math.getExponent(c);
        int l = Math.getExponent(d);
        double digits = Math.scalb(a, -i) * Math.scalb(b, -j) * Math.scalb(c, -k) * Math.scalb(d, -l);
        return Math.scalb(digits, i + j + k + l);
    }
}
