package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Calls of helpers, which are differentiated along, and of other annotated methods. */
class CallsTest {

    @Test
    void oneHelperWithEveryPatternOfActivity() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, @Constant double c) {
                            double z = area(x, y) + 2 * area(x, c) - area(c, y) * area(c, c);
                            return z * area(area(x, 3), area(2, 5)) + area(1, x);
                        }
                        private static double area(double width, double height) {
                            return width * width * height;
                        }
                        """, "f").at(0.7, 1.1, 2.5);
    }

    @Test
    void helpersOfHelpers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return outer(x, c, 3) * outer(c, x, 2) * outer(c, c, 1);
                        }
                        private static double outer(double u, double v, int n) {
                            double sum = 0;
                            for (int i = 0; i < n; i++) {
                                sum += inner(u, weight(i, v)) + inner(v, c());
                            }
                            return sum;
                        }
                        private static double inner(double u, double v) {
                            return Math.sin(u) * v;
                        }
                        private static double weight(int i, double v) {
                            return i + v / 2;
                        }
                        private static double c() {
                            return 0.5;
                        }
                        """, "f").at(0.7, 1.1);
    }

    @Test
    void helpersThatWrite() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, @Constant double[] data) {
                            double[] scratch = new double[a.length];
                            copy(data, scratch);
                            double total = scale(scratch, 2);
                            add(a, scratch, x);
                            copy(a, scratch);
                            total += scale(scratch, x);
                            scale(a, 3);
                            return total * scratch[0] + a[1];
                        }
                        private static void copy(double[] from, double[] to) {
                            for (int i = 0; i < from.length; i++) {
                                to[i] = from[i];
                            }
                        }
                        private static double scale(double[] a, double by) {
                            double sum = 0;
                            for (int i = 0; i < a.length; i++) {
                                sum += a[i] *= by;
                            }
                            return sum;
                        }
                        private static void add(double[] a, double[] b, double by) {
                            for (int i = 0; i < a.length; i++) {
                                a[i] += b[i] * by;
                            }
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7, new double[] {0.25, 3});
    }

    @Test
    void helperThatWritesOnlyOneOfItsArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[] data) {
                            double[] sums = new double[data.length];
                            double[] counts = new double[data.length];
                            fill(sums, counts, data, x);
                            fill(counts, data, counts, 1);
                            return sums[1] * counts[0] + data[0] * x;
                        }
                        static void fill(double[] to, double[] count, double[] from, double x) {
                            double sum = 0;
                            for (int i = 0; i < to.length; i++) {
                                sum += from[i] * x;
                                to[i] = sum;
                                count[i] += i;
                            }
                        }
                        """, "f").at(0.7, new double[] {1.5, -2});
    }

    @Test
    void activeValueThroughASeeminglyConstantArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double[] box = new double[1];
                            put(box, x);
                            bump(box);
                            double[] other = new double[1];
                            move(box, other);
                            return get(other) * other[0];
                        }
                        static void put(double[] box, double value) {
                            box[0] = value * value;
                        }
                        static void bump(double[] box) {
                            box[0]++;
                        }
                        static void move(double[] from, double[] to) {
                            to[0] = get(from);
                        }
                        static double get(double[] box) {
                            return box[0];
                        }
                        """, "f").at(0.7).tangentIs(4 * 0.7 * (0.7 * 0.7 + 1), new Object[] {0.7}, 1.0);
    }

    @Test
    void helperThatFillsAnArrayNobodyReads() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double[] history = new double[2];
                            double y = record(history, 0, x) * record(history, 1, 2);
                            return y * x;
                        }
                        private static double record(double[] history, int i, double x) {
                            history[i] = x;
                            return x * x;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void directRecursion() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            return n == 0 ? 1 : n % 2 == 0 ? square(f(x, n / 2)) : x * f(x, n - 1);
                        }
                        static double square(double x) {
                            return x * x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(-1.3, 10).tangentIs(5 * 16, new Object[] {2.0, 5}, 1.0);
    }

    @Test
    void recursionOfAHelperThatChangesItsPattern() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return gcdLike(c, x, 3) + gcdLike(2, c, 2) * x;
                        }
                        private static double gcdLike(double a, double b, int n) {
                            if (n == 0) {
                                return a - b;
                            }
                            return gcdLike(b, a * 0.5, n - 1) * (b + n);
                        }
                        """, "f").at(0.7, 1.1);
    }

    @Test
    void mutualRecursion() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            return even(x, n) * g(x, n);
                        }
                        @Differentiable
                        static double g(double x, int n) {
                            return n <= 1 ? x : f(x / 2, n - 2) + x;
                        }
                        private static double even(double x, int n) {
                            return n == 0 ? 1 : x * odd(x + n, n - 1);
                        }
                        private static double odd(double x, int n) {
                            return n == 0 ? x : Math.cos(x) * even(x, n - 1);
                        }
                        """, "f").at(0.7, 4).at(0.7, 5);
    }

    @Test
    void recursionThatWrites() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, double x) {
                            prefix(a, a.length - 1, x);
                        }
                        private static double prefix(double[] a, int i, double x) {
                            if (i < 0) {
                                return x;
                            }
                            a[i] *= prefix(a, i - 1, x);
                            return a[i];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7).at(new double[] {}, 0.7);
    }

    @Test
    void overloads() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, double[] a) {
                            return g(x) * g(n) + g(a) * g(x, n) - g(n, x) + g((float) n) + g('c') * x + g(1L << 4);
                        }
                        static double g(double x) {
                            return x * x;
                        }
                        static double g(int x) {
                            return 3 * x;
                        }
                        static double g(double[] a) {
                            return a[0] * a[1];
                        }
                        static double g(double x, int n) {
                            return x / n;
                        }
                        static double g(int n, double x) {
                            return x + n;
                        }
                        """, "f").at(0.7, 2, new double[] {1.5, -2});
    }

    @Test
    void integerAndBooleanHelpersOnActiveValues() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int best = argmax(a);
                            double y = isLarge(x, a[best]) ? a[best] * x : a[0];
                            return y * sign(x) + bin(x * 4) * a[best] + a[bin(x)];
                        }
                        private static int argmax(double[] a) {
                            int best = 0;
                            for (int i = 1; i < a.length; i++) {
                                if (a[i] > a[best]) {
                                    best = i;
                                }
                            }
                            return best;
                        }
                        private static boolean isLarge(double x, double y) {
                            return Math.abs(x) > y;
                        }
                        private static int sign(double x) {
                            return x < 0 ? -1 : 1;
                        }
                        private static int bin(double x) {
                            return (int) Math.floor(Math.abs(x));
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7).at(new double[] {-1.5, 0.5}, -1.7);
    }

    @Test
    void integerHelperThatWrites() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int n = normalize(a, x);
                            while (normalize(a, 0.5) > 0 && n++ < 4) {
                                a[0] += x;
                            }
                            return a[0] * n + a[1];
                        }
                        private static int normalize(double[] a, double x) {
                            int large = 0;
                            for (int i = 0; i < a.length; i++) {
                                a[i] *= x;
                                large += a[i] > 0.1 ? 1 : 0;
                            }
                            return large;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void callsInConditionsIndicesAndHeaders() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double sum = 0;
                            for (double t = g(x), end = g(t) + 3; g(t) < end && index(t, a) >= 0; t += g(x) / 3 + 0.1) {
                                sum += a[index(t, a)] * t;
                                a[index(sum, a)] = g(a[index(x, a)]);
                                if (g(t) > 2) {
                                    continue;
                                }
                                sum -= g(t);
                            }
                            do {
                                sum *= 0.5;
                            } while (g(sum) > 0.3);
                            return sum;
                        }
                        static double g(double x) {
                            return x * x;
                        }
                        static int index(double t, double[] a) {
                            return (int) Math.abs(t) % a.length;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.4}, 0.7);
    }

    @Test
    void tailCalls() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            if (x > 1) {
                                return g(x, c);
                            }
                            if (x > 0) {
                                return g(c, x);
                            }
                            return x > -1 ? g(c, c) : f(x + 1, c);
                        }
                        static double g(double x, double y) {
                            return x * x / y;
                        }
                        """, "f").at(1.7, 3.0).at(0.7, 3.0).at(-0.7, 3.0).at(-1.3, 3.0);
    }

    @Test
    void resultThatIsNotUsed() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            put(a, x);
                            Math.exp(x);
                            g(x);
                            put(a, g(a[0]));
                            return a[0];
                        }
                        static double put(double[] a, double x) {
                            return a[0] = x * a[1];
                        }
                        static double g(double x) {
                            return x * 3;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void annotatedMethodsOfTheSameClass() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, @Constant double c) {
                            return g(x, y) + g(x, c) * g(2, y) - g(c, 1) * h(c, x) * h(2, y);
                        }
                        @Differentiable
                        static double g(double x, double y) {
                            return x * x * y;
                        }
                        @Differentiable
                        static double h(@Constant double scale, double x) {
                            return scale * Math.exp(x);
                        }
                        """, "f").at(0.7, 1.1, 2.5);
    }

    @Test
    void annotatedMethodsOfAnotherClass() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                        @Differentiable
                        static double f(double[] a, double x, @Constant double c) {
                            double y = Other.g(x, c) + Other.g(c, x) * Other.g(c, c);
                            Other.scale(a, x);
                            Other.scale(a, c);
                            double[] b = Other.twice(a);
                            return y * b[0] + demo.Other.h(c, b[1]) * Other.count(2.5);
                        }
                        """), """
                        package demo;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        class Other {
                            @Differentiable
                            static double g(double x, double y) {
                                return Math.sin(x) / y;
                            }
                            @Differentiable
                            static void scale(double[] a, double by) {
                                for (int i = 0; i < a.length; i++) {
                                    a[i] *= by;
                                }
                            }
                            @Differentiable
                            static double[] twice(double[] a) {
                                double[] b = new double[a.length];
                                for (int i = 0; i < a.length; i++) {
                                    b[i] = 2 * a[i];
                                }
                                return b;
                            }
                            @Differentiable
                            static double h(@Constant double c, double x) {
                                return c * x * x;
                            }
                            static int count(double x) {
                                return (int) x;
                            }
                        }
                        """);
        Differentiated.method(compiled, "f", true, true, false).at(new double[] {1.5, -2}, 0.7, 1.1);
    }

    @Test
    void classesThatCallEachOther() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                        @Differentiable
                        static double f(double x, int n) {
                            return n == 0 ? x : Other.g(x * 2, n - 1) + x;
                        }
                        """), """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        class Other {
                            @Differentiable
                            static double g(double x, int n) {
                                return Math.sin(Demo.f(x, n)) * x;
                            }
                        }
                        """);
        Differentiated.method(compiled, "f", true, false).at(0.7, 0).at(0.7, 3);
    }

    @Test
    void foreignMethodsOnConstantValues() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c, int n) {
                            double scale = Double.max(c, 2.5) + Double.sum(c, 1) + Integer.bitCount(n);
                            return Double.isNaN(x) || Double.compare(x, c) > 0 ? x : scale * x * x * Math.max(n, 2);
                        }
                        """, "f").at(0.7, 1.1, 5).at(1.7, 1.1, 5);
    }

    @Test
    void helperOfTheEnclosingClass() {
        Compiled compiled = Compiled.members("""
                        static double square(double x) {
                            return x * x;
                        }
                        private static final class Hidden {
                            static double cube(double x) {
                                return x * square(x);
                            }
                        }
                        @Differentiable
                        static double f(double x) {
                            return square(x) + Demo.square(Hidden.cube(x)) - demo.Demo.Hidden.cube(2) * x;
                        }
                        """);
        Differentiated.method(compiled, "f", true).at(0.7);
    }

    @Test
    void parametersAssignedInsideAHelper() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return g(c, x) * g(3, x) + c;
                        }
                        static double g(double a, double b) {
                            a *= b;
                            b = a;
                            a += 1;
                            return a * b;
                        }
                        """, "f").at(0.7, 1.1);
    }

    @Test
    void helperOverIndicesMayContainAnything() {
        Differentiated.of("""
                        static int wrap(int i) {
                            class Local {}
                            return i % 3 == 0 ? 2 : i % 3;
                        }

                        @Differentiable
                        static double f(double[] x, int i) {
                            return x[wrap(i)] * x[wrap(i + 1)];
                        }
                        """, "f").at(new double[] {1.5, 2, -3}, 4);
    }
}
