package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions as values. */
final class Lambdas {
    private Lambdas() {}

    @Differentiable
    static double applied(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x) * f.applyAsDouble(x * x) + f.applyAsDouble(2);
    }

    @Differentiable
    static double binary(DoubleBinaryOperator f, double x, double y) {
        return f.applyAsDouble(x, y) + f.applyAsDouble(x, 2) * f.applyAsDouble(3, y);
    }

    private static double integral(DoubleUnaryOperator f, double a, double b) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += f.applyAsDouble(a + (b - a) * (i + 0.5) / 4);
        }
        return sum * (b - a) / 4;
    }

    @Differentiable
    static double captured(double x, double y, @Constant double c) {
        double k = x * y;
        DoubleUnaryOperator g = t -> t * k + c;
        return integral(g, 0, x) + integral(t -> Math.sin(t) * y, x, 2) + integral(Math::exp, 0, c);
    }

    @Differentiable
    static double chosen(double x, boolean flag) {
        DoubleUnaryOperator g = flag ? t -> t * x : t -> t * t;
        DoubleUnaryOperator h;
        if (flag) {
            h = Math::sin;
        } else {
            h = t -> t + x;
        }
        g = g.andThen(h);
        return g.applyAsDouble(x) + g.compose(h).applyAsDouble(2);
    }

    private static DoubleUnaryOperator scaled(double k) {
        return t -> k * t;
    }

    @Differentiable
    static double returned(double x) {
        DoubleUnaryOperator f = scaled(x * x);
        return f.applyAsDouble(x) + scaled(2).applyAsDouble(x);
    }

    @Differentiable
    static double constantFunction(@Constant DoubleUnaryOperator f, double x, @Constant double c) {
        return f.applyAsDouble(c) * x;
    }

    @Differentiable
    static double forced(double x, double v) {
        Force force = (p, q) -> -p * x + q;
        return force.at(x, v) + twice(force, v);
    }

    private static double twice(Force force, double v) {
        return force.at(v, 2) + force.at(1, v);
    }

    @Differentiable
    static double summed(double[] a, double x) {
        return java.util.Arrays.stream(a).map(t -> t * x).sum();
    }

    @Differentiable
    static double ofConstants(double x, @Constant double c) {
        return x * Integrals.of(t -> t * t + c, 0, c);
    }

    @Differentiable
    static double withConstantFunctions(double x, @Constant double c) {
        return Integrals.scaled(t -> t * t + c, x, c) * Integrals.of(t -> t * x, c, 1);
    }

    @Differentiable
    static double madeByCalls(double x) {
        return applied(scaled(x * x), halved(x));
    }

    private static double halved(double x) {
        return x / 2;
    }

    @Differentiable
    static double constantOrNot(@Constant DoubleUnaryOperator f, double x, @Constant double c, boolean flag) {
        DoubleUnaryOperator g = flag ? f : t -> t * x;
        return g.applyAsDouble(c) * x;
    }

    @Differentiable
    static double chosenAmongMade(double x, boolean flag) {
        DoubleUnaryOperator g = flag ? scaled(halved(x)) : scaled(x);
        return g.applyAsDouble(x);
    }

    private static double at(DoubleUnaryOperator f, double x, int depth) {
        return depth == 0 ? f.applyAsDouble(x) : at(f, x / 2, depth - 1);
    }

    @Differentiable
    static double chosenAsArgument(double x, boolean flag) {
        return Integrals.of(flag ? scaled(halved(x)) : scaled(2), 0, x) + at(scaled(x), x, 2);
    }

    @Differentiable
    static double replaced(@Constant DoubleUnaryOperator f, double x) {
        double y = f.applyAsDouble(2);
        f = t -> t * x;
        return f.applyAsDouble(x) * y;
    }

    @Differentiable
    static double noneAtFirst(double x, boolean flag) {
        DoubleUnaryOperator g = null;
        if (flag) g = t -> t * x;
        return g == null ? x : g.applyAsDouble(x);
    }

    @Differentiable
    static double withIndex(double x, boolean flag) {
        Term term = flag ? (t, n) -> t * n * x : (t, n) -> t * x + n;
        return term.at(x, 3) + term.at(2, 1);
    }

    @Differentiable
    static double ofFunctions(double x, boolean flag) {
        Functional functional = flag ? (f, at) -> f.applyAsDouble(at) * x : (f, at) -> f.applyAsDouble(at * at);
        return functional.of(t -> t * t * x, x);
    }

    @Differentiable
    static double slopes(double x, boolean flag) {
        Curve curve = flag ? t -> t * t * x : t -> t + x;
        return curve.slope(x, 0.5);
    }

    @Differentiable
    static double required(DoubleUnaryOperator f, double x) {
        DoubleUnaryOperator g = java.util.Objects.requireNonNull(f);
        return g.applyAsDouble(x) * x;
    }

    @Differentiable
    static double capturedOutOfATest(double x, double y) {
        double k;
        if (x > 0.1 && (k = x * y) > 0.01) {
            return Integrals.of(t -> t * k, 0, x);
        }
        return x;
    }

    @Differentiable
    static double capturedInHeaders(double x, @Constant double c) {
        double k;
        double sum = 0;
        if (c > 0.1 && (k = c * c) > 0.01) {
            for (int i = (int) Integrals.of(t -> t * k, 0, c); i < 3; i++) {
                sum += i * x;
            }
            try (Kept kept = new Kept(Integrals.of(t -> t + k, 0, c))) {
                sum *= kept.value();
            }
        }
        return sum;
    }

    record Kept(double value) implements AutoCloseable {
        @Override
        public void close() {}
    }

    interface Curve {
        double at(double t);

        default double slope(double t, double h) {
            return (at(t + h) - at(t - h)) / (2 * h);
        }
    }
}

@FunctionalInterface
interface Force {
    double at(double position, double velocity);
}

@FunctionalInterface
interface Term {
    double at(double x, int n);
}

@FunctionalInterface
interface Functional {
    double of(DoubleUnaryOperator f, double at);
}

final class Integrals {
    private Integrals() {}

    @Differentiable
    static double of(DoubleUnaryOperator f, double a, double b) {
        return (b - a) * (f.applyAsDouble(a) + f.applyAsDouble(b)) / 2;
    }

    @Differentiable
    static double scaled(@Constant DoubleUnaryOperator f, double x, @Constant double c) {
        return f.applyAsDouble(c) * x;
    }
}
