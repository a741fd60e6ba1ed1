package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Calls of other methods: differentiated along, copied, or called as they are. */
final class Helpers {
    static final int SIZE = 4;
    private static final double[] TABLE = {1, 2, 4, 8};
    private static final double[][] ROWS = {{1, 2, 3}, {1, 2}};
    private static final double HALF = 0.5;
    private static final double[] DERIVED = {HALF * 3, SIZE, Math.sqrt(2)};

    private Helpers() {}

    private static double product(double u, double v) {
        return u * v;
    }

    private static double hidden(double c) {
        return c * deeper(c) + TABLE[1];
    }

    private static double deeper(double c) {
        return c + 1;
    }

    static int visible(int n) {
        return n * 2;
    }

    private static void fill(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = x * i;
        }
    }

    private static double[] made(double x, int n) {
        double[] a = new double[n];
        a[0] = x;
        return a;
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    private static boolean isEven(int n) {
        return n == 0 || isOdd(n - 1);
    }

    private static boolean isOdd(int n) {
        return n != 0 && isEven(n - 1);
    }

    @Differentiable(order = 2)
    static double patterns(double x, double y) {
        return product(x, y) + product(x, 2.0) * product(3, y) + product(x * x, y);
    }

    @Differentiable(order = 2)
    static double copies(double x, @Constant double c, int n) {
        return x * hidden(c) + visible(n) * x + (isEven(n) ? x : x * x) + hidden(2) + ROWS[0][2] + DERIVED[2] * x;
    }

    @Differentiable(order = 2)
    static double arrays(double x) {
        double[] a = new double[SIZE];
        fill(a, x);
        double[] b = made(x * x, 3);
        fill(made(x, 2), 3);
        return a[2] * b[0] + TABLE[2] * x;
    }

    @Differentiable(order = 2)
    static double recursive(double x, int n) {
        return power(x, n) + power(x + 1, 2);
    }

    @Differentiable(order = 2)
    static double annotated(double x, double y) {
        return x * y + Math.sin(x);
    }

    @Differentiable(order = 2)
    static double calling(double x, double y) {
        double a = annotated(x, y);
        double b = annotated(x, 2) * annotated(y, a);
        double twice = annotated(x, x) + annotated(x, x);
        return a + b * twice;
    }

    @Differentiable(order = 2)
    static double other(double x) {
        return Others.scaled(x, 2) + Others.scaled(x * x, 3);
    }

    @Differentiable(order = 2)
    static double ordered(double x, double[] a) {
        double y = a[0] * next(a, x) + a[0];
        y += next(a, y) * a[1];
        return y * Math.max(next(a, x), a[1]);
    }

    private static double next(double[] a, double x) {
        a[0] = a[0] + x;
        return a[0] * x;
    }

    @Differentiable(order = 2)
    static double returned(double x, double y) {
        return product(x, y);
    }

    @Differentiable(order = 2)
    static double[] returnedArray(double x, double y) {
        double[] a = made(x * y, 3);
        a[1] = y;
        return a;
    }

    private static double many(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double variable(double x, double y) {
        return many(x, y, 2) + many() + many(x) + Math.max(many(1, 2), x);
    }

    @Differentiable(order = 2)
    static double besideCalls(double x, double y) {
        return Math.exp(x) * product(x, y) + Math.exp(x);
    }

    @Differentiable(order = 2)
    static double beforeCalls(double x, double[] a, @Constant double[] c) {
        double y = c[0] * next(a, x) + Math.exp(a[1]) * first(a, x) + Math.exp(a[1]);
        return y * c[1];
    }

    private static double first(double[] a, double x) {
        a[1] = a[0] * x;
        return a[1] + x;
    }

    private static int counted(double[] a, double x) {
        a[1] = x * x;
        return a.length;
    }

    @Differentiable(order = 2)
    static double countedOnTheWay(double[] a, double x) {
        int n;
        n = counted(a, x);
        double y = x * counted(a, a[1] * x) + n;
        return y * a[1];
    }

    private static double[] withFirst(double[] a, double x) {
        a[0] = x * x;
        return a;
    }

    @Differentiable(order = 2)
    static double intoUnnamed(double x) {
        return withFirst(new double[2], x)[0] * x;
    }

    @Differentiable(order = 2)
    static void storedFromCalls(double[] a, double x) {
        a[0] = made(x, 2)[0];
        a[1] = made(x, 2)[0] * a[1] * made(a[0], 1)[0];
    }

    @Differentiable(order = 2)
    static double[][] table(double x) {
        double[][] m = {made(x, 2), made(2, 2), {x, 1}};
        return m;
    }

    private static float halved(float x) {
        return x / 2;
    }

    @Differentiable
    static double widened(float x) {
        return halved(x * x);
    }

    private static double trace(double[][] m) {
        return m[0][0] + m[1][1];
    }

    private static double traceUnchecked(double c) {
        return c * c;
    }

    /** The tangents of methods over rows have a second form, whose name a copy must leave alone. */
    @Differentiable(order = 2)
    static double trace(double[][] m, double x, @Constant double c) {
        return trace(m) * x + traceUnchecked(c) * x;
    }
}

final class Others {
    private Others() {}

    @Differentiable(order = 2)
    static double scaled(double x, @Constant double c) {
        return x * c + x * x;
    }
}
