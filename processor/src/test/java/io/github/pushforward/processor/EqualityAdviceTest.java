package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Advised;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that hold at single points alone: an advisory at the test for equality, where it costs a derivative. */
class EqualityAdviceTest {
    private static final String SINC = """
            @Differentiable LINT
            static double sinc(double x) {
                return x «== 0 ? 1 : Math.sin(x) / x;
            }
            """;

    @Test
    void theClassicTrap() {
        Advised.members(SINC.replace("LINT", ""))
                .of(
                        "EqualityGuard",
                        "== compares an active value",
                        "does not depend on x",
                        "series",
                        "Math.abs(x) < 1e-4");
    }

    /** Statements in all the ways in which the special formula can be chosen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (x «== 0) { return 1; } return Math.sin(x) / x;",
                "if (x «!= 0) { return Math.sin(x) / x; } return 1;",
                "if (x «!= 0) return Math.sin(x) / x; else return 1;",
                "if (!(x «!= 0)) { return 1; } else { return Math.sin(x) / x; }",
                "if (0.0 «== x) { return 1; } return Math.sin(x) / x;",
                "if (n > 3 && x «== 0) { return 1; } return Math.sin(x) / x;",
                "if (x «== 0 && y == 0) { return 1; } return Math.sin(x) / x;",
                "if (x «== 0 || x == 1) { return 1; } return Math.sin(x) / (x * (1 - x));",
                "double z = 1; if (x «!= 0) { z = Math.sin(x) / x; } return z;",
                "double z = Math.sin(x) / x; if (x «== 0) { z = 1; } return z;",
                "double z; if (x «== 0) { z = 1; } else { z = Math.sin(x) / x; } return z;",
                "boolean zero = x «== 0; return zero ? 1 : Math.sin(x) / x;",
                "final boolean zero = x «== 0; if (zero) { return 1; } return Math.sin(x) / x;",
                "return Math.abs(x) «== 0 ? 1 : Math.sin(x) / x;",
                "return Math.signum(x) «== 0 ? 1 : Math.sin(x) / x;",
                "if (0.0 «!= Math.signum(x - y)) { return Math.sin(x - y) / (x - y); } return 1;",
                "return Double«.compare(x, 0.0) == 0 ? 1 : Math.sin(x) / x;",
                "double r = Math.sqrt(x * x + y * y); if (r «== 0) { return 0; } return x * y / r;",
                "double s = 0; for (int i = 0; i < n; i++) { s += x * i; } return s «== 0 ? 1 : Math.sin(s) / s;",
                "if (x «== y) { return x; } return (x - y) / Math.log(x / y);",
                "return x «== y ? Math.exp(x) : (Math.exp(x) - Math.exp(y)) / (x - y);",
                "if (n > 3) { if (x «== 0) { return y; } } return y * Math.sin(x) / x;",
                "if (n > 3) { return y; } else if (x «== 0) { return y; } return y * Math.sin(x) / x;",
                "double z = y; if (x «!= 0) { z += x * y; } return z;",
                "double z = 0; for (int i = 0; i < n; i++) { if (x «== i) { continue; } z += 1 / (x - i); } return z;",
                "double d = x - y; if (d «== 0) { d = 1e-12; } return 1 / d;",
                "if (x «== 0) { x = 1e-12; } return y / x;",
                "float g = (float) x; return g «== 0 ? 1 : Math.sin(g) / g;",
                "return x «== n ? 1 : Math.sin(x - n) / (x - n);",
                "return switch (n) { case 1 -> x «== 0 ? 1 : Math.sin(x) / x; default -> x; };",
                "return switch (n) { case 1 -> { if (x «== 0) { yield 1; } yield Math.sin(x) / x; } default -> x; };",
                "double z = 1; switch (n) { case 1: if (x «!= 0) { z = Math.sin(x) / x; } break; default: } return z;",
                "while (n-- > 0) { if (x «== 0) { return 1; } y = Math.sin(x) / x; } return y;",
                "if (x «== 0) { return Math.max(y, 0); } return y * Math.exp(-1 / x);",
                "if (x «== Math.floor(x)) { return 1; } return Math.sin(x) / x;",
                "java.util.function.DoubleUnaryOperator f = z -> z «== 0 ? 1 : Math.sin(z) / z; return f.applyAsDouble(x);"
            })
    void aSpecialFormulaThatLosesTheDerivative(String body) {
        Advised.members(method(body)).of("EqualityGuard");
    }

    /** What is no formula, or has the derivative, or is no matter of single points. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Exceptions, and ends of loops.
                "if (x == 0) { throw new IllegalArgumentException(\"x\"); } return Math.sin(x) / x;",
                "if (x != 0) { return Math.sin(x) / x; } throw new IllegalArgumentException(\"x\");",
                "if (x != 1) { throw new IllegalArgumentException(\"x\"); } else { return Math.sin(x) / x; }",
                "while (true) { double z = (x + y / x) / 2; if (z == x) { break; } x = z; } return x;",
                "while (true) { double z = (x + y / x) / 2; if (z == x) { return x; } x = z; }",
                "double z = x; do { x = z; z = (x + y / x) / 2; } while (z != x); return x;",
                "assert x != 0; return y / x;",
                // Formulas with the derivative.
                "return x == 0 ? 1 - x * x / 6 : Math.sin(x) / x;",
                "double z = 1 - x * x / 6; if (x != 0) { z = Math.sin(x) / x; } return z;",
                "if (x == y) { return (x + y) / 2; } return (x - y) / Math.log(x / y);",
                "if (x == 0) { return x * y; } return y * Math.sin(x);",
                "double r = Math.sqrt(x * x + y * y); return r == 0 ? x + y : x * y / r;",
                // The same one, or one in which the compared value has no part.
                "return x == 0 ? y : 2 * y;",
                "if (x == 1) { y *= 2; } else { y *= 3; } return x * y;",
                "return x * (n == 0 ? 1 : 2);",
                // Nothing active hangs on it.
                "int zeros = 0; if (x == 0) { zeros++; } return x * zeros;",
                "String text = x == 0 ? \"zero\" : \"x = \" + x; return text.isEmpty() ? x : y;",
                "double z = x * y; if (x == y) { n++; } return z * n;",
                "double z = x; if (x == y) { z += 1; } return z * y;",
                // Infinity, NaN.
                "return x != x ? 0 : Math.sin(x);",
                "return x == Double.POSITIVE_INFINITY ? 0 : Math.sin(x);",
                "return x == Double.NEGATIVE_INFINITY ? 0 : Math.exp(x);",
                "return x == 0 ? Double.NaN : Math.sin(x) / x;",
                "if (x == 0) { return Double.POSITIVE_INFINITY; } return 1 / x;",
                // Values that stay the same around the point.
                "return Math.floor(x) == 3 ? 1 : Math.sin(x);",
                "return Math.signum(x) == Math.signum(y) ? 1 : Math.sin(x);",
                "double z = Math.max(x, 0); return z == 0 ? 0 : y * Math.sqrt(z);",
                "double z = 0; if (x > 3) { z = x - 3; } if (z == 0) { return 0; } return y * Math.sqrt(z);",
                "double z = x > 3 ? x - 3 : 0; return z == 0 ? 0 : y * Math.sqrt(z);",
                "double s = 0; if (x > 3) { s += x * x; } if (s == 0) { return y; } return y * Math.sqrt(s);",
                "double s = 0; for (int i = 0; i < n; i++) { if (x > i) { s += x; } } return s == 0 ? 0 : y * Math.sqrt(s);",
                "if (x < 0) { x = 0; } return x == 0 ? 0 : y * Math.sqrt(x);",
                "double[] h = new double[n]; h[0] = Math.max(0, x); return h[0] == 0 ? 0 : y * h[0];",
                "return (int) x == 0 ? 0 : Math.sin(x);",
                // Inequalities, and equalities that do not decide.
                "return Math.abs(x) < 1e-4 ? 1 - x * x / 6 : Math.sin(x) / x;",
                "return x > 0 || x == 0 ? 0 : Math.sin(x);",
                "return x != 0 && y > 0 ? Math.sin(x) : Math.sin(y) * x;",
                "return x <= 0 ? 0 : x * Math.log(x);",
            })
    void nothingToSay(String body) {
        Advised.members(method(body)).with("-Apushforward.lanes=1").nothing();
    }

    /** Each parameter has a part in the result, so that nothing else is to be said. */
    private static String method(String body) {
        return "@Differentiable static double f(double x0, double y0, int n) {\n"
                + "    double x = x0 * 2;\n    double y = y0 * 2;\n"
                + "    return g(x, y, n) + x * y;\n}\n"
                + "static double g(double x, double y, int n) {\n" + body + "\n}\n";
    }

