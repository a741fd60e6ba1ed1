package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** {@code Arrays}, {@code arraycopy} and {@code clone} over arrays of arrays; sorting; what only reads. */
class ArraysLibraryTest {

    @Test
    void clonesOfMatricesShareTheirRows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double s) {
                            double[][] c = m.clone();
                            c[0][0] *= s;
                            c[1] = new double[] {s, s * s};
                            c[1][0] += 1;
                            double[][][] deep = {m, c};
                            deep.clone()[1][0][1] += s;
                            return m[0][0] * m[1][0] + c[1][0] * c[1][1] + m[0][1];
                        }
                        """, "f").at(new double[][] {{0.7, 1.3}, {2, 3}}, 1.5);
    }

    @Test
    void copiesOfMatricesShareTheirRows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double s, int n) {
                            double[][] c = java.util.Arrays.copyOf(m, n);
                            double[][] d = java.util.Arrays.copyOfRange(m, 1, 3);
                            c[0][0] *= s;
                            d[0][1] *= s;
                            d[1] = new double[] {s};
                            return m[0][0] * m[1][1] + c[0][0] + d[1][0] * m[1][1];
                        }
                        """, "f")
                .at(new double[][] {{0.7, 1.3}, {2, 3}}, 1.5, 3)
                .at(new double[][] {{0.7, 1.3}, {2, 3}}, 1.5, 1)
                .fails(NegativeArraySizeException.class, new double[][] {{1}}, 1.5, -1);
    }

    @Test
    void arraycopyOfRows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double[][] n, double s) {
                            System.arraycopy(m, 0, n, 1, 2);
                            n[1][0] *= s;
                            m[1][1] += s;
                            System.arraycopy(n, 0, n, 1, 2);
                            n[2][1] *= s;
                            return m[0][0] * n[2][1] + n[1][0] * n[0][0] + m[1][1];
                        }
                        """, "f")
                .at(new double[][] {{0.7, 1.3}, {2, 3}}, new double[][] {{5, 6}, {7, 8}, {9, 10}}, 1.5)
                .fails(
                        ArrayIndexOutOfBoundsException.class,
                        new double[][] {{1, 2}, {2, 3}},
                        new double[][] {{1}},
                        1.5);
    }

    @Test
    void arraycopyFailsAlike() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double[] x, int[] n, double s) {
                            x[0] *= s;
                            if (s > 1) {
                                System.arraycopy(x, 0, m, 0, 1);
                            }
                            if (s > 0) {
                                System.arraycopy(n, 0, x, 0, 1);
                            }
                            System.arraycopy(m, 0, m, 0, 2);
                            return x[0] * m[0][0];
                        }
                        """, "f")
                .at(new double[][] {{1}, {2}}, new double[] {3}, new int[] {1}, -0.5)
                .fails(ArrayStoreException.class, new double[][] {{1}, {2}}, new double[] {3}, new int[] {1}, 1.5)
                .fails(ArrayStoreException.class, new double[][] {{1}, {2}}, new double[] {3}, new int[] {1}, 0.5)
                .fails(
                        ArrayIndexOutOfBoundsException.class,
                        new double[][] {{1}},
                        new double[] {3},
                        new int[] {1},
                        -0.5);
    }

    @Test
    void constantRowsThatReceiveActiveValuesByAnotherName() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, @Constant double[][] table) {
                            double[][] m = new double[1][];
                            System.arraycopy(table, 0, m, 0, 1);
                            m[0][0] «= x;
                            return table[0][0];
                        }
                        """).with("ConstantReceivesActiveValue", "table");
    }

    @Test
    void constantRowsLinkedByAHelper() {
        Refused.members("""
                        @Differentiable
                        static double f(double x, @Constant double[][] table) {
                            double[][] m = new double[1][];
                            «link(m, table);
                            m[0][0] = x;
                            return table[0][0];
                        }
                        static void link(double[][] to, double[][] from) {
                            to[0] = from[0];
                        }
                        """).with("ConstantReceivesActiveValue", "table");
    }

    @Test
    void constantRowsThatAreOnlyRead() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[][] table, double[] y) {
                            double[][] m = {y, {x}};
                            System.arraycopy(table, 0, m, 1, 1);
                            double[][] c = table.clone();
                            return m[1][0] * x + c[0][1] * m[0][0];
                        }
                        """, "f").at(0.7, new double[][] {{2, 3}}, new double[] {5});
    }

    @Test
    void oneRowForAll() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double s) {
                            double[][] m = new double[3][];
                            java.util.Arrays.fill(m, x);
                            m[0][0] *= s;
                            java.util.Arrays.fill(m, 1, 3, new double[] {s, 2});
                            m[2][0] *= s;
                            return m[0][0] * m[1][0] + x[0];
                        }
                        """, "f").at(new double[] {0.7, 1.3}, 1.5);
    }

    /** The tangent was computed from the array that had been filled already. */
    @Test
    void fillingAnArrayWithWhatIsComputedFromIt() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double[][] m) {
                            java.util.Arrays.fill(x, 1, 3, Math.sin(x[1]) * x[2]);
                            java.util.Arrays.fill(m[(int) m[1][0]], (int) m[1][1], 2, m[1][0] * m[1][1]);
                            java.util.Arrays.fill(m[(int) m[1][0]], 1, 2, m[0][1]);
                            return x[0] * x[1] * x[2] + m[1][0] * m[1][1];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, new double[][] {{0.5, 1.5}, {1.25, 0.75}});
    }

    @Test
    void floatsAndIntegers() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float[] x, float[][] m, int[] n) {
                            float[] y = java.util.Arrays.copyOf(x, 3);
                            java.util.Arrays.fill(y, 1, 2, x[0]);
                            int[] sorted = n.clone();
                            java.util.Arrays.sort(sorted);
                            float[][] c = m.clone();
                            c[0][0] *= y[1];
                            System.arraycopy(x, 0, y, 1, 2);
                            return y[sorted[0]] * m[0][0] + y[2] * java.util.Arrays.stream(n).sum();
                        }
                        """.replace("java.util.Arrays.stream(n).sum()", "n.length"), "f")
                .inSinglePrecision()
                .at(new float[] {0.7f, 1.3f}, new float[][] {{2}}, new int[] {2, 1});
    }

    @Test
    void sortingMovesTangents() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double s) {
                            double[] y = x.clone();
                            y[0] *= s;
                            java.util.Arrays.sort(y);
                            java.util.Arrays.sort(x, 1, 3);
                            double sum = 0;
                            for (int i = 0; i < y.length; i++) {
                                sum += (i + 1) * y[i] * x[i];
                            }
                            return sum;
                        }
                        """, "f")
                .at(new double[] {3, 2.5, 1.5, 0.25}, 1.5)
                .at(new double[] {-3, 2.5, -0.0, 7}, 0.5)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {2, 1}, 1.5);
    }

    @Test
    void theMedianOfAnEvenNumber() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double... x) {
                            double[] sorted = java.util.Arrays.copyOf(x, x.length);
                            java.util.Arrays.sort(sorted);
                            int half = sorted.length / 2;
                            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
                        }
                        """, "f")
                .at((Object) new double[] {3, 1, 2, 7})
                .at((Object) new double[] {3, 1, 2})
                .tangentIs(2, new Object[] {new double[] {1, 1, 1}}, new double[] {1, 2, 3});
    }

    @Test
    void sortingOfConstantsIsLeftAlone() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[] c, float[] single) {
                            java.util.Arrays.sort(c);
                            java.util.Arrays.sort(single);
                            return x * c[0] * single[1];
                        }
                        """, "f").inSinglePrecision().at(0.7, new double[] {3, 2}, new float[] {5, 4});
    }

    @Test
    void aGradientLeavesConstantsUnsorted() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, @Constant double[] c) {
                    double first = c[0];
                    java.util.Arrays.sort(c);
                    return x * first;
                }
                """);
        double[] constant = {3, 2};
        Object gradient = compiled.call("demo.DemoGradient", "f", 2.0, constant);
        org.assertj.core.api.Assertions.assertThat(gradient).extracting("x").isEqualTo(3.0);
        org.assertj.core.api.Assertions.assertThat(constant).containsExactly(3, 2);
    }

    @Test
    void whatOnlyReads() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double[] y, double[][] m) {
                            if (java.util.Arrays.equals(x, y) || java.util.Arrays.deepEquals(m, new double[0][])) {
                                throw new IllegalStateException(java.util.Arrays.toString(x) + java.util.Arrays.deepToString(m));
                            }
                            int found = java.util.Arrays.binarySearch(x, y[0]);
                            int hash = java.util.Arrays.hashCode(x) & 0;
                            return x[hash] * y[1] + (found < 0 ? m[0][0] : 1);
                        }
                        """, "f")
                .at(new double[] {0.7, 1.3}, new double[] {2, 3}, new double[][] {{4}})
                .fails(IllegalStateException.class, new double[] {2, 3}, new double[] {2, 3}, new double[][] {{4}});
    }

    @Test
    void streamsAreRefused() {
        Refused.members("""
                        @Differentiable
                        static double f(double[] x) {
                            var stream = java.util.Arrays«.stream(x);
                            return x[0];
                        }
                        """).with("NoTangent", "Arrays.stream");
    }

    /** Regression: the integer went into the shadow as well. */
    @Test
    void fillingInAnInteger() {
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double x, double[] a, int n) {
                            java.util.Arrays.fill(a, 0, 2, 2);
                            java.util.Arrays.fill(a, 2, 3, n);
                            float[] b = {(float) x, (float) x};
                            java.util.Arrays.fill(b, 1);
                            a[3] *= x * b[0];
                            return new double[] {a[0] * x, a[2] * x, a[3]};
                        }
                        """, "f").at(1.5, new double[] {1, 2, 3, 4}, 3).at(-0.5, new double[] {1, 2, 3, 4}, 2);
    }
}
