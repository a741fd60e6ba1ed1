package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import io.github.pushforward.TangentOf;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualFloat;
import io.github.pushforward.runtime.DualOf;

/** Calls for which custom rules stand. */
final class Rules {
    private Rules() {}

    @Differentiable(rules = Own.class, order = 2)
    static double used(double x, double y) {
        return Special.cube(x) + Special.cube(x * y) * Special.mixed(x, y) + Special.mixed(x, 2);
    }

    @Differentiable(rules = Own.class, order = 2)
    static double along(double x) {
        return helper(x) + Special.cube(2);
    }

    private static double helper(double x) {
        return Special.cube(x) * x;
    }

    @Differentiable(rules = Own.class, order = 2)
    static double checked(double x, double[] a) {
        Special.check(x);
        double[] b = Special.doubled(a);
        return b[0] * x + b[1];
    }

    @Differentiable(rules = Own.class, order = 2)
    static float single(float x) {
        return Special.half(x) * x;
    }

    private static double own(double x) {
        return x * x;
    }

    @Differentiable(rules = Own.class, order = 2)
    static double ownOfConstants(double x, @Constant double c) {
        return own(x) * own(c) + shared(c) * x;
    }

    private static double shared(double c) {
        return own(c) + 1;
    }

    @Differentiable(order = 2)
    static double withoutRules(double x, @Constant double c) {
        return shared(c) * x * x;
    }

    @Differentiable(rules = Own.class, order = 2)
    static double beyond(double x) {
        return Special.positive(x) * x + Special.line(x);
    }
}

final class Special {
    private Special() {}

    static double cube(double x) {
        return x * x * x;
    }

    static double mixed(double x, double y) {
        return x * x * y;
    }

    static void check(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative");
        }
    }

    static double[] doubled(double[] a) {
        double[] b = a.clone();
        for (int i = 0; i < a.length; i++) {
            b[i] *= 2;
        }
        return b;
    }

    static double line(double x) {
        return 1 + x * x / 2;
    }

    static double positive(double x) {
        return x > 0.5 ? x * x / (1 + x) : 0.25;
    }

    static float half(float x) {
        return x / 2;
    }
}

final class Own {
    private static final double THREE = 3;
    private static final double[] COEFFICIENTS = {1, 0.5};

    private Own() {}

    @TangentOf(type = Special.class, method = "cube")
    static Dual cube(double x, double xTangent) {
        double square = x * x;
        return new Dual(square * x, THREE * square * xTangent);
    }

    @TangentOf(type = Special.class, method = "mixed")
    static Dual mixed(double x, double y, double xTangent, double yTangent) {
        return new Dual(Special.mixed(x, y), 2 * x * y * xTangent + square(x) * yTangent);
    }

    @TangentOf(type = Special.class, method = "mixed")
    static Dual mixedInX(double x, @Constant double y, double xTangent) {
        boolean flag = y > 0;
        Dual both = flag ? new Dual(x * x * y, 2 * x * y * xTangent) : new Dual(x, xTangent);
        return new Dual(both.value(), both.tangent());
    }

    static double square(double x) {
        return x * x;
    }

    @TangentOf(type = Special.class, method = "check")
    static void check(double x, double xTangent) {
        Special.check(x);
    }

    @TangentOf(type = Special.class, method = "doubled")
    static DualOf<double[], double[]> doubled(double[] a, double[] aTangent) {
        double[] b = new double[a.length];
        double[] bTangent = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * 2;
            bTangent[i] = aTangent[i] * 2;
        }
        return new DualOf<>(b, bTangent);
    }

    @TangentOf(type = Rules.class, method = "own")
    static Dual own(double x, double xTangent) {
        return new Dual(x * x, 2 * x * xTangent);
    }

    @TangentOf(type = Special.class, method = "line")
    static Dual line(double x, double xTangent) {
        return new Dual(COEFFICIENTS[0] + x * x * COEFFICIENTS[1], 2 * x * COEFFICIENTS[1] * xTangent);
    }

    @TangentOf(type = Special.class, method = "positive")
    static Dual positive(double x, double xTangent) {
        Dual constant = new Dual(0.25, 0);
        if (x <= 0.5) {
            return constant;
        }
        double y = 1 + x;
        return new Dual(x * x / (1 + x), (2 * x * y - x * x) / (y * y) * xTangent);
    }

    @TangentOf(type = Special.class, method = "half")
    static DualFloat half(float x, float xTangent) {
        return new DualFloat(x / 2, xTangent / 2);
    }
}