    @Test
    void elementsAndFieldsAreToldApart() {
        Advised.members("""
                @Differentiable
                record Vec(double x, double y) {}
                @Differentiable
                static double f(double[] p, Vec v) {
                    double a = p[0] «== 0 ? p[1] : p[1] * Math.sin(p[0]) / p[0];
                    double b = p[0] == 0 ? p[0] : p[1] * Math.sin(p[0]);
                    double c = v.x() «== 0 ? v.y() : v.y() * Math.sin(v.x()) / v.x();
                    double d = v.x() == 0 ? v.x() : v.y() * Math.sin(v.x());
                    return a + b + c + d;
                }
                """).of("EqualityGuard", "the derivative with respect to it is lost");
    }

    @Test
    void theCompareValueMustBeActive() {
        Advised.members("""
                @Differentiable
                static double f(double x, @Constant double order, double[] out) {
                    out[0] = order == 1 ? Math.log(x) : Math.pow(x, 1 - order);
                    return order == 0 ? 1 : x;
                }
                """).nothing();
    }

    @Test
    void whatAMethodWritesCounts() {
        Advised.members("""
                @Differentiable
                static void f(double[] w, double[] x, double[] out) {
                    for (int i = 0; i < w.length; i++) {
                        if (w[i] «!= 0) {
                            out[0] += w[i] * x[i];
                        }
                    }
                    if (x[0] «== 0) {
                        return;
                    }
                    scale(out, x[0]);
                }
                private static void scale(double[] out, double by) {
                    out[0] *= by;
                }
                """).of("EqualityGuard", "an element of");
    }

