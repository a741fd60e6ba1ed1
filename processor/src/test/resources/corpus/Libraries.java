package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import net.jafama.FastMath;

/** Functions that Math has not, of libraries that are recognized. */
final class Libraries {
    private Libraries() {}

    @Differentiable(order = 2)
    static double areas(double x, double y) {
        return org.apache.commons.math3.util.FastMath.asinh(x)
                + org.apache.commons.math3.util.FastMath.acosh(1 + y)
                + org.apache.commons.math3.util.FastMath.atanh(x * y);
    }

    @Differentiable(order = 2)
    static double powers(double x, double y, int n) {
        return FastMath.pow2(x) * FastMath.pow3(y)
                + org.apache.commons.math3.util.FastMath.pow(x, n + 2)
                + org.apache.commons.math3.util.FastMath.pow(y, 2)
                + org.apache.commons.math3.util.FastMath.pow(x * y, 5);
    }

    @Differentiable(order = 2)
    static double logarithms(double x, double y, @Constant double c) {
        return org.apache.commons.math3.util.FastMath.log(1 + x, y)
                + org.apache.commons.math3.util.FastMath.log(1 + c, y)
                + org.apache.commons.math3.util.FastMath.log(2 + x, c);
    }

    @Differentiable(order = 2)
    static double between(double x, double y, @Constant double c) {
        return org.hipparchus.util.FastMath.clamp(x, 0, 1) * y
                + org.hipparchus.util.FastMath.clamp(c, x, 1 + y)
                + org.hipparchus.util.FastMath.clamp(1 + c, x, 0.9 + y * y);
    }
}
