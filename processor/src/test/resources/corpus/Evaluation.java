package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Operands that a rule needs twice, and those that must not be evaluated twice, or earlier. */
final class Evaluation {
    private Evaluation() {}

    @Differentiable(order = 2)
    static double squares(double x, double y) {
        return (x + y) * (x + y) + (x * y) * (x * y) - (x - 2 * y) * (x - 2 * y);
    }

    private static double next(double[] numbers) {
        numbers[0] += 0.25;
        return numbers[0];
    }

    /** The two sums look the same, and are not. */
    @Differentiable(order = 2)
    static double drawnTwice(double x, @Constant double[] numbers) {
        return (x + next(numbers)) * (x + next(numbers));
    }

    /** The tangent needs the divisor, and not the dividend, which comes first. */
    @Differentiable(order = 2)
    static double drawnBefore(double x, @Constant double[] numbers) {
        return next(numbers) / (x + next(numbers)) - next(numbers) * (x - next(numbers));
    }

    @Differentiable(order = 2)
    static double readBefore(double x, @Constant double[] numbers) {
        return numbers[0] / (x * next(numbers));
    }

    @Differentiable(order = 2)
    static double failsBefore(double x, @Constant double[] numbers, int n) {
        return numbers[n] / (x + next(numbers));
    }

    /** Either operand may fail: the first one first. */
    @Differentiable(order = 2)
    static double failsFirst(double x, double[] a, @Constant double[] c, int n) {
        int far = n % 2 == 0 ? 0 : 50;
        return c[far] / (x + a[1] * (100 / (far - 50)));
    }

    /** The call of the other class writes to the array, and so its tangent does. */
    @Differentiable(order = 2)
    static void filledElsewhere(double[] a, double x) {
        Elsewhere.fill(a, x);
        Elsewhere.scale(a, Elsewhere.first(a));
    }

    @Differentiable(order = 2)
    static double readElsewhere(double[] a, double x) {
        return Elsewhere.first(a) * x;
    }

    @Differentiable(order = 2)
    static double chosenElsewhere(double[] a, double[] b, double x) {
        double[] same = Elsewhere.same(a);
        same[1] = x * x;
        return a[1] * b[0] * same[0];
    }
}

final class Elsewhere {
    private Elsewhere() {}

    @Differentiable(order = 2)
    static void fill(double[] a, double x) {
        a[0] = x * x;
    }

    @Differentiable(order = 2)
    static void scale(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= x;
        }
    }

    @Differentiable(order = 2)
    static double first(double[] a) {
        return a[0] * a[0];
    }

    @Differentiable(order = 2)
    static double[] same(double[] a) {
        return a;
    }
}