    @Test
    void aHelperOfTwoCallersIsToldOnce() {
        Advised.members("""
                @Differentiable
                static double f(double x) {
                    return sinc(x);
                }
                @Differentiable
                static double g(double x, @Constant double y) {
                    return sinc(x * y) + sinc(x);
                }
                static final class Inner {
                    @Differentiable(order = 2)
                    static double h(double x) {
                        return sinc(x);
                    }
                }
                static double sinc(double x) {
                    return x «== 0 ? 1 : Math.sin(x) / x;
                }
                """).of("EqualityGuard");
    }

    @Test
    void aHelperIsToldOnlyWhereItsArgumentIsActive() {
        Advised.members("""
                @Differentiable
                static double f(double x, @Constant double y) {
                    return x * sinc(y);
                }
                static double sinc(double x) {
                    return x == 0 ? 1 : Math.sin(x) / x;
                }
                """).nothing();
    }

    @Test
    void anAnnotatedMethodOfAnotherFileIsToldThere() {
        Advised.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Caller {
                    @Differentiable(order = 2)
                    static double f(double x) {
                        return Sinc.sinc(x) * x;
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Sinc {
                    @Differentiable(order = 2)
                    static double sinc(double x) {
                        return x «== 0 ? 1 : Math.sin(x) / x;
                    }
                }
                """).of("EqualityGuard");
    }

    @Test
    void silenced() {
        Advised.members(SINC.replace("LINT", "@SuppressWarnings(\"pushforward\")"))
                .with("-Werror")
                .nothing();
        Advised.members(SINC.replace("LINT", ""))
                .with("-Apushforward.warnings=off", "-Werror")
                .nothing();
        Advised.sources(Compiled.demo(SINC.replace("LINT", ""))
                        .replace("final class", "@SuppressWarnings({\"unused\", \"pushforward\"}) final class"))
                .with("-Werror")
                .nothing();
    }

    /** The helper is silenced where it stands, and not where it is called. */
    @Test
    void silencedInAHelper() {
        Advised.members("""
                @Differentiable
                static double f(double x) {
                    return sinc(x);
                }
                @SuppressWarnings("pushforward")
                static double sinc(double x) {
                    return x == 0 ? 1 : Math.sin(x) / x;
                }
                """).with("-Werror").nothing();
    }

    @Test
    void failsABuildThatFailsOnWarnings() {
        Advised.members(SINC.replace("LINT", "")).failsTheBuild();
    }

    /** What the advice says to write has the derivative that the special formula lost. */
    @Test
    void theAdviceHelps() {
        String good = "@Differentiable static double sinc(double x) {"
                + " return Math.abs(x) < 1e-4 ? 1 - x * x / 6 : Math.sin(x) / x; }";
        Differentiated.of(good, "sinc").at(0.0).at(1e-5).at(1.0);
    }
}
