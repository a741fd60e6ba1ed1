package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Methods with several outputs, each of some of the inputs. */
final class Mappings {
    private Mappings() {}

    @Differentiable
    static double[] formulas(double x, double y, double[] a) {
        double t = -x;
        double u = 2;
        u = u * 3;
        return new double[] {x * y, Math.sin(a[0]) - t, u, a[1] / a[2], (float) y, Math.hypot(x, a[3])};
    }

    @Differentiable
    static double[] steps(double[] a, int n) {
        double[] b = new double[a.length];
        b[0] = a[0];
        for (int i = 1; i < a.length; i++) {
            b[i] += a[i] * a[i - 1];
            b[i] -= 2;
            b[i - 1] *= 3;
        }
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += a[i];
            sum *= 2;
        }
        b[3] = sum;
        return b;
    }

    @Differentiable
    static double[] choices(double x, double y, boolean flag) {
        double z = flag ? x : y;
        double w = flag ? x * y : y * x;
        double c = flag ? 1 : y;
        double v;
        if (x > y) {
            v = x;
        } else {
            v = 1;
        }
        return new double[] {z, w, c, v};
    }

    @Differentiable
    static void library(double[] a, double[] b, double x) {
        System.arraycopy(a, 1, b, 0, 2);
        java.util.Arrays.fill(a, 2, 4, x);
        double[] c = b.clone();
        c[0] = x;
        double[] d = java.util.Arrays.copyOf(c, 2);
        java.util.Arrays.fill(b, 3, 4, 1.0);
        a[0] = d[0] * d[1];
        b[1] = c[2];
    }

    @Differentiable
    static double[] sorted(double[] a) {
        double[] b = a.clone();
        java.util.Arrays.sort(b);
        return b;
    }

    @Differentiable
    static double[][] rows(double[][] m, double x, @Constant double[] c) {
        double[][] r = {m[0], {x, 1, 2}, new double[2], c.clone()};
        r[2][1] = m[1][2] * x;
        double[] row = r[2];
        row[0] = row[1];
        return r;
    }

    private static double product(double u, double v) {
        return u * v;
    }

    private static double[] pair(double u, double v) {
        return new double[] {u, product(u, v)};
    }

    @Differentiable
    static double[] calls(double x, double y, double z) {
        double p = product(x, y);
        double q = product(z, 2);
        double[] both = pair(y, z);
        return new double[] {p, q, both[0], both[1], product(2, 3)};
    }

    @Differentiable
    static float[] singles(float x, float[] a) {
        float[] b = new float[2];
        b[0] = x * a[1];
        b[1] = half(a[0]);
        return b;
    }

    private static float half(float x) {
        return x / 2;
    }

    @Differentiable
    static int counted(double[] a, double x) {
        a[1] = x;
        a[2] += a[0];
        return 3;
    }

    @Differentiable
    static double[][][] deep(double[][][] t, double x) {
        t[0][1] = t[1][0];
        double[][][] u = new double[1][2][2];
        u[0][1][0] = x * t[2][2][2];
        return u;
    }
}
