package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** What several terms or statements have in common, or only seem to. */
final class Sharing {
    private Sharing() {}

    @Differentiable(order = 2)
    static double horner(double x) {
        return 1 + x * (0.5 + x * (-0.25 + x * (0.125 + x * 2.5)));
    }

    @Differentiable(order = 2)
    static double signs(double x, @Constant double c) {
        double both = -(c * x) - x * 3;
        double first = -x * c + x;
        double second = x - c * x;
        double twice = (x + x) * c - (-x - x);
        return both * first + second * twice;
    }

    @Differentiable(order = 2)
    static double quotients(double x, double y, @Constant double c) {
        return (x / c + x / 3) * y - (c * x / 7 - x / 7);
    }

    /** Factors that are integers stay apart, for their sum could overflow. */
    @Differentiable(order = 2)
    static double integers(double x, int i) {
        double wide = 2_000_000_000 * x + 1_500_000_000 * x;
        double truncated = x * 7 / 2 - i * x;
        return wide * 1e-9 + truncated + (i * (3 * x) - x);
    }

    @Differentiable(order = 2)
    static double rotated(double a, double x, double y) {
        double cos = Math.cos(a);
        double sin = Math.sin(a);
        return (x * cos - y * sin) * (x * sin + y * cos);
    }

    /** Two statements need the logarithm, and neither is its variable. */
    @Differentiable(order = 2)
    static double unnamed(double x) {
        double a = 2 * Math.log(x + 2);
        double b = a + Math.log(x + 2) / 3;
        return a * b;
    }

    @Differentiable(order = 2)
    static double reassigned(double x, int n) {
        double angle = x;
        double sum = Math.sin(angle);
        for (int i = 0; i < n % 5; i++) {
            angle += 0.25;
            sum += Math.sin(angle) * Math.cos(angle);
        }
        return sum + Math.cos(angle);
    }

    @Differentiable(order = 2)
    static double inBranches(double x, int n) {
        double y = n > 2 ? Math.exp(x) : x;
        double z = n > 1 ? Math.exp(x) * x : 1;
        if (n % 2 == 0) {
            double e = Math.exp(x);
            return e * y + z;
        }
        double late = Math.exp(x);
        return late + y * z;
    }

    @Differentiable(order = 2)
    static double inLoops(double x, int n) {
        double first = Math.exp(-x * x);
        double sum = 0;
        for (int i = 0; i < n % 4; i++) {
            double again = Math.exp(-x * x) + i;
            double own = Math.sin(again);
            sum += own * Math.cos(again);
        }
        return sum * first;
    }

    /** The two functions are of two variables of one name. */
    @Differentiable(order = 2)
    static double scopes(double x, int n) {
        double sum = 0;
        {
            double y = x * x;
            sum += Math.sin(y) + Math.cos(y);
        }
        {
            double y = x + 1;
            sum += Math.sin(y) * Math.cos(y);
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double ofElements(double[] angles, int n) {
        double cos = Math.cos(angles[0]);
        double sin = Math.sin(angles[0]);
        angles[0] += sin;
        double last = Math.sin(angles[0]) * Math.exp(angles[n % angles.length]);
        return last * cos + Math.exp(angles[n % angles.length]) * sin;
    }

    /** The tangent of the first statement needs the sine, which would throw before the statement between them does. */
    @Differentiable(order = 2)
    static double withExceptions(double[] x, int n) {
        double cos = n > 2 ? 1 : Math.cos(x[n]);
        int whole = 12 / n;
        double sin = Math.sin(x[n]);
        return sin * cos * whole + Math.cos(x[n]);
    }
}
