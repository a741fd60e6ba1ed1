package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Statements of which the code is longer than it looks, many of a kind in a method each. */
final class Sizes {
    private Sizes() {}

    @Differentiable
    static double manyTries(double x, int n) {
        double y = x;
        try {
            y = y * x;
            if (n > 1) {
                return y;
            }
            if (n > 2) {
                return y * y;
            }
        } finally {
            y = y * y * y * y * y * y * y * y * y * y * y * y;
            y = y * y * y * y * y * y * y * y * y * y * y * y;
            y = y * y * y * y * y * y * y * y * y * y * y * y;
        }
        return y;
    }

    @Differentiable
    static double resources(double x) {
        double y = x;
        try (Nothing one = new Nothing();
                Nothing other = new Nothing()) {
            y = y * x;
        }
        return y;
    }

    @Differentiable
    static double wideSwitch(double x, int n) {
        double y = x;
        switch (n) {
            case 1:
                y = 1;
                break;
            case 40:
                y = x * 2;
                break;
            case 80:
                y = x * 3;
                break;
            default:
                y = x * 5;
        }
        return y;
    }

    @Differentiable
    static double denseSwitch(double x, int n) {
        switch (n) {
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> x = x * 2;
            case 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> x = x * 3;
            default -> x = 1;
        }
        return x;
    }

    @Differentiable
    static double strings(double x, String name) {
        switch (name) {
            case "first" -> x = x * 2;
            case "second" -> x = x * 3;
            case "third" -> x = x * 4;
            case "fourth" -> x = x * 5;
            default -> x = 1;
        }
        return x;
    }

    @Differentiable
    static double locks(double x, String lock) {
        synchronized (lock) {
            x = x * x;
        }
        synchronized (lock) {
            x = x + 1;
        }
        synchronized (lock) {
            x = x * x;
        }
        return x;
    }

    @Differentiable
    static double asserted(double x, int n) {
        assert n > 1;
        assert n > 2;
        assert n > 3;
        assert n > 4;
        assert n > 5;
        assert n > 6;
        return x;
    }

    @Differentiable
    static double logic(double x, int a, int b) {
        boolean p = a > b && a < 3 || b == 2;
        boolean q = !(a > b) || !p && a != b;
        boolean r = x > a == (x < b);
        boolean s = !p;
        boolean t = !q;
        boolean u = a > b;
        boolean v = x > b;
        return p && q && r && s && t && u && v ? x : 2 * x;
    }

    @Differentiable
    static double text(double x, int n) {
        String s = "a" + n + "b" + n + "c";
        s += n;
        String t = s + s;
        return x * t.length();
    }

    @Differentiable
    static double mixed(double x, int a, long b, float c) {
        double y = a * x + b * x + c * x + a * b + a * c + b * c;
        y += a;
        y += b;
        y *= c;
        a += x;
        b += x;
        c *= x;
        return y + (a + b) * x + (int) y + (long) y + (float) y;
    }

    @Differentiable
    static double steps(double[] a, int[] n) {
        n[0]++;
        n[1]--;
        ++n[2];
        a[0]++;
        a[1]--;
        double x = a[2]++ + n[0]++;
        int i = 0;
        i++;
        ++i;
        return x + a[i++];
    }

    @Differentiable
    static double manyLocals(double x) {
        double a = x * x, b = a * x, c = b * x, d = c * x, e = d * x, f = e * x, g = f * x, h = g * x, i = h * x;
        double j = i * x, k = j * x, l = k * x, m = l * x, n = m * x, o = n * x, p = o * x, q = p * x, r = q * x;
        return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r;
    }

    @Differentiable
    static double literals(double x) {
        double[] a = {x, 1, x, 2, x, 3, x, 4, x, 5, x, 6, x, 7, x, 8};
        double[][] m = {{x, 1}, {x, 2}, {x, 3}, {x, 4}};
        return a[0] * m[1][0];
    }

    @Differentiable
    static double loops(double[] a, @Constant double[][] m) {
        double sum = 0;
        for (double x : a) {
            sum += x;
        }
        for (double[] row : m) {
            for (double x : row) {
                sum += x;
            }
        }
        while (sum < 0) {
            sum = sum + a[0];
        }
        do {
            sum = sum + a[1];
        } while (sum < 0);
        return sum;
    }

    @Differentiable
    static double choices(double x, boolean p, boolean q) {
        double y = p ? x : q ? 2 * x : 3 * x;
        double z = p ? q ? x : 1 : 2;
        Object o = p ? "a" : "b";
        if (o instanceof String s && s.length() > 1) {
            return x;
        }
        return y * z;
    }

    @Differentiable
    static double thrown(double x, int n) {
        if (n == 7) {
            throw new IllegalArgumentException("seven");
        }
        if (n == 8) {
            throw new IllegalStateException();
        }
        return x;
    }

    static final class Nothing implements AutoCloseable {
        @Override
        public void close() {}
    }
}
