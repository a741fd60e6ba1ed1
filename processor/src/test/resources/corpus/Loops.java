package corpus;

import io.github.pushforward.Constant;
import io.github.pushforward.Differentiable;

/** Statements, in loops and otherwise. */
final class Loops {
    private Loops() {}

    @Differentiable(order = 2)
    static double counted(double x, int n) {
        double product = 1;
        for (int i = 0; i < n + 2; i++) {
            product = product * x + i;
        }
        return product;
    }

    @Differentiable(order = 2)
    static double twoVariables(double x) {
        double sum = 0;
        for (double y = x, z = 1; y < 2; y += 0.4 + x * x, z *= y) {
            sum += z * y;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double whiles(double x, double y) {
        int n = 0;
        while (x < 2) {
            x = x * 1.3 + y * 0.1;
            n++;
        }
        do {
            y = y + x * n;
            n--;
        } while (n > 0);
        return x * y;
    }

    @Differentiable(order = 2)
    static double leaving(double x, double y) {
        double sum = 0;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if (j == 2) {
                    continue outer;
                }
                if (i == 3) {
                    break outer;
                }
                sum += Math.pow(x, i) * y * j;
            }
            sum -= x;
        }
        for (int i = 0; ; i++) {
            if (i == 1) {
                continue;
            }
            sum *= 1 + x;
            if (i > 2) {
                break;
            }
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double labeledBlock(double x, boolean flag) {
        double y = x;
        block: {
            y = y * y;
            if (flag) {
                break block;
            }
            y = y + 1;
        }
        inner:
        while (true) {
            do {
                y = y * (1 + x) + 0.2;
                if (y > 3) {
                    break inner;
                }
                y += x;
            } while (y < 1.8);
            y += 1;
        }
        return y;
    }

    @Differentiable(order = 2)
    static double earlyReturn(double x, int n) {
        if (n == 0) {
            return x * x;
        } else if (n == 1) {
            double y = Math.sin(x);
            return y;
        }
        for (int i = 0; i < 3; i++) {
            if (i * x > 0.5) {
                return i * x;
            }
        }
        return 1;
    }

    @Differentiable(order = 2)
    static double sumOf(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double weighted(double x, int[] counts, @Constant double[] weights) {
        double sum = 0;
        for (int count : counts) {
            sum += x * count;
        }
        for (double weight : weights) {
            sum = sum * weight + x;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double scopes(double x) {
        double sum = 0;
        {
            double y = x * x;
            sum += y;
        }
        {
            double y = Math.exp(x);
            sum += y;
        }
        for (int i = 0; i < 2; i++) {
            double y = sum * i;
            sum = y + x;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double lateAssigned(double x, boolean flag) {
        double y;
        if (flag) {
            y = x * 2;
        } else {
            y = x * x;
        }
        double c = 1;
        c = flag ? c : x;
        return y * c;
    }

    @Differentiable(order = 2)
    static double switched(double x, int n) {
        double y = 1;
        switch (n) {
            case 0:
                y = x;
            case 1:
                double z = y * x;
                y = z + 1;
                break;
            default:
                y = x * x * x;
        }
        switch (n) {
            case 0, 2 -> y *= x;
            default -> {
                double z = x + 1;
                y += z;
            }
        }
        return y;
    }

    @Differentiable(order = 2)
    static double switchExpression(double x, String name) {
        double y = switch (name) {
            case "one" -> x * x;
            default -> {
                double z = Math.sin(x);
                yield z * x;
            }
        };
        int code = switch (name) {
            case "one" -> 1;
            default -> 2;
        };
        return y * code;
    }

    @Differentiable(order = 2)
    static double guarded(double x, int n, int[] table) {
        double y = x;
        try {
            y = y * table[n + 2];
            y = y * x;
        } catch (ArrayIndexOutOfBoundsException e) {
            y = y + x;
        } finally {
            y = y * 2;
        }
        return y;
    }

    @Differentiable(order = 2)
    static double thrown(double x, int n) {
        if (n > 1) {
            throw new IllegalArgumentException("n is " + n);
        }
        assert x > 0 : "x is " + x;
        return x * n + x;
    }

    @Differentiable(order = 2)
    static double locked(double x, String lock) {
        double y = x;
        synchronized (lock) {
            y = y * x;
        }
        return y;
    }

    @Differentiable(order = 2)
    static double guardedOtherwise(double x, int n) {
        double y = x;
        try {
            if (n > 0) {
                throw new IllegalStateException();
            }
            y = y * x;
        } catch (IllegalStateException | ArithmeticException e) {
            y = y + x;
        } finally {
            y = y * 2;
        }
        return y;
    }

    @Differentiable(order = 2)
    static double guardedByAny(double x, int n, int[] table) {
        double y = x;
        try {
            y = y * table[n + 2] * x;
        } catch (RuntimeException e) {
            y = y + x;
        }
        return y;
    }

    @SuppressWarnings("finally")
    @Differentiable(order = 2)
    static double guardedByReturn(double x, int n, int[] table) {
        double y = x;
        try {
            y = y * table[n + 2] * x;
        } finally {
            return y * x;
        }
    }

    @Differentiable(order = 2)
    static double leavingInSteps(double x) {
        double sum = 0;
        outer:
        for (double y = x; y < 2; y *= 1.5 + x * x) {
            for (int j = 0; j < 3; j++) {
                if (j == 2) {
                    continue outer;
                }
                sum += y * j;
            }
        }
        return sum;
    }

    /** What all lanes share in the step stands before it, and so in no head of a loop. */
    @Differentiable(order = 2)
    static double labelledSteps(double x) {
        double sum = 0;
        outer:
        for (double y = x; y < 2; y += x * x + 0.3) {
            for (int j = 0; j < 3; j++) {
                if (j == 2 && y > 1) {
                    continue outer;
                }
                sum += y * j * x;
            }
            sum += x;
        }
        return sum;
    }

    @Differentiable(order = 2)
    static double closing(double x) {
        double y = x;
        try (Resource resource = new Resource(2)) {
            y = y * x * resource.factor;
        }
        return y + 1;
    }

    static final class Resource implements AutoCloseable {
        final int factor;

        Resource(int factor) {
            this.factor = factor;
        }

        @Override
        public void close() {}
    }

    @Differentiable(order = 2)
    static double yielding(double x, String name, int n) {
        int code = switch (name) {
            case "one" -> {
                int k = n + 2;
                yield k * 2;
            }
            default -> 2;
        };
        return x * x * code;
    }
}
