package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** The exception that ends a tangent method is the original's, and so is everything written before it. */
class ExceptionOrderTest {
    private static final Class<? extends Throwable> INDEX = ArrayIndexOutOfBoundsException.class;
    private static final Class<? extends Throwable> DIVISION = ArithmeticException.class;
    private static final Class<? extends Throwable> NULL = NullPointerException.class;

    @Test
    void storeLooksAtItsArrayLast() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, int i, double x, int n) {
                            a[0] = x;
                            a[i] = x * (1 / n);
                        }
                        """, "f")
                .at(new double[] {1, 2}, 1, 0.7, 1)
                .fails(INDEX, new double[] {1, 2}, 2, 0.7, 1)
                .fails(DIVISION, new double[] {1, 2}, 2, 0.7, 0)
                .fails(NULL, null, 0, 0.7, 1);
    }

    @Test
    void storeIntoNothingComesAfterTheRightSide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, double x, int n) {
                            a[i] = x * (1 / n);
                            return a[i];
                        }
                        """, "f").fails(NULL, null, 0, 0.7, 1).fails(DIVISION, null, 0, 0.7, 0);
    }

    @Test
    void compoundStoreLooksAtItsArrayFirst() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, double x, int n) {
                            a[i] += x * (1 / n);
                            return a[i];
                        }
                        """, "f")
                .fails(INDEX, new double[] {1, 2}, 2, 0.7, 0)
                .fails(NULL, null, 2, 0.7, 0)
                .fails(DIVISION, new double[] {1, 2}, 1, 0.7, 0);
    }

    @Test
    void indexComesBeforeTheArrayIsLookedAt() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            double y = a[1 / n] * x;
                            a[2 / n] *= y;
                            return y;
                        }
                        """, "f")
                .fails(DIVISION, null, 0.7, 0)
                .fails(NULL, null, 0.7, 1)
                .fails(INDEX, new double[] {1}, 0.7, 1)
                .at(new double[] {1, 2, 3}, 0.7, 1);
    }

    @Test
    void factorsFromLeftToRight() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, double[] b, int j, int n) {
                            double y = a[i] * b[j];
                            return a[i] * (1 / n) + (1 % n) * b[j] + y;
                        }
                        """, "f")
                .fails(INDEX, new double[] {1}, 1, null, 0, 1)
                .fails(NULL, new double[] {1}, 0, null, 1, 1)
                .fails(NULL, null, 1, new double[] {1}, 1, 1)
                .fails(INDEX, new double[] {1}, 0, new double[] {1}, 1, 0)
                .fails(DIVISION, new double[] {1}, 0, new double[] {1}, 0, 0);
    }

    @Test
    void divisionBeforeElement() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, int n) {
                            return Math.exp(1 / n) * a[i];
                        }
                        """, "f").fails(DIVISION, new double[] {1}, 1, 0).fails(INDEX, new double[] {1}, 1, 1);
    }

    @Test
    void elementBeforeDivision() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, int n) {
                            return Math.exp(a[i]) * (1 / n);
                        }
                        """, "f").fails(INDEX, new double[] {1}, 1, 0).fails(DIVISION, new double[] {1}, 0, 0);
    }

    @Test
    void activeBesideConstantArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, @Constant double[] data, int i, int j) {
                            double sum = data[j] * a[i];
                            a[i] = a[i] / data[j + 1];
                            a[i + 1] -= data[j + 2] * a[i];
                            return sum;
                        }
                        """, "f")
                .at(new double[] {1, 2}, new double[] {3, 4, 5}, 0, 0)
                .fails(INDEX, new double[] {1, 2}, new double[] {3, 4}, 0, 0)
                .fails(INDEX, new double[] {1, 2}, new double[] {3}, 0, 0)
                .fails(NULL, new double[] {1, 2}, null, 7, 0)
                .fails(INDEX, null, new double[] {3}, 7, 1)
                .fails(NULL, null, new double[] {3}, 7, 0);
    }

    @Test
    void unusedReadsAndDivisions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i, int n) {
                            double unused = a[i] * x;
                            int quotient = 1 / n;
                            double[] scratch = new double[i];
                            return x * x;
                        }
                        """, "f")
                .at(new double[] {1}, 0.7, 0, 1)
                .fails(INDEX, new double[] {1}, 0.7, 1, 0)
                .fails(DIVISION, new double[] {1}, 0.7, 0, 0)
                .fails(NULL, null, 0.7, 0, 1);
    }

    @Test
    void overwrittenBeforeItIsUsed() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i) {
                            double y = a[i];
                            y = 0 * a[i + 1];
                            y = x;
                            double z = a[i + 2] - a[i + 2];
                            return y + z;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.7, 0)
                .fails(INDEX, new double[] {1, 2}, 0.7, 0)
                .fails(INDEX, new double[] {1}, 0.7, 0)
                .fails(INDEX, new double[] {}, 0.7, 0);
    }

    @Test
    void lengthOfNothing() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            return x * (1 / n) * a.length;
                        }
                        """, "f").fails(NULL, null, 0.7, 1).fails(DIVISION, null, 0.7, 0);
    }

    @Test
    void newArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, int m) {
                            double[][] a = new double[n][1 / m];
                            a[0][0] = x;
                            double[] b = new double[n - 2];
                            b[0] = x * x;
                            return a[0][0] * b[0];
                        }
                        """, "f")
                .at(0.7, 3, 1)
                .fails(NegativeArraySizeException.class, 0.7, -1, 1)
                .fails(DIVISION, 0.7, -1, 0)
                .fails(NegativeArraySizeException.class, 0.7, 1, 1)
                .fails(INDEX, 0.7, 0, 1)
                .fails(INDEX, 0.7, 2, 1);
    }

    @Test
    void rowsThatAreMissing() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, int i, double x) {
                            double[] row = m[i];
                            m[0][0] = x;
                            row[1] += x * m[i][0];
                            return m[i][1] * x;
                        }
                        """, "f")
                .at(new double[][] {{1, 2}, {3, 4}}, 1, 0.7)
                .fails(NULL, new double[][] {{1, 2}, null}, 1, 0.7)
                .fails(NULL, new double[][] {null, {1, 2}}, 1, 0.7)
                .fails(INDEX, new double[][] {{1, 2}, {3}}, 1, 0.7)
                .fails(INDEX, new double[][] {{1, 2}, {3}}, 2, 0.7)
                .fails(NULL, null, 0, 0.7);
    }

    @Test
    void writesBeforeTheEndOfALoop() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, double[] b, double x) {
                            for (int i = 0; ; i++) {
                                a[i] = x * i + b[i];
                                b[i] -= a[i] * a[i + 1];
                            }
                        }
                        """, "f")
                .fails(INDEX, new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0.7)
                .fails(INDEX, new double[] {1, 2, 3}, new double[] {4, 5}, 0.7)
                .fails(INDEX, new double[] {1, 2, 3}, new double[] {4, 5, 6, 7}, 0.7);
    }

    @Test
    void writesOfAHelper() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            return a[0] * shift(a, x, n) + a[n] * (1 / (n - 2));
                        }
                        static double shift(double[] a, double x, int n) {
                            for (int i = 0; i < n; i++) {
                                a[i] += x * i;
                            }
                            return x / n + 1 / n;
                        }
                        """, "f")
                .at(new double[] {1, 2}, 0.7, 1)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 0)
                .fails(INDEX, new double[] {1, 2}, 0.7, 2)
                .fails(DIVISION, new double[] {1, 2, 3}, 0.7, 2)
                .fails(INDEX, new double[] {1, 2}, 0.7, 3)
                .fails(NULL, null, 0.7, 0);
    }

    @Test
    void argumentsBeforeTheCall() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, double x, int n) {
                            return put(a, x) * g(a[i], 1 / n, put(a, a[0]));
                        }
                        static double put(double[] a, double x) {
                            a[0] = x * 2;
                            return x;
                        }
                        static double g(double u, int v, double w) {
                            return u * v * w;
                        }
                        """, "f")
                .at(new double[] {1, 2}, 1, 0.7, 1)
                .fails(INDEX, new double[] {1, 2}, 2, 0.7, 0)
                .fails(DIVISION, new double[] {1, 2}, 1, 0.7, 0)
                .fails(NULL, null, 1, 0.7, 0);
    }

    @Test
    void integerFunctionsThatThrow() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            a[0] = x;
                            a[1] = x * Math.floorMod(5, n) + Math.multiplyExact(n, 1 << 20) * a[0];
                            return a[1] * Math.toIntExact(n * 4L);
                        }
                        """, "f")
                .at(new double[] {1, 2}, 0.7, 3)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 0)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 1 << 15);
    }

    @Test
    void compoundIntegerDivision() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int k, int n) {
                            a[0] *= x;
                            k /= n;
                            a[1] *= x;
                            k %= n - 1;
                            return a[k] * x;
                        }
                        """, "f")
                .at(new double[] {1, 2}, 0.7, 7, 2)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 7, 0)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 7, 1)
                .fails(INDEX, new double[] {1, 2}, 0.7, 20, 4);
    }

    @Test
    void conditionsThatThrow() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i, int n) {
                            a[0] = x;
                            double y = a[i] > 1 / n ? a[i + 1] * x : x / n;
                            a[0] *= y;
                            if (a[i + 1] < 0 || a[i + 2] < 1 % n) {
                                return y;
                            }
                            return y * y;
                        }
                        """, "f")
                .at(new double[] {1, 2, 3, 4}, 0.7, 1, 1)
                .at(new double[] {1, 2, -3}, 0.7, 1, 1)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 1, 0)
                .fails(INDEX, new double[] {1, 2}, 0.7, 2, 0)
                .fails(INDEX, new double[] {1, 2}, 0.7, 1, 1)
                .fails(INDEX, new double[] {1, 2, 3}, 0.7, 1, 1);
    }

    @Test
    void divisionByALiteralZero() {
        Differentiated.of("""
                @Differentiable
                @SuppressWarnings("divzero")
                static double f(double x, int n) {
                    return n == 0 ? x * (1 / 0) : x;
                }
                """, "f").at(0.7, 1).fails(DIVISION, 0.7, 0);
    }

    @Test
    void initializerOfAnArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int i, int n) {
                            double[] b = {a[i], x * (1 / n), a[i + 1], a[0] = x};
                            return b[0] * b[1] + b[2];
                        }
                        """, "f")
                .at(new double[] {1, 2}, 0.7, 0, 1)
                .fails(INDEX, new double[] {1, 2}, 0.7, 2, 0)
                .fails(DIVISION, new double[] {1, 2}, 0.7, 1, 0)
                .fails(INDEX, new double[] {1, 2}, 0.7, 1, 1);
    }

    /** Regression: the right side was evaluated although the element before it does not exist. */
    @Test
    void aCompoundAssignmentOutOfBoundsBeforeItsRightSide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double[] a, double[] b) {
                            try {
                                a[7] += (x /= 1.25);
                            } catch (ArrayIndexOutOfBoundsException outside) {
                                b[0] = x * x;
                            }
                            return x * b[0];
                        }
                        """, "f").at(1.5, new double[8], new double[1]).at(-0.5, new double[2], new double[1]);
    }
}
