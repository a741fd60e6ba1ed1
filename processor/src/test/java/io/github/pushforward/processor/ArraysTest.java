package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.DualOf;
import org.junit.jupiter.api.Test;

/** Arrays of every shape, made, read, written and returned. */
class ArraysTest {

    @Test
    void matrixTimesVector() {
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double[][] m, double[] x) {
                            double[] y = new double[m.length];
                            for (int i = 0; i < m.length; i++) {
                                for (int j = 0; j < x.length; j++) {
                                    y[i] += m[i][j] * x[j];
                                }
                            }
                            return y;
                        }
                        """, "f")
                .at(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {0.7, -1.1})
                .at(new double[][] {}, new double[] {0.7});
    }

    @Test
    void matrixTimesMatrix() {
        Differentiated.of("""
                        @Differentiable
                        static double[][] f(double[][] a, double[][] b) {
                            double[][] c = new double[a.length][b[0].length];
                            for (int i = 0; i < a.length; i++) {
                                for (int k = 0; k < b.length; k++) {
                                    for (int j = 0; j < b[k].length; j++) {
                                        c[i][j] += a[i][k] * b[k][j];
                                    }
                                }
                            }
                            return c;
                        }
                        """, "f").at(new double[][] {{1, 2}, {3, 4}}, new double[][] {{0.5, -1, 2}, {3, 0, 1}});
    }

    @Test
    void jaggedRows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m) {
                            double[][] sums = new double[m.length][];
                            for (int i = 0; i < m.length; i++) {
                                sums[i] = new double[m[i].length];
                                for (int j = 0; j < m[i].length; j++) {
                                    sums[i][j] = m[i][j] * (j == 0 ? 1 : sums[i][j - 1]);
                                }
                            }
                            double product = 1;
                            for (int i = 0; i < sums.length; i++) {
                                product *= sums[i].length == 0 ? 2 : sums[i][sums[i].length - 1];
                            }
                            return product;
                        }
                        """, "f").at((Object) new double[][] {{1, 2, 3}, {}, {-4}});
    }

    @Test
    void threeDimensions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][][] cube, double x) {
                            double[][][] copy = new double[cube.length][2][];
                            for (int i = 0; i < cube.length; i++) {
                                copy[i][0] = cube[i][1];
                                copy[i][1] = new double[] {x, cube[i][0][0]};
                            }
                            copy[0][1][1] *= x;
                            double[][][] fixed = new double[2][2][2];
                            fixed[1][0][1] = copy[0][1][1] * copy[1][0][0];
                            return fixed[1][0][1] * cube[1][1][0] + fixed[0][0][0];
                        }
                        """, "f").at(new double[][][] {{{1, 2}, {3}}, {{4}, {5, 6}}}, 0.7);
    }

    @Test
    void initializers() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, @Constant double c) {
                            double[] a = {x, y * y, c, 1};
                            double[] b = new double[] {a[0] * x, 2};
                            double[][] m = {{x}, {y, c}, {}, b, new double[2]};
                            double[] constants = {1, 2, 3};
                            double[][] table = {{1, 2}, {3, c}};
                            m[4][1] = m[1][0] * constants[2];
                            return a[1] * m[3][0] + m[4][1] * m[0][0] + m.length * m[1][1] * table[1][1] + a[2] * a[3] + b[1];
                        }
                        """, "f").at(0.7, 1.1, 2.5);
    }

    @Test
    void lengths() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[][] m, int[] n) {
                            double[] t = new double[a.length + m.length * n.length];
                            t[t.length - 1] = a[a.length - 1] / a.length;
                            return t[t.length - 1] * m[m.length - 1].length + m[0][m[0].length - 1];
                        }
                        """, "f").at(new double[] {1.5, -2}, new double[][] {{1, 2}, {3}}, new int[] {4, 5});
    }

    @Test
    void localScratchArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double h) {
                            double[] k1 = new double[x.length];
                            double[] k2 = new double[x.length];
                            double[] moved = new double[x.length];
                            slope(x, k1);
                            for (int i = 0; i < x.length; i++) {
                                moved[i] = x[i] + h * k1[i];
                            }
                            slope(moved, k2);
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += x[i] + h / 2 * (k1[i] + k2[i]);
                            }
                            return sum;
                        }
                        private static void slope(double[] x, double[] dx) {
                            dx[0] = x[0] * (1 - x[1]);
                            dx[1] = x[1] * (x[0] - 1);
                        }
                        """, "f").at(new double[] {1.5, 0.5}, 0.2);
    }

    @Test
    void activeAndInactiveArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] w, @Constant double[][] data, int[] labels, boolean[] used, long[] weights) {
                            double[] mean = new double[w.length];
                            int[] count = new int[3];
                            double[] loss = new double[3];
                            for (int i = 0; i < data.length; i++) {
                                if (!used[i]) {
                                    continue;
                                }
                                double z = 0;
                                for (int j = 0; j < w.length; j++) {
                                    mean[j] += data[i][j] / data.length;
                                    z += w[j] * (data[i][j] - mean[j]);
                                }
                                count[labels[i]]++;
                                loss[labels[i]] += z * z * weights[i];
                            }
                            return loss[0] * count[0] + loss[1] / count[1] + loss[2];
                        }
                        """, "f")
                .at(
                        new double[] {0.7, -1.1},
                        new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}},
                        new int[] {0, 1, 1, 2},
                        new boolean[] {true, true, true, false},
                        new long[] {1, 2, 3, 4});
    }

    @Test
    void activeValuesAsIndices() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] table, double x) {
                            int i = (int) x;
                            double t = x - i;
                            return table[i] * (1 - t) + table[i + 1] * t;
                        }
                        """, "f").at(new double[] {1, 4, 9, 16}, 1.7);
    }

    @Test
    void overwrittenElementForgetsItsTangent() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, @Constant double[] data) {
                            a[0] = 3;
                            a[1] = data[0];
                            double[] t = {x, x};
                            t[0] = 1;
                            t[1] *= 0;
                            a[2] = a[0] = x;
                            a[0] = a[1];
                            return a[0] + a[1] * a[2] + t[0] + t[1];
                        }
                        """, "f").at(new double[] {1.5, -2, 4}, 0.7, new double[] {2.5});
    }

    @Test
    void arrayOfAnArgument() {
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double[] a, double x) {
                            if (x > 1) {
                                return new double[] {x, 1, a[0]};
                            }
                            if (x > 0) {
                                a[1] = x;
                                return a;
                            }
                            return new double[2];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, 1.7)
                .at(new double[] {1.5, -2}, 0.7)
                .at(new double[] {1.5, -2}, -0.7);
    }

    @Test
    void resultOfAHelperIsReturned() {
        Differentiated.of("""
                        @Differentiable
                        static double[] f(double[] a, double x) {
                            double[] b = map(a, x);
                            return b[0] > 0 ? map(b, x) : map(a, 2);
                        }
                        private static double[] map(double[] a, double x) {
                            double[] b = new double[a.length];
                            for (int i = 0; i < a.length; i++) {
                                b[i] = Math.sin(a[i] * x);
                            }
                            return b;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7).at(new double[] {1.5, -2}, -0.7);
    }

    @Test
    void constantArrayReturned() {
        Compiled compiled = Compiled.members("""
                        @Differentiable
                        static double[] f(double x, int n) {
                            return new double[] {n, 2};
                        }
                        """);
        DualOf<?, ?> dual = (DualOf<?, ?>) compiled.call("demo.DemoTangent", "f", 0.7, 3, 1.0);
        assertThat(dual.value()).isEqualTo(new double[] {3, 2});
        assertThat(dual.tangent()).isEqualTo(new double[] {0, 0});
    }

    @Test
    void returnedArgumentIsTheArgument() {
        Compiled compiled = Compiled.members("""
                        @Differentiable
                        static double[] f(double[] a) {
                            a[0] *= 2;
                            return a;
                        }
                        """);
        double[] a = {1.5};
        double[] tangent = {1};
        DualOf<?, ?> dual = (DualOf<?, ?>) compiled.call("demo.DemoTangent", "f", a, tangent);
        assertThat(dual.value()).isSameAs(a);
        assertThat(dual.tangent()).isSameAs(tangent);
        assertThat(tangent).containsExactly(2);
    }

    @Test
    void declarationsInCStyle() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double b[] = {x, a[0]}, c = b[0] * b[1], d[][] = {a, b};
                            d[1][0] *= c;
                            return b[0] + d[0][1];
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void inferredTypes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double x) {
                            var row = m[0];
                            var product = row[0] * x;
                            var n = m.length;
                            var t = new double[n][2];
                            t[n - 1][1] = product;
                            for (var i = 0; i < n; i++) {
                                var half = i / 2;
                                row[half] += t[n - 1][1];
                            }
                            return row[0] * product;
                        }
                        """, "f").at(new double[][] {{1.5, -2}, {3}}, 0.7);
    }

    @Test
    void elementOfAFreshArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int i) {
                            return new double[] {x, x * x, 3}[i] * (new double[][] {{x}, {2 * x, x}})[1][i] + new double[3].length;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1);
    }
}
