package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Every way out of a method. */
class ReturnsTest {

    @Test
    void outOfNestedLoops() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double limit) {
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                for (int j = 0; j <= i; j++) {
                                    sum += x[i] * x[j];
                                    if (sum > limit) {
                                        return sum / limit;
                                    }
                                }
                                if (sum < -limit) return x[i];
                            }
                            return sum;
                        }
                        """, "f")
                .at(new double[] {1.5, -2, 0.25}, 1.0)
                .at(new double[] {1.5, -2, 0.25}, 100.0)
                .at(new double[] {0.1, -2, 3}, 0.15)
                .at(new double[] {}, 1.0);
    }

    @Test
    void severalReturns() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            if (x < 0) {
                                return 0;
                            } else if (x < 1) {
                                return x * x / 2;
                            }
                            double tail = x - 0.5;
                            if (x > 10)
                                return 9.5;
                            else
                                return tail;
                        }
                        """, "f")
                .at(-0.7)
                .at(0.7)
                .at(1.7)
                .at(11.0)
                .tangentIs(0, new Object[] {-0.7}, 1.0)
                .tangentIs(1, new Object[] {1.0}, 1.0)
                .tangentIs(0, new Object[] {0.0}, 1.0);
    }

    @Test
    void nothingReturned() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, double x, int n) {
                            if (n == 0) {
                                return;
                            }
                            for (int i = 0; i < a.length; i++) {
                                if (a[i] > x) {
                                    a[i] *= x;
                                    return;
                                }
                                a[i] -= x * i;
                            }
                            if (n > 1) return;
                            a[0] = x;
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, 0.7, 0)
                .at(new double[] {-0.5, 2}, 0.7, 1)
                .at(new double[] {-0.5, -2}, 0.7, 1)
                .at(new double[] {-0.5, -2}, 0.7, 2);
    }

    @Test
    void outOfEndlessLoops() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            for (; ; ) {
                                while (true) {
                                    x *= 0.5;
                                    if (x < 1) {
                                        return x * x;
                                    }
                                    if (x > 3) {
                                        break;
                                    }
                                }
                                do {
                                    x -= 1.25;
                                } while (x > 2);
                            }
                        }
                        """, "f").at(0.7).at(9.3).at(2.3);
    }

    @Test
    void integerReturned() {
        Differentiated.of("""
                        @Differentiable
                        static int f(double[] a, double x) {
                            int count = 0;
                            for (int i = 0; i < a.length; i++) {
                                a[i] *= x;
                                if (a[i] > 1) {
                                    count++;
                                } else if (a[i] < -5) {
                                    return -1;
                                }
                            }
                            return count;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7).at(new double[] {1.5, -20, 3}, 0.9);
    }

    @Test
    void booleanReturned() {
        Differentiated.of("""
                        @Differentiable
                        static boolean f(double[] a, double x) {
                            return step(a, x) || step(a, -x);
                        }
                        private static boolean step(double[] a, double x) {
                            a[0] += x * x;
                            return (a[1] = x * a[0]) > 0;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7).at(new double[] {1.5, -2}, -0.7);
    }

    @Test
    void constantReturned() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            if (n > 0) {
                                return n / 2;
                            }
                            return 'a';
                        }
                        """, "f").at(0.7, 3).at(0.7, 0).tangentIs(0, new Object[] {0.7, 3}, 1.0);
    }

    @Test
    void widenedOnReturn() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            if (n == 0) {
                                return (long) x;
                            }
                            float y = (float) x;
                            return n == 1 ? y : g(y) * n;
                        }
                        static float g(float x) {
                            return x * x;
                        }
                        """, "f").inSinglePrecision().at(2.7, 0).at(2.7, 1).at(2.7, 2);
    }

    @Test
    void labelledBlocks() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            block: {
                                y *= x;
                                if (n == 0) {
                                    break block;
                                }
                                y += x;
                                if (n == 1) {
                                    return y;
                                }
                                y -= x * y;
                            }
                            outer:
                            while (true) {
                                for (int i = 0; ; i++) {
                                    if (i > n) {
                                        break outer;
                                    }
                                    y *= 1.5;
                                    if (y > 10) {
                                        return y / x;
                                    }
                                    if (i == 1) {
                                        n--;
                                        continue outer;
                                    }
                                }
                            }
                            return -y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(-0.7, 2).at(3.7, 3).at(-0.7, 4);
    }
}
