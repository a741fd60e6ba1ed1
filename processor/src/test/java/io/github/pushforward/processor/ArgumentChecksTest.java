package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Checks that throw: the same exceptions, with what they say. */
class ArgumentChecksTest {
    private static final String CHECKED = """
            static final String NAME = "x";

            @Differentiable
            static double f(double x, double[] a, int n) {
                if (!(x > 0)) {
                    throw new IllegalArgumentException(NAME + " must be positive: " + x + ", a[0] " + a[0] + '!');
                }
                if (n >= a.length) {
                    throw new IndexOutOfBoundsException(n);
                }
                assert a[n] != 13 : "unlucky " + n;
                if (n < 0) {
                    throw failure(n);
                }
                return Math.log(x) * a[n];
            }

            static ArithmeticException failure(int n) {
                return new ArithmeticException("n = " + n);
            }
            """;

    @Test
    void whatPassesIsDifferentiated() {
        Differentiated.of(CHECKED, "f").at(2.5, new double[] {3, 4}, 1);
    }

    @Test
    void whatFailsFailsAlike() {
        Differentiated.of(CHECKED, "f")
                .fails(IllegalArgumentException.class, -1.0, new double[] {3}, 0)
                .fails(IllegalArgumentException.class, Double.NaN, new double[] {3}, 0)
                .fails(IndexOutOfBoundsException.class, 1.0, new double[] {3}, 5)
                .fails(ArithmeticException.class, 1.0, new double[] {3}, -1);
    }

    @Test
    void aBranchThatOnlyThrowsEndsTheMethod() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) {
                            for (double t = x; ; t = Math.exp(t) - 1) {
                                if (t > 3) {
                                    return t;
                                } else if (t < 0) {
                                    throw new IllegalStateException();
                                } else {
                                    x *= t;
                                }
                                if (x > 1e6) {
                                    throw new IllegalStateException("diverged at " + t);
                                }
                            }
                        }
                        """, "f").at(0.9).fails(IllegalStateException.class, -0.5);
    }

    @Test
    void declaredUncheckedExceptions() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x) throws ArithmeticException, AssertionError {
                            if (x == 0) {
                                throw new ArithmeticException();
                            }
                            return 1 / x;
                        }
                        """, "f").at(0.7).fails(ArithmeticException.class, 0.0);
    }

    /** The check calls another overload of itself by its simple name, in a file of its own. */
    @Test
    void aCheckInAnotherFileThatCallsItsOverloads() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                class Demo {
                    @Differentiable
                    static double f(double[] x, double y) {
                        Checks.ordered(x, Checks.Order.UP);
                        return x[0] * x[1] * y;
                    }
                }
                """, """
                package demo;
                class Checks {
                    enum Order { UP, DOWN }
                    static void ordered(double[] x, Order order) {
                        ordered(x, order, true);
                    }
                    static boolean ordered(double[] x, Order order, boolean abort) {
                        for (int i = 1; i < x.length; i++) {
                            boolean fits = order == Order.UP ? x[i] >= x[i - 1] : x[i] <= x[i - 1];
                            if (!fits && abort) {
                                throw new IllegalArgumentException("out of order: " + x[i]);
                            }
                        }
                        return true;
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, true)
                .at(new double[] {1, 2}, 3.0)
                .fails(IllegalArgumentException.class, new double[] {2, 1}, 3.0);
    }

    /** An enum constant beside an active number is told along; it keeps nothing. */
    @Test
    void aConstantOfAnEnumBesideAnActiveNumber() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x) {
                    return java.util.Objects.equals(java.math.RoundingMode.UP, x) ? x : x * x;
                }
                """);
        Differentiated.method(compiled, "f", true).at(1.5).at(-2.0);
    }
}
