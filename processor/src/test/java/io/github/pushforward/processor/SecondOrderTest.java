package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Twice;
import org.junit.jupiter.api.Test;

/** Second derivatives of straight code: polynomials, conditions, loops, arrays that are written. */
class SecondOrderTest {

    @Test
    void aPolynomial() {
        Twice f = Twice.of("""
                @Differentiable(order = 2)
                static double f(double x, double y) {
                    return 3 * x * x * y - 2 * y * y + x / y;
                }
                """, "f");

        f.at(1.5, -0.5).at(2.0, 3.0);
        assertThat(f.hessian(2.0, 4.0)).isDeepEqualTo(new double[][] {{24.0, 11.9375}, {11.9375, -3.9375}});
    }

    @Test
    void constantsAndIntegers() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double[] x, int n, @Constant double[] c) {
                            double sum = n;
                            for (int i = 0; i < x.length; i++) {
                                sum += c[i] * x[i] * x[n - 1 - i] * n;
                            }
                            return sum;
                        }
                        """, "f").at(new double[] {1.5, -0.5, 2}, 3, new double[] {4, 5, 6});
    }

    @Test
    void aLinearFunctionHasNone() {
        Twice f = Twice.of("""
                @Differentiable(order = 2)
                static double f(double x, double y) {
                    return 2 * x - y + 1;
                }
                """, "f");

        f.at(1.0, 2.0);
        assertThat(f.hessian(1.0, 2.0)).isDeepEqualTo(new double[2][2]);
    }

    @Test
    void loopsWithEveryJump() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, int n) {
                            double y = x;
                            outer:
                            for (int i = 0; i < n; i++) {
                                int j = 0;
                                while (true) {
                                    if (j++ > i) continue outer;
                                    if (y > 50) break outer;
                                    y = y * x + 1 / (1 + y * y);
                                }
                            }
                            do {
                                y *= 0.5;
                            } while (y > 2);
                            return y > 1 ? y * y : y * y * y;
                        }
                        """, "f").at(1.1, 3).at(0.4, 4);
    }

    @Test
    void conditionsAndSwitches() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, double y, int kind) {
                            double a = switch (kind) {
                                case 0 -> x * y;
                                case 1 -> { double t = x * x; yield t * t; }
                                default -> y > 0 ? x / y : 1;
                            };
                            if (x > 1 && y < 3) {
                                a = a * a;
                            }
                            return a * (x < y ? x : y);
                        }
                        """, "f").at(1.5, 2.5, 0).at(1.5, 2.5, 1).at(1.5, 2.5, 2).at(0.5, -2.5, 2);
    }

    @Test
    void assignmentsInsideExpressions() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, double y) {
                            double a = x, b;
                            b = a = a * y;
                            a += b++ * x;
                            b *= a -= y;
                            return (a = a * b) + a * x;
                        }
                        """, "f").at(1.5, 2.5);
    }

    @Test
    void writtenArrays() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double[][] m, double s) {
                            double[] first = m[0];
                            m[0] = m[1];
                            m[1] = first;
                            for (double[] row : m) {
                                for (int j = 0; j < row.length; j++) {
                                    row[j] *= row[j] * s;
                                }
                            }
                            double[] copy = m[0].clone();
                            java.util.Arrays.fill(m[0], 0, 1, s * s);
                            System.arraycopy(m[1], 0, copy, 1, 1);
                            return m[0][0] * copy[1] + m[0][1] * copy[0];
                        }
                        """, "f").at(new double[][] {{1, 2}, {3, 4}}, 1.5);
    }

    @Test
    void sortedArrays() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double[] x) {
                            double[] squares = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                squares[i] = x[i] * x[i];
                            }
                            java.util.Arrays.sort(squares);
                            java.util.Arrays.sort(x, 1, 3);
                            return squares[0] * squares[1] * x[0] + x[1] * x[1] * x[2];
                        }
                        """, "f").at(new Object[] {new double[] {3, -1, -2}});
    }

    @Test
    void exceptionsThatAreCaught() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double[] x, double s, int n) {
                            double sum = s;
                            try {
                                for (int i = 0; i < n; i++) {
                                    sum += x[i] * x[i] * s;
                                    x[i] = sum;
                                }
                            } catch (ArrayIndexOutOfBoundsException end) {
                                sum *= s;
                            } finally {
                                sum += sum * x[0];
                            }
                            synchronized (x) {
                                return sum * sum;
                            }
                        }
                        """, "f").at(new double[] {1.5, -0.5}, 0.75, 2).at(new double[] {1.5, -0.5}, 0.75, 3);
    }

    @Test
    void streamsBoxesAndText() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double[] x, double s) {
                            Double box = s * s;
                            String text = "at " + s;
                            double sum = java.util.stream.IntStream.range(0, x.length)
                                    .mapToDouble(i -> x[i] * x[i] * box)
                                    .filter(y -> y > 0.1)
                                    .sum();
                            return sum * box * text.charAt(0);
                        }
                        """, "f").at(new double[] {1.5, -0.5, 0.01}, 0.75);
    }

    @Test
    void singlePrecision() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static float f(float x, float[] y) {
                            float product = x * y[0];
                            product *= product;
                            return (float) Math.exp(product * 0.25) + x * y[1] * y[1];
                        }
                        """, "f").inSinglePrecision().at(0.5f, new float[] {1.25f, -2f});
    }
}
