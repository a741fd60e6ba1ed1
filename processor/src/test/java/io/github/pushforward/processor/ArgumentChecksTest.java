package io.github.pushforward.processor;

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
}
