package golden;

import io.github.pushforward.Differentiable;

final class Compound {
    private Compound() {}

    @SuppressWarnings("lossy-conversions")
    @Differentiable
    static double every(double x, double y, int n) {
        double z = x;
        z += y;
        z -= x * y;
        z *= z;
        z /= y;
        z++;
        int k = n;
        k += z;
        z *= k;
        double a;
        double b;
        a = b = z * y;
        return a - b * x;
    }

    @Differentiable
    static void scale(double[] values, double factor) {
        int i = 0;
        while (i < values.length) {
            values[i++] *= factor;
        }
    }
}
