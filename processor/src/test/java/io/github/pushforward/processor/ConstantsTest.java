package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** What carries no derivative: literals, static constants, parameters marked so. */
class ConstantsTest {

    @Test
    void ofTheLibrary() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            double y = Math.PI * x + StrictMath.E / x;
                            return y < Double.MAX_VALUE && x > Integer.MIN_VALUE ? y - Short.MAX_VALUE : Double.NaN;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void ofTheClass() {
        Differentiated.of("""
                        static final double SCALE = 2.5;
                        private static final double SHIFT = SCALE * 2 - 1e-3;
                        private static final int COUNT = 3;
                        private static final long BIG = 1L << 40;
                        private static final float SINGLE = 0.1f;
                        private static final char LETTER = 'a';
                        private static final boolean FLAG = COUNT > 2;
                        static final double RUNTIME = Math.sqrt(2);
                        @Differentiable
                        static double f(double x) {
                            double y = FLAG ? SCALE * x + SHIFT : SHIFT;
                            for (int i = 0; i < COUNT; i++) {
                                y *= x + LETTER * SINGLE + Demo.SHIFT;
                            }
                            return y / COUNT + RUNTIME * x + BIG / COUNT * x * 1e-9 - demo.Demo.SCALE;
                        }
                        """, "f").at(0.7);
    }

    @Test
    void ofSpecialValues() {
        Differentiated.of("""
                        private static final double INFINITE = Double.POSITIVE_INFINITY;
                        private static final double NOT_A_NUMBER = 0.0 / 0.0;
                        private static final double NEGATIVE_ZERO = -0.0;
                        private static final float TINY = Float.MIN_VALUE;
                        private static final int LEAST = Integer.MIN_VALUE;
                        private static final long LEAST_LONG = Long.MIN_VALUE;
                        private static final byte NEGATIVE = -1;
                        @Differentiable
                        static double f(double x) {
                            double y = x < INFINITE ? x * x : NOT_A_NUMBER;
                            y += Math.copySign(1, NEGATIVE_ZERO) * x + TINY * x - NEGATIVE_ZERO;
                            return y * NEGATIVE - LEAST * x * 1e-9 + x * LEAST_LONG * 1e-18 - -x * -LEAST;
                        }
                        """, "f").at(0.7).at(-1.3);
    }

    @Test
    void ofAnotherClass() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                        @Differentiable
                        static double f(double x) {
                            double y = 0;
                            for (int i = 0; i < Other.WEIGHTS.length; i++) {
                                y += Other.WEIGHTS[i] * Math.pow(x, i);
                            }
                            return y * demo.Other.SCALE + Other.Inner.SHIFT * x + Other.TABLE[1][0];
                        }
                        """), """
                        package demo;
                        class Other {
                            static final double SCALE = 2.5;
                            static final double[] WEIGHTS = {1, -2, 0.5};
                            static final double[][] TABLE = {{1}, {2}};
                            static final class Inner {
                                static final int SHIFT = 3;
                            }
                        }
                        """);
        Differentiated.method(compiled, "f", true).at(0.7).at(-1.3);
    }

    @Test
    void ofAnInterface() {
        Compiled compiled = Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo implements Physics {
                            @Differentiable
                            static double f(double x) {
                                return G * x * x * MASSES[1] + Physics.G;
                            }
                        }
                        """, """
                        package demo;
                        interface Physics {
                            double G = 9.81;
                            double[] MASSES = {1, 2};
                        }
                        """);
        Differentiated.method(compiled, "f", true).at(0.7);
    }

    @Test
    void staticallyImported() {
        Compiled compiled = Compiled.sources("""
                        package demo;
                        import static demo.Other.SCALE;
                        import static demo.Other.*;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return SCALE * x + SHIFT / x;
                            }
                        }
                        """, """
                        package demo;
                        class Other {
                            static final double SCALE = 2.5;
                            static final double SHIFT = -1;
                        }
                        """);
        Differentiated.method(compiled, "f", true).at(0.7);
    }

    @Test
    void parameterThatIsGivenAnActiveValue() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c, int n) {
                            double y = c * x;
                            c = x * x + c;
                            for (int i = 0; i < n; i++) {
                                c *= y;
                            }
                            return c * y;
                        }
                        """, "f").at(0.7, 1.1, 0).at(0.7, 1.1, 2);
    }

    @Test
    void arrayParameterThatIsGivenAnActiveArray() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] x, @Constant double[] data, int n) {
                            double y = data[0] * x[0];
                            if (n > 0) {
                                data = x;
                            }
                            return y * data[1];
                        }
                        """, "f")
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 0)
                .at(new double[] {1.5, -2}, new double[] {0.25, 3}, 1);
    }

    @Test
    void parameterThatIsGivenAnotherConstant() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c, @Constant double[] data) {
                            c = c * 2 + data[0];
                            data[0] = c;
                            return c * x + data[0] * x * x;
                        }
                        """, "f").at(0.7, 1.1, new double[] {2});
    }

    @Test
    void activeParameterThatIsGivenAConstant() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double y, @Constant double c) {
                            double z = x * y;
                            x = c;
                            z += x * x * y;
                            x = 3;
                            y = x;
                            return z * x * y;
                        }
                        """, "f").at(0.7, 1.1, 2.5);
    }

    @Test
    void localsWithoutDerivative() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            double half = 0.5;
                            final double third = 1.0 / 3;
                            double scale = c * half;
                            double unused = x * 2;
                            double used = Math.exp(scale);
                            return used * x + third;
                        }
                        """, "f").at(0.7, 2.5);
    }

    @Test
    void activeParameterThatIsNotUsed() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double ignored, double[] alsoIgnored) {
                            return x * 2;
                        }
                        """, "f").at(0.7, 1.1, new double[] {3});
    }

    @Test
    void foldedByTheCompiler() {
        Differentiated.of("""
                        static final int N = 2;
                        @Differentiable
                        static double f(double x) {
                            final int k = 3;
                            byte b = N + 1;
                            short s = k;
                            double[] a = new double[N * 2];
                            a[N] = x * (1.0 / N) + 1 / N * x + (N > 1 ? x : 0);
                            return a[k - 1] * b + s;
                        }
                        """, "f").at(0.7);
    }

    /** A sibling is no subclass, but it does not need the field: the compiler copies constants as well. */
    @Test
    void protectedConstantsOfASuperclassInAnotherPackage() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public class Demo extends lib.Settings {
                    @Differentiable
                    static double f(double x) {
                        return TINY * x * x + DEGREE * x + Demo.TINY;
                    }
                }
                """, """
                package lib;
                public class Settings {
                    protected static final double TINY = 0x1p-10;
                    protected static final int DEGREE = 3;
                }
                """);

        Differentiated.method(compiled, "f", true).at(0.5).at(-2.0);
    }

    /** That of a primitive type or an array was written without its {@code .class}: seed 6001174 of the mutated sources. */
    @Test
    void classLiterals() {
        Differentiated.of("""
                        static int length(String text) {
                            return text.length();
                        }
                        @Differentiable
                        static double f(double x) {
                            return x * length("of " + int.class + double[].class + String.class + int[][].class);
                        }
                        """, "f").at(0.7);
    }
}
