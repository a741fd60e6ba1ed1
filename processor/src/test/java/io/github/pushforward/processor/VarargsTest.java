package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Methods of variable arity, declared and called (JLS 15.12.2.4, 15.12.4.2). */
class VarargsTest {
    private static final String SUM = """
            static double sum(double... xs) {
                double sum = 0;
                for (int i = 0; i < xs.length; i++) {
                    sum += (i + 1) * xs[i];
                }
                return sum;
            }
            """;

    @Test
    void activeArgumentsAreGatheredWithTheirTangents() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, int n) {
                            return sum(x, y * x, 3) * sum(x) + sum() + sum(n, x) + sum(x * x, n, 2.5f);
                        }
                        """ + SUM, "f").at(0.7, 1.3, 4).at(-2.0, 0.5, -1);
    }

    @Test
    void anArrayIsPassedAsItIs() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, double s) {
                            scale(s, x);
                            scale(s, x[0], x[1]);
                            return sum(x) + sum(new double[] {x[0], s});
                        }
                        private static void scale(double by, double... xs) {
                            for (int i = 0; i < xs.length; i++) {
                                xs[i] *= by;
                            }
                        }
                        """ + SUM, "f").at(new double[] {0.7, 1.3}, 1.5);
    }

    @Test
    void declaredOnADifferentiableMethod() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double scale, double... xs) {
                            double product = scale;
                            for (double x : xs) {
                                product *= x;
                            }
                            return product;
                        }
                        """, "f").at(1.5, new double[] {0.7, 1.3, 2}).at(1.5, new double[0]);
    }

    @Test
    void annotatedAndCalled() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x, double y) {
                    return g(2, x, y) + g(x);
                }
                @Differentiable
                static double g(double scale, double... xs) {
                    double product = scale;
                    for (double x : xs) {
                        product *= x;
                    }
                    return product;
                }
                """);
        Differentiated.method(compiled, "f", true, true).at(0.7, 1.3);
    }

    @Test
    void rowsOfAMatrix() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b) {
                            return first(a, b) + first(a);
                        }
                        static double first(double[]... rows) {
                            double sum = 0;
                            for (double[] row : rows) {
                                sum += row[0] * row[1];
                            }
                            rows[0][0] *= 2;
                            return sum;
                        }
                        """, "f").at(new double[] {0.7, 1.3}, new double[] {2, 3});
    }

    @Test
    void floatsAndWidening() {
        Differentiated.of("""
                        @Differentiable
                        static float f(float x, double y) {
                            return (float) sum(x, y, 1) + largest(x, 0.1f);
                        }
                        static float largest(float... xs) {
                            float largest = xs[0];
                            for (float x : xs) {
                                largest = Math.max(largest, x);
                            }
                            return largest;
                        }
                        """ + SUM, "f").inSinglePrecision().at(0.7f, 1.3);
    }

    @Test
    void inactiveCallsReadAsTheyWereWritten() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, @Constant double c) {
                            if (x > 100) {
                                throw new IllegalArgumentException(String.format("%s of %s is %.3f, %s", "x", n, x, c));
                            }
                            String text = String.format("nothing") + String.format("%d", n);
                            return x * text.length() * count(n, n, 2) * sum(c, n);
                        }
                        static int count(int... ns) {
                            return ns.length;
                        }
                        """.replace("text.length()", "count()") + SUM, "f")
                .at(0.7, 3, 2.5)
                .fails(IllegalArgumentException.class, 101.0, 3, 2.5);
    }

    @Test
    void argumentsAreEvaluatedInOrder() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, int i) {
                            return sum(x[i++], x[i++] *= 2, x[--i], i, x[0] = x[1] * x[2], x[0]);
                        }
                        """ + SUM, "f")
                .at(new double[] {0.7, 1.3, 2}, 0)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {0.7, 1.3, 2}, 2);
    }

    @Test
    void theGradientTakesAnArray() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double... xs) {
                    return xs[0] * xs[1];
                }
                """);
        Object gradient = compiled.call("demo.DemoGradient", "f", (Object) new double[] {2, 3});
        assertThat(gradient).hasToString(gradient.toString()).extracting("xs").isEqualTo(new double[] {3, 2});
    }
}
