package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Whatever happens to a reference happens to its shadow. */
class AliasingTest {
    /** What is put into a new array under the name of a parameter does not get into the caller's. */
    @Test
    void aParameterThatIsAssignedAnotherArray() {
        Differentiated.of("""
                static double[] scaled(double[] x, double k) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < y.length; i++) {
                        y[i] = k * x[i];
                    }
                    return y;
                }
                static double[] twice(double[] x, double k) {
                    x = scaled(x, k);
                    x = scaled(x, k);
                    return x;
                }
                @Differentiable
                static double f(double k, @Constant double[] points) {
                    return twice(points, k)[1] * points[0];
                }
                """, "f").at(0.5, new double[] {2, 3});
    }

    @Test
    void writeThroughASecondName() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double[] b = a;
                            b[0] = x * a[1];
                            a[1] = b[0] * b[1];
                            return a[0] * b[1];
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void rowOfAMatrix() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double x) {
                            double sum = 0;
                            for (int i = 0; i < m.length; i++) {
                                double[] row = m[i];
                                for (int j = 0; j < row.length; j++) {
                                    row[j] *= x;
                                    sum += m[i][j] * m[0][0];
                                }
                            }
                            return sum;
                        }
                        """, "f").at(new double[][] {{1, 2}, {}, {-3}}, 0.7);
    }

    @Test
    void swappedRows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m) {
                            double[] row = m[0];
                            m[0] = m[1];
                            m[1] = row;
                            row[0] = m[0][1] * m[1][1];
                            m[0][0] -= row[1] / m[1][0];
                            return m[0][0] * m[1][0];
                        }
                        """, "f").at((Object) new double[][] {{1.5, -2}, {0.25, 3}});
    }

    @Test
    void oneRowTwice() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x) {
                            double[][] m = {x, new double[2], x};
                            m[0][0] *= x[1];
                            m[1] = m[2];
                            m[1][1] += m[0][0];
                            return x[0] * m[2][1];
                        }
                        """, "f").at(new double[] {1.5, -2});
    }

    @Test
    void localArrayUnderTwoNames() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double[] t = new double[3];
                            double[] u = t;
                            u[0] = x * x;
                            double[] v = u;
                            t[1] = v[0] * x;
                            v[2] = Math.sin(t[1]);
                            return u[2] + t[0];
                        }
                        """, "f").at(0.7);
    }

    @Test
    void nameGivenBeforeAnythingActiveIsWritten() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double[] first = {1, 2, 3};
                            double[] second = {4, 5, 6};
                            double[] chosen = n > 0 ? first : second;
                            double[] other;
                            if (n > 1) {
                                other = first;
                            } else {
                                other = second;
                            }
                            chosen[0] = x;
                            other[0] *= x;
                            return first[0] * x + second[0] * second[1];
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }

    @Test
    void reassignedInALoop() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, int n) {
                            for (int i = 0; i < n; i++) {
                                double[] swap = a;
                                a = b;
                                b = swap;
                                a[0] += b[1] * b[0];
                            }
                            return a[0] - 2 * b[0];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 3)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 4);
    }

    @Test
    void doubleBuffering() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] start, double rate, int steps) {
                            double[] now = start;
                            double[] next = new double[start.length];
                            for (int s = 0; s < steps; s++) {
                                for (int i = 0; i < now.length; i++) {
                                    double left = i == 0 ? 0 : now[i - 1];
                                    double right = i == now.length - 1 ? 0 : now[i + 1];
                                    next[i] = now[i] + rate * (left - 2 * now[i] + right);
                                }
                                double[] swap = now;
                                now = next;
                                next = swap;
                            }
                            return now[1] * now[1] + next[0];
                        }
                        """, "f").at(new double[] {1, 2, 4}, 0.2, 3).at(new double[] {1, 2, 4}, 0.2, 4);
    }

    @Test
    void freshArrayInEveryRun() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double[] last = {x};
                            for (int i = 0; i < n; i++) {
                                double[] fresh = new double[last.length + 1];
                                for (int j = 0; j < last.length; j++) {
                                    fresh[j] += last[j] * x;
                                    fresh[j + 1] += last[j];
                                }
                                last = fresh;
                            }
                            return last[0] + last[n / 2] * last[n];
                        }
                        """, "f").at(0.7, 4);
    }

    @Test
    void oneArrayForTwoParameters() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            add(a, a, x);
                            return a[0] * dot(a, a);
                        }
                        static void add(double[] to, double[] from, double x) {
                            for (int i = 0; i < to.length; i++) {
                                to[i] += from[to.length - 1 - i] * x;
                            }
                        }
                        static double dot(double[] a, double[] b) {
                            double sum = 0;
                            for (int i = 0; i < a.length; i++) {
                                sum += a[i] * b[i];
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7);
    }

    @Test
    void helperThatGivesBackItsArgument() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, int n) {
                            double[] c = pick(a, b, n);
                            c[0] = a[1] * b[1];
                            scaled(scaled(b, c[0]), a[0])[1] += 1;
                            return a[0] * b[0] + b[1];
                        }
                        static double[] pick(double[] a, double[] b, int n) {
                            return n == 0 ? a : b;
                        }
                        static double[] scaled(double[] a, double x) {
                            for (int i = 0; i < a.length; i++) {
                                a[i] *= x;
                            }
                            return a;
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 1);
    }

    @Test
    void helperThatGivesBackALocalArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double[] t = new double[2];
                            double[] u = same(t);
                            u[0] = x * x;
                            t[1] = u[0] * 3;
                            return same(same(u))[1] + t[0];
                        }
                        static double[] same(double[] a) {
                            return a;
                        }
                        """, "f").at(0.7).tangentIs(8 * 0.7, new Object[] {0.7}, 1.0);
    }

    @Test
    void resultOfAHelperReadWhileItsArrayIsWritten() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, int n) {
                            a[0] *= Math.cos(pick(a, b, n)[0]);
                            b[1] = b[0] * pick(b, a, n)[1] * pick(a, b, n)[0];
                            pick(a, b, n)[1] *= Math.sin(a[0]);
                            return a[0] * b[1];
                        }
                        private static double[] pick(double[] a, double[] b, int n) {
                            return n == 0 ? a : b;
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 1);
    }

    @Test
    void helperThatPutsOneArrayIntoAnother() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double[][] rows = new double[2][];
                            put(rows, 0, a);
                            put(rows, 1, new double[] {x, 1});
                            rows[0][1] = x * rows[1][0];
                            a[0] -= rows[1][1] * rows[0][1];
                            return a[0] * a[1];
                        }
                        static void put(double[][] rows, int i, double[] row) {
                            rows[i] = row;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void rowHeldWhileItsPlaceIsTaken() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double x) {
                            double[] held = m[0];
                            m[0] = new double[] {x, x * x};
                            held[0] *= x;
                            m[0][1] += held[0];
                            return held[0] - m[0][1];
                        }
                        """, "f").at(new double[][] {{1.5, -2}}, 0.7);
    }

    @Test
    void constantRowAmongActiveOnes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double[] data) {
                            double[][] rows = {new double[] {x, x * x}, data};
                            double[] row = rows[0];
                            double sum = 0;
                            for (int i = 0; i < 2; i++) {
                                sum += row[i] * rows[1][i] * x;
                                row = rows[1];
                            }
                            return sum;
                        }
                        """, "f").at(0.7, new double[] {1.5, -2});
    }

    @Test
    void choiceBetweenActiveAndConstantArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, @Constant double[] data, int n) {
                            double[] read = n > 0 ? a : data;
                            double sum = 0;
                            for (int i = 0; i < read.length; i++) {
                                sum += read[i] * a[0];
                                read = i == 0 ? data : a;
                            }
                            return sum * read[0];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 1);
    }

    @Test
    void parameterReassignedToALocalArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double[] given = a;
                            a = new double[] {x, x * given[0]};
                            a[0] *= a[1];
                            given[1] = a[0];
                            return a[0] + given[0];
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void comparisonOfReferences() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double[] b = x > 0 ? a : new double[] {x, x};
                            if (a == b) {
                                b[0] *= x;
                            }
                            return a != b ? b[0] * a[0] : a[0];
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7).at(new double[] {1.5, -2}, -0.7);
    }

    @Test
    void deeperArrays() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][][] cube, double x) {
                            double[][] plane = cube[1];
                            double[] line = plane[0];
                            cube[0][1] = line;
                            line[0] = x * cube[0][0][0];
                            cube[0][1][1] += line[0] * plane[0][0];
                            plane[0] = cube[0][0];
                            return cube[1][0][0] * line[1];
                        }
                        """, "f").at(new double[][][] {{{1, 2}, {3, 4}}, {{5, 6}}}, 0.7);
    }
}
