package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Refused;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of other classes that only look at active arrays: argument checks, searches, messages. */
class ForeignChecksTest {

    @Test
    void methodsThatOnlyRead() {
        Compiled compiled = Compiled.sources(Compiled.demo("""
                @Differentiable
                static double f(double[] a, double[][] m, double x) {
                    Checks.sameLength(a, m[0], "lengths");
                    Checks.notNull(a);
                    Checks.notNull(m);
                    String text = Checks.summary(a);
                    if (!Checks.isSorted(a)) {
                        return x;
                    }
                    int best = Checks.argmax(a, x);
                    return a[best] * m[0][Checks.argmax(m[0], 0)] * x + 0 * Checks.length(text);
                }
                """), """
                package demo;
                final class Checks {
                    static void sameLength(double[] a, double[] b, String message) {
                        if (a.length != b.length) {
                            throw new IllegalArgumentException(message + a.length);
                        }
                    }
                    static void notNull(Object any) {
                        java.util.Objects.requireNonNull(any);
                    }
                    static int length(String text) {
                        return text.length();
                    }
                    static boolean isSorted(double[] a) {
                        double last = Double.NEGATIVE_INFINITY;
                        for (double v : a) {
                            if (v < last) {
                                return false;
                            }
                            last = v;
                        }
                        return true;
                    }
                    static int argmax(double[] a, double bias) {
                        int[] best = new int[1];
                        double[] row = a;
                        for (int i = 0; i < row.length; i++) {
                            if (score(row, i, bias) > score(row, best[0], bias)) {
                                best[0] = i;
                            }
                        }
                        return best[0];
                    }
                    private static double score(double[] a, int i, double bias) {
                        return a[i] + bias;
                    }
                    static String summary(double[] a) {
                        return a.length + java.util.Arrays.toString(a.clone());
                    }
                }
                """);
        Differentiated.method(compiled, "f", true, true, true)
                .at(new double[] {-1, 2}, new double[][] {{0.5, 0.25}}, 0.7)
                .at(new double[] {2, 1}, new double[][] {{0.5, 0.25}}, 0.7)
                .fails(IllegalArgumentException.class, new double[] {2, 1}, new double[][] {{0.5}}, 0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int bad(double[] a) { a[0] = 1; return 0; }",
                "static int bad(double[] a) { double[] b = a; b[0]++; return 0; }",
                "static int bad(double[] a) { kept = a; return 0; }",
                "static int bad(double[] a) { inner(a); return 0; } static void inner(double[] b) { b[0] *= 2; }",
                "static int bad(double[] a) { value(a[0]); return 0; } static void value(double x) { KEPT[0] = x; }",
                "static int bad(double[] a) { java.util.Arrays.sort(a); return 0; }",
                "static int bad(double[] a) { double[][] m = new double[1][]; m[0] = a; m[0][0] = 1; return 0; }",
                "static int bad(double[] a) { double[] b = {1}; b[0] = a[0]; b = KEPT; b[0] = a[0]; return 0; }",
                "static int bad(Object a) { ((double[]) a)[0] = 2; return 0; }",
            })
    void methodsThatWriteOrKeep(String method) {
        Refused.sources(Compiled.demo("""
                @Differentiable
                static double f(double[] a) {
                    int n = Other«.bad(a);
                    return a[0] * n;
                }
                """), """
                package demo;
                final class Other {
                    static double[] kept;
                    static final double[] KEPT = {0};
                    %s
                }
                """.formatted(method)).with("NoTangent", "demo.Other.bad");
    }

    /** Scalars may be kept as well, however deep. */
    @Test
    void scalarsKeptBehindACheck() {
        Refused.sources(Compiled.demo("""
                @Differentiable
                static double f(double x) {
                    Other«.check(x);
                    return x;
                }
                """), """
                package demo;
                final class Other {
                    static double last;
                    static void check(double x) {
                        Other.note(x, 1);
                    }
                    static void note(double x, int n) {
                        last = x * n;
                    }
                }
                """).with("NoTangent", "demo.Other.check", "write a rule");
    }

    @Test
    void theJdk() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] a, double[] b, int i) {
                            java.util.Objects.requireNonNull(a);
                            java.util.Objects.requireNonNull(b, "b");
                            java.util.Objects.checkIndex(i, a.length);
                            int hash = java.util.Arrays.hashCode(a) + System.identityHashCode(b);
                            if (java.util.Arrays.equals(a, b) || Double.isNaN(a[i]) || Double.compare(a[0], b[0]) > 0) {
                                return a[i] * a[i];
                            }
                            return a[i] * b[i] + 0 * hash;
                        }
                        """, "f")
                .at(new double[] {1.5, 2}, new double[] {0.5, 3}, 1)
                .at(new double[] {0.5, 2}, new double[] {0.75, 3}, 0)
                .fails(IndexOutOfBoundsException.class, new double[] {1}, new double[] {1}, 1);
    }

    private static final String LIBRARY = """
            package lib;
            public final class Lib {
                public static boolean isFine(double[] a, double limit) {
                    return a[0] < limit;
                }
                public static double norm(double[] a, double power, float[] weights) {
                    return a[0] * power;
                }
            }
            """;

    /** A compiled method may do anything to an array: the error has the rule that says what it does. */
    @Test
    void compiledMethods(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, LIBRARY);
        String members = """
                @Differentiable%s
                static double f(double[] a, double x) {
                    return lib.Lib.isFine(a, 3) ? a[0] * x : x;
                }
                """;
        Compilation refused = library.compile(Compiled.demo(members.formatted("")));
        assertThat(refused.errors()).hasSize(1);
        String message = refused.errors().get(0).getMessage(Locale.ROOT);
        assertThat(message).startsWith("[NoTangent] the call of lib.Lib.isFine");
        String rule = message.substring(message.indexOf("@TangentOf"));
        assertThat(rule)
                .isEqualTo("@TangentOf(type = Lib.class, method = \"isFine\") static boolean isFine(double[] a, "
                        + "@Constant double x, double[] aTangent) { return Lib.isFine(a, x); }");
        Compiled compiled =
                library.with(Compiled.demo(members.formatted("(rules = Rules.class)")), """
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.TangentOf;
                import lib.Lib;
                final class Rules {
                    %s
                }
                """.formatted(rule));
        Differentiated.method(compiled, "f", true, true)
                .at(new double[] {1.5, 2}, 0.7)
                .at(new double[] {4.5, 2}, 0.7);
    }

    @Test
    void compiledFunctions(@TempDir Path directory) {
        Compilation refused =
                Library.unprocessed(directory, LIBRARY).compile(Compiled.demo("""
                @Differentiable
                static double f(double[] a, double x) {
                    return lib.Lib.norm(a, x, null);
                }
                """.replace("null", "new float[2]")));
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[NoTangent] the call of lib.Lib.norm")
                .endsWith("@TangentOf(type = Lib.class, method = \"norm\") static Dual norm(double[] a, double x, "
                        + "@Constant float[] b, double[] aTangent, double xTangent) { return new Dual(Lib.norm(a, x, b), "
                        + "/* dnorm/da */ + /* dnorm/dx */ * xTangent); }");
    }
}
