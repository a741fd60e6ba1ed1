package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Helpers that are longer, with several directions a pass, than what HotSpot puts in the place of a call. */
final class LongHelpers {
    private LongHelpers() {}

    @Differentiable(order = 2)
    static double straight(double x, double y) {
        return tail(x * y) - 2 * tail(y) * x;
    }

    private static double tail(double x) {
        double k = 1 / (1 + 0.23 * Math.abs(x));
        double polynomial = k * (0.319 + k * (-0.356 + k * (1.781 + k * (-1.821 + k * 1.33))));
        double weight = Math.exp(-0.5 * x * x) / (1 + x * x);
        return weight * polynomial + Math.sin(x) * Math.cos(x) / (2 + k) + x / (3 + weight);
    }

    @Differentiable(order = 2)
    static double branching(double x, double y, int n) {
        double first = piecewise(x * x + y, n);
        return first * y + piecewise(y, 3 - n);
    }

    /** Left at three places, each the end of a branch. */
    private static double piecewise(double x, int n) {
        double scaled = x / (1 + x * x) + Math.atan(x) * 0.5;
        if (n > 2) {
            return scaled * Math.exp(scaled) + Math.log1p(x * x) / (1 + scaled * scaled);
        }
        double shifted = scaled + Math.tanh(x) * x;
        if (n < 0) {
            return shifted * shifted - Math.cos(shifted) * scaled;
        } else {
            scaled *= 1 + shifted;
            return scaled / (2 + shifted * shifted) + Math.sin(scaled + shifted);
        }
    }

    @Differentiable(order = 2)
    static double fromLoop(double x, double y, @Constant double limit) {
        return searched(x, y, limit) * y;
    }

    /** Left within a loop, which no other place can stand for. */
    private static double searched(double x, double y, double limit) {
        double term = x * y;
        for (int i = 1; i < 6; i++) {
            term = term * x / i + Math.sin(term) * y / (1 + term * term);
            if (term > limit) {
                return term * Math.exp(-y * y) + x / (1 + y * y) + Math.atan(term) * y;
            }
        }
        return term + x * y / (1 + x * x) + Math.log1p(y * y) * x;
    }

    @Differentiable(order = 2)
    static double procedure(double[] x, double y) {
        double[] state = new double[3];
        advance(state, x[0], y);
        advance(state, y, x[1 % x.length]);
        return state[0] * state[1] + state[2];
    }

    private static void advance(double[] state, double a, double b) {
        for (int i = 0; i < state.length; i++) {
            if (i == 1) {
                continue;
            }
            state[i] += a * b / (1 + a * a) + Math.sin(a + i) * Math.exp(-b * b) + state[i] * a;
        }
        state[1] += Math.cos(a * b) / (1 + b * b) + a;
    }

    @Differentiable(order = 2)
    static double arrays(double[] x, double y) {
        double[] mixed = mixed(x, y);
        double[] again = mixed(mixed, mixed[0]);
        return again[0] + again[again.length - 1] * mixed[0];
    }

    private static double[] mixed(double[] x, double y) {
        double[] mixed = new double[x.length];
        double norm = 1;
        for (double v : x) {
            norm += v * v / (1 + y * y);
        }
        for (int i = 0; i < x.length; i++) {
            mixed[i] = x[i] * y / norm + Math.sin(x[i] * y) / (1 + x[i] * x[i]) + Math.cos(norm) * y;
        }
        return mixed;
    }

    @Differentiable(order = 2)
    static double nested(double x, double y) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += outer(x + i, y, i);
        }
        return sum;
    }

    private static double outer(double x, double y, int i) {
        double inner = tail(x / (2 + i)) + tail(y);
        return inner * x / (1 + y * y) + Math.exp(-inner * inner) * Math.sin(x * y) + i * inner;
    }

    /** Calls itself: it stays a method. */
    @Differentiable(order = 2)
    static double recursive(double x, int n) {
        return folded(x, n % 4);
    }

    private static double folded(double x, int depth) {
        double own = x / (1 + x * x) + Math.sin(x) * Math.exp(-x * x) + Math.atan(x) * Math.cos(x) + tail(x);
        return depth <= 0 ? own : own * folded(own + x * 0.5, depth - 1);
    }

    /** Gives back integers, which become numbers as they are given back. */
    @Differentiable(order = 2)
    static double integers(double x, int n) {
        return whole(x, n) / 2 + counted(x * x, n) / 2 * x;
    }

    private static double whole(double x, int n) {
        if (x > 100) {
            return 3;
        }
        double scaled = x / (1 + x * x) + Math.atan(x) * 0.5 + Math.sin(x) * Math.exp(-x * x);
        return scaled > 50 ? n : scaled * Math.exp(scaled) + Math.log1p(x * x) / (1 + scaled * scaled);
    }

    private static double counted(double x, int n) {
        double[] parts = {x, Math.sin(x) * x, Math.exp(-x * x) / (1 + x * x), Math.atan(x) * Math.cos(x), x / (3 + x)};
        for (int i = 1; i < parts.length; i++) {
            parts[i] += parts[i - 1] * Math.sin(parts[i]) / (1 + parts[i] * parts[i]) + parts[i - 1] * x;
        }
        return n;
    }
}
