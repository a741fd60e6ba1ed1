package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Advised;
import io.github.pushforward.processor.support.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Active values that come back as integers: an advisory where they become integers, unless these only choose, count or take away. */
class TruncationAdviceTest {
    private static final String STEPS = """
            @Differentiable LINT
            static double steps(double x) {
                return 2.0 * «(int) x;
            }
            """;

    @Test
    void anIntegerThatComesBack() {
        Advised.members(STEPS.replace("LINT", ""))
                .of("TruncatedValue", "the cast to int", "its derivative is zero", "Math.floor or Math.rint");
    }

    /** Each in a method that depends on its arguments in other terms as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "double z = «(int) x * 2.0; return z * y;",
                "int k = «(int) x; return Math.pow(y, k);",
                "int k = «(int) x; double z = k; for (int i = 0; i < n; i++) { z *= y; } return z;",
                "long k = Math«.round(x * 100); return k / 100.0 * y;",
                "long k = «(long) x; return k * y;",
                "short k = «(short) x; return k * y;",
                "byte k = «(byte) x; return k * y;",
                "char k = «(char) x; return k * y;",
                "float g = (float) x; int k = «(int) g; return k * y;",
                "Integer k = «(int) x; return k * y;",
                "double box = x; int k = ((Double) box)«.intValue(); return k * y;",
                "int k = 3; k «+= x; return k * y;",
                "int k = 3; k «*= x; return k * y;",
                "int k = 1 + 2 * (-«(int) x >> 1); return k * y;",
                "int k = «(int) x; k++; k *= 3; return k * y;",
                "return Double«.hashCode(x) * 1.0 * y;",
                "return Math«.getExponent(x) * y;",
                "return String.valueOf(x)«.length() * y;",
                "String text = \"x = \" + x; int k = text«.length(); return k * y;",
                "int[] k = new int[3]; k[1] = «(int) x; return k[1] * y;",
                "int[] k = new int[3]; int[] l = k; l[1] = «(int) x; return k[1] * y;",
                "int[] k = new int[3]; java.util.Arrays.fill(k, «(int) x); return k[1] * y;",
                "int[] k = {1, «(int) x}; return k[1] * y;",
                "double[] k = new double[3]; k[1] = «(int) x; return k[1] * y;",
                "int k = n > 3 ? «(int) x : 1; return k * y;",
                "int k = Math.max(«(int) x, 3); return k * y;",
                "return y * switch (n) { case 1 -> «(int) x; default -> n; };",
                "return scaled(«(int) x, y);",
                "return «cell(x) * y;",
                "return «stepped(x) * y;",
                "return twice(«(int) x) * y;",
                "int[] k = new int[3]; put(k, «(int) x); return k[1] * y;",
                "double z = «(int) x; z += y; return z;",
                "return (double) «(int) x + y;",
            })
    void comesBackByArithmetic(String body) {
        Advised.members(method(body)).of("TruncatedValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // To choose, to count, to tell.
                "double[] a = {x, y}; return a[(int) x];",
                "for (int i = 0; i < (int) x; i++) { y *= x; } return y;",
                "int k = (int) x; if (k > 3) { return x; } return y;",
                "switch ((int) x) { case 1: return y; default: return x; }",
                "return switch ((int) x) { case 1 -> y; default -> x; };",
                "return ((int) x > 3 ? 1 : 2) * y;",
                "double[] a = new double[(int) x]; a[0] = y; return a[0] * a.length;",
                "if (x < 0) { throw new IllegalArgumentException(\"x = \" + (int) x); } return y;",
                "String text = \"\" + (int) x; return text.isEmpty() ? x : y;",
                "return (x > 0 ? 1 : 0) * y;",
                "return Double.compare(x, y) * y;",
                "return above(x, 3) * y;",
                "int k = 0; while (x > k) { k++; } return k * y;",
                "long k = n; return n * y + (int) k;",
                "int k = (int) x; return y;",
                // What is left between the steps, and moves with the value.
                "return x - (int) x;",
                "x -= (int) x; return x;",
                "int k = (int) Math.floor(x / 0.5); double t = x / 0.5 - k; return t * y;",
                "int k = (int) x; double left = k * 0.5; double t = x - left; return t * y;",
                "double u = x / 3; int k = (int) u; return u - k;",
                "return x - (int) (x / y) * y;",
                "return x - part(x);",
                "return x * (int) x;",
                "int k = (int) x; double t = x - k; double[] a = {1, 2, 3}; return a[k] * (1 - t) + a[k + 1] * t;",
                // Steps that the source calls by their name.
                "return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.signum(x) * y;",
            })
    void nothingToSay(String body) {
        Advised.members(method(body)).nothing();
    }

    private static String method(String body) {
        return "@Differentiable static double f(double x0, double y0, int n) {\n"
                + "    return g(x0 * 2, y0 * 2, n) + x0 * y0;\n}\n"
                + "static double g(double x, double y, int n) {\n" + body + "\n}\n"
                + "static double scaled(int k, double y) { return k * y; }\n"
                + "static int twice(int k) { return 2 * k; }\n"
                + "static int cell(double x) { return (int) Math.floor(x); }\n"
                + "static double stepped(double x) { return (int) x / 2.0; }\n"
                + "static double part(double x) { return (int) x; }\n"
                + "static int above(double x, double limit) { return x > limit ? 1 : 0; }\n"
                + "static void put(int[] k, int value) { k[1] = value; }\n";
    }

    @Test
    void elementsAreToldApart() {
        Advised.members("""
                @Differentiable
                static double f(double[] p) {
                    return «(int) p[0] * p[1] + ((int) p[1] - p[1]) + p[2];
                }
                """).of("TruncatedValue");
    }

    @Test
    void intoAnArrayOfTheCaller() {
        Advised.members("""
                @Differentiable
                static void f(double x, double[] out, int[] cells) {
                    cells[0] = (int) x;
                    out[0] = x;
                    out[1] = «(int) x;
                }
                """).of("TruncatedValue");
    }

    /** One thing is said of a parameter, where both would be true. */
    @Test
    void instead() {
        Advised.members("""
                @Differentiable
                static double f(double x, double y) {
                    return «(int) x * y;
                }
                """).of("TruncatedValue");
    }

