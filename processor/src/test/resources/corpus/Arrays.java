package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Arrays, rows and aliases. */
final class Arrays {
    private Arrays() {}

    @Differentiable(order = 2)
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Differentiable(order = 2)
    static void scale(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= x;
            a[i] += i;
        }
    }

    @Differentiable(order = 2)
    static double[] neighbours(double[] a) {
        double[] b = new double[a.length];
        for (int i = 1; i < a.length - 1; i++) {
            b[i] = a[i - 1] * a[i + 1] - a[i];
        }
        b[0] = a[0] * a[0];
        return b;
    }

    @Differentiable(order = 2)
    static void shifted(double[] a, double[] b) {
        int i = 0;
        a[i++] = b[i] * a[i];
        a[i] = a[i - 1] * a[i];
        a[a.length - 1] = b[i] = a[1] * b[2];
        b[3] -= a[3] * b[3];
        b[0]++;
    }

    @Differentiable(order = 2)
    static double matrix(double[][] m, double[] v) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * v[j] * m[i][0];
            }
            row[0] = sum;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double[][] outer(double[] a, double[] b) {
        double[][] m = new double[a.length][b.length];
        double[][] rows = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            rows[i] = m[i];
            for (int j = 0; j < b.length; j++) {
                rows[i][j] = a[i] * b[j];
            }
        }
        return m;
    }

    @Differentiable(order = 2)
    static double aliases(double[] a, @Constant double[] c, boolean flag) {
        double[] b = a;
        double[] d = flag ? a : c;
        double[] e = null;
        e = d;
        return b[0] * d[1] + e[2] + a.length;
    }

    @Differentiable(order = 2)
    static double literals(double x, double y) {
        double[] v = {x, 1, x * y};
        double[][] m = {{x, y}, {1, 2}};
        double[] zeros = {1, 2, 3};
        zeros[1] = x;
        return v[0] * v[2] + m[0][1] * m[1][0] + zeros[1] * zeros[2] + v[1];
    }

    @Differentiable(order = 2)
    static double library(double[] a, double x) {
        double[] b = a.clone();
        double[] c = java.util.Arrays.copyOf(a, 6);
        double[] d = java.util.Arrays.copyOfRange(a, 1, 3);
        System.arraycopy(a, 0, c, 2, 3);
        java.util.Arrays.fill(b, 1, 3, x * x);
        java.util.Arrays.fill(d, x);
        java.util.Arrays.fill(d, 0, 1, 2);
        java.util.Arrays.sort(c);
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * i;
        }
        return sum + b[0] * b[1] + d[0] * d[1];
    }

    @Differentiable(order = 2)
    static double[] filled(double[] a, @Constant double[] c) {
        double[] b = new double[4];
        java.util.Arrays.fill(b, 1.5);
        System.arraycopy(c, 0, b, 0, 2);
        System.arraycopy(a, 1, b, 2, 2);
        b[0] = b[2] * b[1];
        return b;
    }

    @Differentiable
    static float[] singles(float[] a, float x) {
        float[] b = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * x;
            b[i] += a[0] * 0.5;
        }
        return b;
    }

    @Differentiable(order = 2)
    static void outside(double[] a, double[] b, int n) {
        a[0] = b[0] * b[1];
        a[n + 2] = b[n + 2] * a[0];
        a[1] = b[1] * b[1];
    }

    @Differentiable(order = 2)
    static double cube(double[][][] t, double x) {
        double[][] slice = t[1];
        double[] row = slice[2];
        row[3] = x * t[0][0][0];
        t[2][1] = row;
        return t[2][1][3] * x + t[1][2][0];
    }

    @Differentiable(order = 2)
    static double swapped(double[][] m, double x) {
        double[] first = m[0];
        m[0] = m[1];
        m[1] = first;
        m[0][0] *= x;
        return m[0][0] * m[1][1] * m[1].length;
    }

    @Differentiable(order = 2)
    static double constantBeside(@Constant double[] c, double x) {
        double[] a = {x, x};
        double y = a[0] * x;
        a = c;
        return y * a[1];
    }

    /** Each call writes over what the tangents of its arguments are computed from. */
    @Differentiable(order = 2)
    static double[] filledFromItself(double[] a) {
        double[] b = a.clone();
        java.util.Arrays.fill(a, 0, 2, a[1] * a[1]);
        java.util.Arrays.fill(b, a[0] * b[0]);
        return b;
    }

    @Differentiable(order = 2)
    static double movedByElements(double[] a) {
        System.arraycopy(a, (int) a[1], a, (int) a[2] + 1, 2);
        a[(int) a[0]] = a[3] * a[1] + 2;
        return a[0] * a[1] + a[2];
    }

    @Differentiable(order = 2)
    static double required(double[] a, double[][] m, double x) {
        double[] b = java.util.Objects.requireNonNull(a, "a");
        double[] row = java.util.Objects.requireNonNull(m[1]);
        row[0] = x * x;
        return b[1] * row[0] + m[1][0];
    }

    @Differentiable(order = 2)
    static void stopped(double[] a, double x, boolean flag) {
        a[0] = x * a[1];
        if (flag) {
            return;
        }
        a[1] = a[0] * x;
    }

    @Differentiable(order = 2)
    static double sameIndexTwice(double[] a, double[] b, @Constant double c) {
        return a[(int) Math.floor(3 * c)] * b[(int) Math.floor(3 * c)];
    }

    @Differentiable(order = 2)
    static void lengthsInPlace(double[] a) {
        a[0] = Math.hypot(a[0], a[1]);
        a[1] = Math.hypot(a[1], a[2]) / a[0];
    }

    @Differentiable(order = 2)
    static void ofChosen(double[] a, double[] b, double x, boolean flag) {
        a[0] = (flag ? a : b)[1];
        a[1] = (flag ? a : b)[2] * x;
        b[0] = b[0] * b[0] / (3 / a.length + 1);
    }

    @Differentiable(order = 2)
    static double rowByNumber(double[][] m, double[] a) {
        m[(int) m[0][0]] = a;
        return m[0][1] * m[1][2];
    }

    @Differentiable(order = 2)
    static double[] copied(double[] a) {
        java.util.Objects.requireNonNull(a);
        a[0] *= a[1];
        return a.clone();
    }

    @Differentiable(order = 2)
    static double nothingAtFirst(double[] a, double x) {
        double[] b = (double[]) null;
        b = a;
        double[][] zeros = {{1, 2}, {3, 4}};
        zeros[1][0] = x * b[0];
        double[] sized = new double[Math.abs(a.length - 6)];
        sized[1] = x;
        return zeros[1][0] * zeros[0][1] + sized[1] * sized[0] + b[1];
    }

    @Differentiable(order = 2)
    static double firstUnchecked(double[] a) {
        return a[0] * a[0];
    }

    @Differentiable(order = 2)
    static double assignedRows(double x, @Constant double[] c) {
        double[][] m = {{x, 1}, {2, x}};
        double sum = m[0][0] * m[1][1];
        m = new double[][] {{5, 6}, {7, 8}};
        m[0][1] = x * x;
        sum += m[0][1] * m[1][1];
        m = new double[][] {c.clone(), {1, 2}};
        m[1][0] = x;
        return sum + m[0][1] * m[1][0];
    }
}
