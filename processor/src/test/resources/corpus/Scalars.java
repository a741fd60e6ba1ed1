package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Formulas, and what variables do in them. */
final class Scalars {
    static final double SCALE = 1.5;

    private Scalars() {}

    @Differentiable(order = 2)
    static double polynomial(double x, double y) {
        return 3 * x * x * y - x / y + 2.5 * y - 1;
    }

    @Differentiable(order = 2)
    static double square(double x) {
        return x * x;
    }

    @Differentiable(order = 2)
    static double quotients(double x, double y, @Constant double c) {
        double q = x / y;
        double r = c / x;
        double s = y / c;
        return q * r + s / (x + y) - (x - q) / (c + r);
    }

    @Differentiable(order = 2)
    static double signs(double x, double y) {
        double a = -(x * y);
        double b = -(-x);
        double c = +y - -x;
        double d = -(x / y) - (-y);
        return -(a + b) - (-(c - d)) * -x;
    }

    @Differentiable(order = 2)
    static double remainders(double x, double y) {
        return (4 + x) % (y + 1.9) + (7 % (y + 2.4)) * x + (x % 0.7);
    }

    @Differentiable(order = 2)
    static double constants(double x, @Constant double c, int n) {
        double k = c * c + n;
        double zero = 0;
        double unused = x * k;
        double ofIntegers = n / 2 + 7 % 4;
        return k * x + c - zero + ofIntegers + SCALE;
    }

    @Differentiable(order = 2)
    static double overwritten(double x) {
        double y = x;
        x = Math.sin(x);
        y = y * x;
        x = x * y + x;
        x += y * x;
        x *= x;
        x -= y;
        x /= y + 2;
        return x;
    }

    @Differentiable(order = 2)
    static double compound(double x, int n) {
        double sum = 1;
        sum += x;
        sum -= 2 * x * sum;
        sum *= n + 1;
        sum /= x;
        sum %= 3.5;
        int count = n;
        count += 2;
        count++;
        --count;
        sum++;
        return sum * count;
    }

    @Differentiable(order = 2)
    static double nested(double x, double y) {
        double a;
        double b;
        a = b = x * y;
        double c = (a = a + 1) * (b = b - x) + a * b;
        int i = 0;
        double d = x * (i++) + y * (++i) + i;
        return c + d * (a + b);
    }

    @Differentiable(order = 2)
    static double conditional(double x, double y, boolean flag) {
        double a = flag ? x * y : 2.0;
        double b = x > y ? Math.exp(x) : Math.log(y);
        double c = flag ? 1 : x > 0.5 ? x : y * y;
        return (x > 0.4 && flag ? a : b) + c;
    }

    @Differentiable(order = 2)
    static double longFormula(double x, double y) {
        return Math.exp(x * y) * Math.sin(x + y) + Math.sqrt(x * x + y * y) / (1 + Math.exp(x * y));
    }

    @Differentiable
    static float single(float x, float y, double z) {
        float product = x * y;
        float mixed = (float) (x * z);
        float added = x;
        added += z;
        added *= y;
        float fromInt = 2;
        float root = (float) Math.sqrt(x);
        return product + mixed / added - fromInt * root + (float) Math.sin(z) - Math.abs(x) - Math.signum(y);
    }

    @Differentiable
    static double singleInside(double x, float y) {
        float narrow = (float) x;
        double wide = narrow * y;
        double back = (double) narrow + (float) (x * y);
        return wide * x + y + back;
    }

    @Differentiable(order = 2)
    static double casts(double x, double y, int n) {
        int whole = (int) 3.7;
        long big = n;
        double a = (double) x * whole + big;
        double b = (double) n / 3 * y;
        return a * (char) 97 + b - (byte) 300 + (short) n;
    }

    @Differentiable(order = 2)
    static double boxed(@Constant Double c, double x) {
        Integer n = 3;
        return c * x + n * x;
    }

    @Differentiable(order = 2)
    static double shared(double x, double y) {
        double e = Math.exp(x) * Math.exp(x) + Math.exp(x * y) * Math.exp(x * y);
        return e + Math.sqrt(x + y) * Math.sqrt(x + y) + (x / y) * (x / y);
    }

    @Differentiable
    static int counting(double x, double[] out) {
        int n = 0;
        for (double y = x; y < 2; y += 0.3) {
            n++;
        }
        out[0] = x * n;
        return n;
    }

    @Differentiable(order = 2)
    static double xTangent(double x, double xTangent, double value, double xTangent2) {
        double valueTangent = x * value;
        double exp = Math.exp(xTangent * valueTangent) / 2;
        double exp2 = Math.exp(xTangent * xTangent2);
        return exp * exp2 + Math.exp(exp);
    }

    /** Terms in one tangent, which become one with their factors added. */
    @Differentiable(order = 2)
    static double likeTerms(double x, double y, @Constant double c, int n) {
        double twice = x + x;
        double minusTwice = -x - x;
        double squares = c * x + c * x;
        double sum = 3 * x + c * x;
        double difference = c * x - y * c * x;
        double negative = -(c * x) - 2 * x;
        double mixed = -(c * x) + n * x;
        double integers = n * x + 3 * x;
        double halves = x / 2 + x / c;
        double ratios = c * x / 3 - x * c / n;
        return twice * minusTwice + squares * sum + difference * negative + mixed * integers + halves;
    }

    @Differentiable(order = 2)
    static double onOneLine(double x, double y, boolean flag) {
        double z = x;
        if (flag) z = z * y;
        else z += y;
        return z * z;
    }

    @Differentiable(order = 2)
    static double longConstant(double x, @Constant double c, int n) {
        if (n == 0) {
            return c * c * c + c * c + c * 3 + 1;
        }
        return x * c;
    }

    @Differentiable(order = 2)
    static double boxedOrNot(double x, double y, boolean flag) {
        Double box = flag ? x * y : null;
        return box == null ? x : box * x;
    }
}
