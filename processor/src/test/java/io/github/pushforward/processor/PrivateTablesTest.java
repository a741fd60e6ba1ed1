package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Private static fields: the sibling has a copy of those that nobody writes to. */
class PrivateTablesTest {

    @Test
    void ofCoefficients() {
        Differentiated.of("""
                        private static final double[] C = {1, -0.5, 0.25, 1e-3};
                        private static final double SCALE = Math.sqrt(2 * Math.PI);
                        private static final int[] ORDER = new int[] {3, 1, 0, 2};
                        @Differentiable
                        static double f(double x) {
                            double y = 0;
                            for (int i = C.length - 1; i >= 0; i--) {
                                y = y * x + C[ORDER[i]];
                            }
                            for (double c : C) {
                                y += c * x;
                            }
                            return y * SCALE;
                        }
                        """, "f").at(0.7).at(-2.0);
    }

    @Test
    void ofRows() {
        Differentiated.of("""
                        private static final double[][] ROWS = {{1, 2}, {3}, {}};
                        private static final double[] ZEROS = new double[3];
                        private static final double FIRST = ROWS[0][1];
                        @Differentiable
                        static double f(double x) {
                            double y = FIRST + ZEROS[2];
                            for (double[] row : ROWS) {
                                for (int i = 0; i < row.length; i++) {
                                    y = y * x + row[i];
                                }
                            }
                            final double[] second = ROWS[1];
                            return y + second[0] * x + Demo.ROWS[0].length;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void passedToMethodsThatRead() {
        Differentiated.of("""
                        private static final double[] C = {1, -0.5, 0.25};
                        @Differentiable
                        static double f(double x) {
                            return horner(C, x, 0) + Other.last(C) * x;
                        }
                        private static double horner(double[] c, double x, int i) {
                            return i == c.length ? 0 : c[i] + x * horner(c, x, i + 1);
                        }
                        static class Other {
                            static double last(double[] values) {
                                return values[values.length - 1];
                            }
                        }
                        """, "f").at(0.7);
    }

    @Test
    void ofTwoClassesUnderOneName() {
        Differentiated.of("""
                        private static final double[] C = {1, 2};
                        @Differentiable
                        static double f(double x) {
                            return C[0] * x + Inner.g(x) + Inner.C[1] * x;
                        }
                        static class Inner {
                            private static final double[] C = {3, 4};
                            static double g(double x) {
                                return C[0] * x * x;
                            }
                        }
                        """, "f").at(0.7);
    }

    @Test
    void usedByAPrivateCopy() {
        Compiled compiled = Compiled.members("""
                        private static final double[] C = {1, 2};
                        @Differentiable
                        static double f(double x, int i) {
                            return x * pick(i);
                        }
                        private static double pick(int i) {
                            return C[i % 2];
                        }
                        """);
        Differentiated.method(compiled, "f", true, false).at(0.7, 3);
    }

    @Test
    void writtenByAnother() {
        Refused.members("""
                        private static final double[] c = {1, 2};
                        static void reset() {
                            c[0] = 3;
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * «c[0];
                        }
                        """).with("NotAccessible", "the field c is private", "may be written to", "package-private");
    }

    @Test
    void writtenThroughAnotherName() {
        Refused.members("""
                        private static final double[] c = {1, 2};
                        static void reset() {
                            double[] alias = c;
                            fill(alias);
                        }
                        static void fill(double[] a) {
                            a[1]++;
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * «c[0];
                        }
                        """).with("NotAccessible", "may be written to");
    }

    @Test
    void handedOut() {
        Refused.members("""
                        private static final double[] c = {1, 2};
                        static double[] table() {
                            return c;
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * «c[0];
                        }
                        """).with("NotAccessible", "may be written to");
    }

    @Test
    void computedByTheProgram() {
        Refused.members("""
                        private static final long START = System.nanoTime«();
                        @Differentiable
                        static double f(double x) {
                            return x * START;
                        }
                        """).with("NotAccessible", "START", "not computed from constants alone");
    }

    @Test
    void filledByAnInitializerBlock() {
        Refused.members("""
                        private static final double[] C;
                        static {
                            C = new double[] {1};
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * «C[0];
                        }
                        """).with("NotAccessible", "not computed by an initializer");
    }
}
