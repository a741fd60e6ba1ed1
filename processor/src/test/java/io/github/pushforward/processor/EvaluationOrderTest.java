package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Side effects inside expressions happen in the order of the Java Language Specification (15.7), tangents with them. */
class EvaluationOrderTest {

    @Test
    void stepsInsideIndices() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int i = 0;
                            a[i++] += x;
                            a[i++] *= x * i;
                            a[i] -= a[i - 1] * i;
                            return a[0] * a[1] + i + a[2];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7);
    }

    @Test
    void stepsOnBothSidesOfAnAssignment() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, double x) {
                            int i = 0;
                            a[i++] = a[i++] * x;
                            a[i++] = a[i] * a[i - 2] + i;
                            a[--i] += a[--i] * a[i++];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25, 3}, 0.7);
    }

    @Test
    void indexAssignedInside() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int i = 0;
                            a[i = 2] = i * x;
                            a[i] = (i = 1) * x * x;
                            a[i] += (i = 0) + x;
                            a[i] = a[i = i + 1] * i + a[i];
                            return a[0] * x + i;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7);
    }

    @Test
    void downwardLoopInsideAnIndex() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int i = a.length;
                            double sum = 0;
                            while (i > 0) {
                                sum = sum * x + a[--i];
                            }
                            return sum;
                        }
                        """, "f")
                .at(new double[] {1.5, -2, 0.25}, 0.7)
                .at(new double[] {}, 0.7)
                .tangentIs(
                        -2 + 2 * 0.25 * 0.7,
                        new Object[] {new double[] {1.5, -2, 0.25}, 0.7},
                        new double[] {0, 0, 0},
                        1.0);
    }

    @Test
    void chainsOfAssignments() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double y, z;
                            y = z = x * x;
                            a[0] = a[1] = y *= z + x;
                            double w = y = z -= a[0];
                            a[a.length - 1] += a[0] = w * x;
                            return y * z * w + a[1];
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7);
    }

    @Test
    void chainThroughAnInteger() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            int n;
                            double y = n = (int) (x = x * 3);
                            return y * x + n;
                        }
                        """, "f").at(0.7).at(-2.4).tangentIs(6, new Object[] {0.7}, 1.0);
    }

    @Test
    void variableReadBesideItsOwnUpdate() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = x + (x = x * x) + x;
                            y = (y = y * x) - y + x * (x = 3 * y) * x;
                            return y * x - (x = y) / x;
                        }
                        """, "f").at(0.7).at(-1.3);
    }

    @Test
    void compoundAssignmentReadsItsTargetFirst() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            x += x++;
                            x -= x = x * y;
                            x *= (x = y + x) + x--;
                            y /= (y = y * y) + ++y;
                            return x * y;
                        }
                        """, "f").at(0.7, 1.9).at(-1.3, 0.4);
    }

    @Test
    void compoundAssignmentReadsItsElementFirst() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            int i = 1;
                            a[i] += a[i--] = x * x;
                            a[i] *= (a[i] = x) + a[++i];
                            a[1] -= bump(a, x);
                            return a[0] + x * a[1];
                        }
                        static double bump(double[] a, double x) {
                            a[1] = Math.sin(x) * a[0];
                            return a[1] * x;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void stepsOfActiveVariables() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double[] a) {
                            double y = x++ * x + ++x * x--;
                            y *= a[0]++ + --a[1] * a[0];
                            return -x++ + y / x-- - a[1]--;
                        }
                        """, "f").at(0.7, new double[] {1.5, -2}).at(-3.5, new double[] {0, 1});
    }

    @Test
    void integerStepsInsideActiveExpressions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int i) {
                            i = i++ + ++i;
                            double y = i++ * x + i * Math.sin(x * i--) + ~i++;
                            i += i++ * 2;
                            return y * i;
                        }
                        """, "f").at(0.7, 2).at(0.7, -1);
    }

    @Test
    void declarationWithACompoundAssignment() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] u, double x) {
                            double max = x * x + 1;
                            double sum = 0;
                            for (int i = 0; i < u.length; i++) {
                                double d = u[i] /= max;
                                sum += d * d - u[i] * (max -= 0.1 * d);
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.5, -2, 0.25}, 0.7);
    }

    @Test
    void callsAroundAnAssignment() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            return g(x) + (x = 3) * h(x) + (x = Math.exp(x)) * g(x);
                        }
                        static double g(double x) {
                            return x * x;
                        }
                        static double h(double x) {
                            return Math.sin(x);
                        }
                        """, "f").at(0.7).tangentIs(1.4, new Object[] {0.7}, 1.0);
    }

    @Test
    void assignmentsAmongArguments() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            return g(x, x *= y, x++, y = x - 1) * x + Math.pow(x = Math.abs(x) + 1, y) * Math.hypot(x, x = y);
                        }
                        static double g(double a, double b, double c, double d) {
                            return a * b - c / (d * d + 1);
                        }
                        """, "f").at(0.7, 1.9).at(-1.3, 0.4);
    }

    @Test
    void callThatWritesBesideReadsOfTheArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            double left = push(a, x) - a[0];
                            double right = a[0] - push(a, x);
                            double both = a[0] * push(a, x) + a[0];
                            return left + 3 * right + x * both + g(a[0], push(a, left), a[0]);
                        }
                        static double push(double[] a, double x) {
                            a[0] = a[0] * x + a[1];
                            return x * x * a[1];
                        }
                        static double g(double u, double v, double w) {
                            return u * v + w;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void callThatWritesTheElementAssignedTo() {
        Differentiated.of("""
                        @Differentiable
                        static void f(double[] a, double x) {
                            a[0] = push(a, x) + a[0];
                            a[next(a, x)] = a[0] * x;
                            a[1] = a[next(a, x)] * a[1];
                        }
                        static double push(double[] a, double x) {
                            a[0] = a[0] * x + a[1];
                            return x * x * a[1];
                        }
                        static int next(double[] a, double x) {
                            a[0] *= x;
                            a[1] += 1;
                            return 1;
                        }
                        """, "f").at(new double[] {1.5, -2}, 0.7);
    }

    @Test
    void arrayIsChosenBeforeTheRightSide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, double x) {
                            double[] p = a;
                            p[0] = (p = b)[1] * x;
                            p[1] += (p = a)[0] + p[1];
                            return p[0] * (p = b)[0] * p[1];
                        }
                        """, "f").at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0.7);
    }

    @Test
    void indicesOfTwoDimensions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[][] m, double x) {
                            int i = 0;
                            m[i++][i++] += x;
                            m[i = 0][i + 1] *= m[i + 1][i++] + x * i;
                            m[i][i = 0] = m[i++][i] * (x = x + i);
                            return m[0][0] + m[0][1] * x + m[1][0] - m[1][1];
                        }
                        """, "f").at(new double[][] {{1, 2, 3}, {4, 5, 6}}, 0.7);
    }

    @Test
    void effectsInsideTheBranchesOfAChoice() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            double z = y + (x > 0 ? (y = x * y) : (x = -x)) * y + x;
                            return z * (y++ > 1 ? y-- : --y) - y;
                        }
                        """, "f").at(0.7, 1.9).at(-0.7, 1.9).at(0.7, 0.2);
    }

    @Test
    void effectsInLoopConditions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double sum = 0;
                            int i = 0;
                            while ((x *= 0.75) > 0.1 && i++ < n) {
                                sum += x * i;
                            }
                            for (double y = x; (y += x) < 2; sum *= x += 0.01) {
                                if ((sum -= y) < -5) {
                                    break;
                                }
                            }
                            return sum * x + i;
                        }
                        """, "f").at(0.9, 3).at(0.9, 30);
    }

    @Test
    void effectsUnderSignsAndCasts() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = -(x = x * x) + x;
                            y += -(-x++) - +(+x);
                            long n = (long) (x *= 2) + (long) x++;
                            return y * n - x;
                        }
                        """, "f").at(0.7).at(-1.2);
    }

    @Test
    void effectsInReturn() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int way) {
                            if (way == 0) {
                                return x++;
                            }
                            if (way == 1) {
                                return a[0] = x * x;
                            }
                            if (way == 2) {
                                return a[way - 1] *= x + a[--way];
                            }
                            return a[1]-- * a[1];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, 0.7, 0)
                .at(new double[] {1.5, -2}, 0.7, 1)
                .at(new double[] {1.5, -2}, 0.7, 2)
                .at(new double[] {1.5, -2}, 0.7, 3);
    }

    @Test
    void swapInOneExpression() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            x = y + 0 * (y = x);
                            double[] a = {x, y, x * y};
                            int i = 0;
                            a[i] = a[++i] + 0 * (a[i] = a[i - 1]);
                            return x * x * y + a[0] / a[1];
                        }
                        """, "f").at(0.7, 1.9);
    }

    @Test
    void initializerOfAnArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double[] a = {x, x *= x, x++, x, (x = 2)};
                            double[][] m = {{x, x += a[0]}, {x = a[1]}};
                            return a[0] + 2 * a[1] + 3 * a[2] + 4 * a[3] + a[4] * m[0][1] * m[1][0] - m[0][0];
                        }
                        """, "f").at(0.7);
    }
}