    @Test
    void aConstantMayBecomeAnything() {
        Advised.members("""
                @Differentiable
                static double f(@Constant double x, double y) {
                    return (int) x * y;
                }
                """).nothing();
    }

    @Test
    void aHelperOfTwoCallersIsToldOnce() {
        Advised.members("""
                @Differentiable(order = 2)
                static double f(double x, double y) {
                    return stepped(x, y);
                }
                @Differentiable
                static double g(double x, @Constant double y) {
                    return stepped(x * y, x) + stepped(x, y);
                }
                static double stepped(double x, double y) {
                    return «(int) x * y + y;
                }
                """).of("TruncatedValue");
    }

    @Test
    void anAnnotatedMethodOfAnotherFileIsToldThere() {
        Advised.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Caller {
                    @Differentiable
                    static double f(double x) {
                        return Steps.steps(x) * x;
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Steps {
                    @Differentiable
                    static double steps(double x) {
                        return «(int) x;
                    }
                }
                """).of("TruncatedValue");
    }

    @Test
    void silenced() {
        Advised.members(STEPS.replace("LINT", "@SuppressWarnings(\"pushforward\")"))
                .with("-Werror")
                .nothing();
        Advised.members(STEPS.replace("LINT", ""))
                .with("-Apushforward.warnings=off", "-Werror")
                .nothing();
        Advised.sources(Compiled.demo(STEPS.replace("LINT", ""))
                        .replace("final class", "@SuppressWarnings(\"pushforward\") final class"))
                .with("-Werror")
                .nothing();
    }

    @Test
    void failsABuildThatFailsOnWarnings() {
        Advised.members(STEPS.replace("LINT", "")).failsTheBuild();
    }

    /** What the advice says to write has the same value, and says that it has no slope. */
    @Test
    void theAdviceHelps() {
        Advised.members("@Differentiable static double steps(double x, double y) { return 2.0 * Math.floor(x) * y; }")
                .nothing();
    }
}
