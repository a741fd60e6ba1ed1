package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Branches: only what the original evaluates is evaluated, in values and in tangents. */
class ConditionalsTest {

    @Test
    void ifAndElse() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            double z;
                            if (x > y) {
                                z = x * y;
                            } else if (x > 0) {
                                z = x / y;
                                x = z * 2;
                            } else {
                                z = 5;
                            }
                            if (z > 1) z += x;
                            return z * x;
                        }
                        """, "f").at(2.3, 1.1).at(0.7, 1.1).at(-0.7, 1.1);
    }

    @Test
    void nestedChoices() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, int n) {
                            double z = n == 0 ? x : n == 1 ? y : n == 2 ? x * y : 4;
                            z += (n > 0 ? n > 1 ? x : 1 : y) * (x > 0 ? (y > 0 ? 2 : x) : -y);
                            return n % 2 == 0 ? z : -z * (n > 2 ? x : y);
                        }
                        """, "f")
                .at(0.7, 1.1, 0)
                .at(0.7, -1.1, 1)
                .at(-0.7, 1.1, 2)
                .at(0.7, 1.1, 3);
    }

    @Test
    void oneSideWithoutDerivative() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            double y = x > 1 ? c : x;
                            double z = x > 0 ? x * x : 1;
                            double w = c > 0 ? 3 : (int) x;
                            return y * z + w * x;
                        }
                        """, "f").at(0.7, 2.0).at(1.7, 2.0).at(-2.3, -2.0);
    }

    @Test
    void bothSidesConstant() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double step = x > 0 ? 1 : -1;
                            double slope = x > 2 ? 0.5 : 3;
                            return slope * x + step;
                        }
                        """, "f").at(0.7).at(-0.7).at(2.7).tangentIs(0.5, new Object[] {2.7}, 1.0);
    }

    @Test
    void expOnOneSide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = x > 0 ? Math.exp(-x) : x;
                            double z = x > 0 ? 1 / (1 + y) : Math.exp(x) / (1 + Math.exp(x));
                            return x < 5 ? Math.sqrt(x * x + y) * z : 0;
                        }
                        """, "f").at(0.7).at(-1.7).at(5.5);
    }

    @Test
    void callOnOneSide() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x, int n) {
                            double y = n > 0 ? put(a, x) : a[0];
                            y *= n > 1 ? 2 : put(a, y);
                            return a[1] * (n > 0 ? g(x) : n < 0 ? g(put(a, x)) : x) + y;
                        }
                        static double put(double[] a, double x) {
                            a[1] += x * a[0];
                            return x * x;
                        }
                        static double g(double x) {
                            return x / 3;
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, 0.7, 2)
                .at(new double[] {1.5, -2}, 0.7, 1)
                .at(new double[] {1.5, -2}, 0.7, 0)
                .at(new double[] {1.5, -2}, 0.7, -1);
    }

    @Test
    void onlyTheChosenSideRuns() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, int i, int n) {
                            double y = i < a.length ? a[i] : 0;
                            y += n == 0 ? y : y / (6 / n);
                            double z = i >= 0 && a[i == a.length ? 0 : i] > 1 / (n == 0 ? 1 : n) ? a[0] : y;
                            return y * z;
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, 0, 0)
                .at(new double[] {1.5, -2}, 1, 2)
                .at(new double[] {1.5, -2}, 2, 3);
    }

    @Test
    void lazyOperatorsWithSideEffects() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, int n) {
                            int i = 0;
                            if ((x *= 2) > 1 && (y = x * y) > 0 || ++i > 0 && (x += y) < 3) {
                                x -= y;
                            }
                            boolean flag = i++ < n && (y *= x) > 0;
                            flag = flag || (x = x * y) > 0;
                            flag |= (y += x) > 0;
                            flag = flag & (x += 1) > 0;
                            return flag ? x * i : y * i;
                        }
                        """, "f")
                .at(0.7, 1.1, 0)
                .at(0.7, -1.1, 1)
                .at(-0.7, 1.1, 1)
                .at(-0.7, -1.1, 2)
                .at(3.7, -1.1, 2);
    }

    @Test
    void lazyOperatorsWithCallsThatWrite() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double x) {
                            boolean flag = grows(a, x) && grows(a, a[0]) || !grows(a, -x);
                            while (grows(a, x) && a[0] < 10) {
                                a[1] += a[0];
                            }
                            return flag ? a[0] : a[1] * x;
                        }
                        static boolean grows(double[] a, double x) {
                            a[0] += x * x;
                            return a[0] > x;
                        }
                        """, "f").at(new double[] {1.5, -2}, 1.7).at(new double[] {-9, 2}, 0.7);
    }

    @Test
    void booleanLocals() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, boolean flag) {
                            boolean large = x > y;
                            boolean both = large && flag;
                            boolean different = large != flag ^ both;
                            if (!large | both & flag == true) {
                                x = both ? y * x : x;
                            }
                            return different ? x * y : x + y;
                        }
                        """, "f")
                .at(0.7, 1.1, true)
                .at(0.7, 1.1, false)
                .at(1.7, 1.1, true)
                .at(1.7, 1.1, false);
    }

    @Test
    void choiceOfMixedTypes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, char c) {
                            double y = n > 0 ? n : x;
                            y += n > 1 ? 1 / 2 : x / 2;
                            y *= n > 2 ? c : 'b' + x;
                            long m = n > 0 ? n : 1L << 40;
                            int k = n > 0 ? 'x' : c;
                            return y * m + k * x;
                        }
                        """, "f")
                .at(0.7, 0, 'a')
                .at(0.7, 1, 'a')
                .at(0.7, 2, 'a')
                .at(0.7, 3, 'a');
    }

    @Test
    void choiceThatIsAnOperand() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            double z = (x > y ? x : y) * (x > y ? y : x);
                            z = Math.pow(x > 1 ? x : 2, y > 1 ? 3 : y) - (x > 1 ? Math.log(x) : x) / (y > 1 ? y : 1 + y * y);
                            return Math.max(x > 1 ? z : x, -(y > 1 ? z : y)) + z;
                        }
                        """, "f").at(0.7, 1.1).at(1.7, 1.1).at(1.7, 0.6).at(0.7, 0.6);
    }

    @Test
    void choiceAsIndexAndArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, double x) {
                            (x > 0 ? a : b)[x > 1 ? 1 : 0] = x * a[b[0] > 0 ? 0 : 1];
                            a[x > 1 ? 0 : 1] *= (x > 1 ? b : a)[1];
                            return a[0] * b[0] + (x > 0 ? a : b)[1];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0.7)
                .at(new double[] {1.5, -2}, new double[] {-0.25, 3}, 1.7)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, -0.7);
    }

    @Test
    void tiesTakeTheBranchOfTheOriginal() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            return x > 0 ? 2 * x : 3 * x;
                        }
                        """, "f")
                .tangentIs(3, new Object[] {0.0}, 1.0)
                .tangentIs(3, new Object[] {-0.0}, 1.0)
                .tangentIs(2, new Object[] {Double.MIN_VALUE}, 1.0);
    }

    @Test
    void kinksTakeTheMean() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y) {
                            return Math.abs(x) + 4 * Math.max(x, y) - Math.min(3 * x, y * 1);
                        }
                        """, "f").at(0.7, 0.2).tangentIs(4 * 1.5 - 2.5, new Object[] {0.0, 0.0}, 1.0, 2.0);
    }

    @Test
    void deadBranches() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = true ? x : Math.exp(x);
                            if (false) {
                                y = x * 100;
                            }
                            return 1 > 2 ? 0 : y * x;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void definiteAssignmentThroughBranches() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            final double y;
                            double z;
                            if (n > 0 && (z = x * n) > 1) {
                                y = z;
                            } else {
                                y = -x;
                            }
                            double w;
                            boolean large = (w = y * y) > 1;
                            return large ? w : x;
                        }
                        """, "f").at(0.7, 0).at(0.7, 1).at(0.7, 2);
    }
}
