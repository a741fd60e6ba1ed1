package io.github.pushforward.processor;

import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helpers that lane forms have in the place of their calls: what the compiler would take amiss there. */
class LongHelpersTest {
    /** Longer, with four directions, than what stays a call. */
    private static final String LONG = "double s = x; "
            + "s += Math.sin(x * s) / (1 + s * s); ".repeat(4)
            + "s = s / (1 + x * x) + Math.atan(s) * Math.exp(-s * s); ";

    private static void compiles(String members) {
        CompilationSubject.assertThat(Compiled.compile("""
                        package demo;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                        %s
                        }
                        """.formatted(members.replace("LONG", LONG))))
                .succeededWithoutWarnings();
    }

    /** A literal in the place of a parameter made conditions constant, and statements unreachable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean b) { LONG while (b) { s *= 0.5; if (s < 1) { break; } } return s * x; } CALL(h(x, false))",
                "int n) { LONG while (n > 0) { s *= 0.5; if (s < 1) { break; } } return s * x; } CALL(h(x, 0))",
                "int n) { LONG for (; n > 3; ) { s *= 0.5; if (s < 1) { break; } } return s * x; } CALL(h(x, 2))",
                "int n) { LONG int r = 1; if (n != 0) { r = 10 / n; } return s * r; } CALL(h(x, 0))",
                "double d) { LONG while (d > 0) { s *= 0.5; if (s < 1) { break; } } return s; } FINAL(h(x, none))",
                "boolean b) { LONG do { if (s > 9) { throw new IllegalStateException(); } s *= 0.5; } while (b);"
                        + " return s; } CALL(h(x, true))",
            })
    void constantArguments(String helper) {
        String members = "private static double h(double x, " + helper;
        compiles(members.replace("CALL(", "@Differentiable static double f(double x) { return x * (")
                        .replace(
                                "FINAL(",
                                "@Differentiable static double f(double x) { final double none = 0; return x * (")
                + "; }");
    }

    @Test
    void proceduresThatNeverEnd() {
        compiles("""
                private static void reject(double[] a, double x) {
                    LONG
                    a[0] = s;
                    throw new IllegalStateException("no");
                }
                @Differentiable
                static double f(double x, double y, double[] a) {
                    if (x > 10) {
                        reject(a, x);
                        return y;
                    }
                    return x * y * a[0];
                }
                """);
    }

    /** What the head of a helper says that it throws is caught, though its body never throws it. */
    @Test
    void handlersOfWhatNobodyThrows() {
        compiles("""
                private static double h(double x) throws java.io.IOException {
                    LONG
                    return s;
                }
                @Differentiable
                static double f(double x) {
                    double p;
                    try {
                        p = h(x);
                    } catch (java.io.IOException e) {
                        p = 1;
                    }
                    return p * x;
                }
                """);
    }

    /** The form for views has an array as its last parameter, and so had the form of the overload. */
    @Test
    void anOverloadWithOneArrayMore() {
        compiles("""
                @Differentiable
                static double m(double[] a) {
                    return a[0] * a[1];
                }
                @Differentiable
                static double m(double[] a, @Constant double[] b) {
                    return a[0] * b[1];
                }
                """);
    }

    @Test
    void variablesNamedLikeClasses() {
        compiles("""
                static final class Old {
                    static double k(int n) {
                        return n;
                    }
                }
                private static double h(double x, int n) {
                    LONG
                    return s * Old.k(n);
                }
                @Differentiable
                static double f(double x) {
                    double Old = x * 2;
                    return Old * h(x, 3);
                }
                """);
    }

    /** The declaration of a function moved above a smaller scope with a variable of its name. */
    @Test
    void sharedCallsBesideVariablesOfTheirNames() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double a, int k) {
                            double s = k > 0 ? Math.cos(a) : 1;
                            int j = switch (k) {
                                case 1 -> {
                                    int cos = k * 2;
                                    yield cos;
                                }
                                default -> k;
                            };
                            double cos = Math.cos(a);
                            return s * j * cos;
                        }
                        """, "f").at(0.7, 1).at(0.7, 0).at(-0.3, 2);
    }

    /** b·(b·u) is a number where b·b is none. */
    @Test
    void factorsThatUnderflow() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double a, @Constant double b) {
                            double u = 1e200 * x;
                            return a * (b * u) + b * (b * u);
                        }
                        """, "f").tangentIs(2.0, new Object[] {1.0, 1e-100, 1e-100}, 1.0);
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double a, @Constant double b) {
                            double u = 1e-200 * x;
                            return a * (b * u) * 1e-200 + u;
                        }
                        """, "f").tangentIs(1.0, new Object[] {1.0, 1e200, 1e200}, 1.0);
    }

    /** The negative of the least integer is itself. */
    @Test
    void signsOfTheLeastInteger() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n, @Constant double d) {
                            return (-x - n * x) + (d * x - (-n) * x) + (d * x + (-n) * x);
                        }
                        """, "f")
                .tangentIs(
                        (-1.0 + 2147483648.0) + (3 + 2147483648.0) + (3 - 2147483648.0),
                        new Object[] {1.0, Integer.MIN_VALUE, 3.0},
                        1.0);
    }
}
