package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.processor.support.Twice;
import org.junit.jupiter.api.Test;

/** Second derivatives through custom rules, which are differentiated as the tangent methods that they are. */
class SecondOrderRulesTest {
    private static final String IMPORTS = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;

    private static final String LIBRARY = """
            package demo;
            final class Library {
                static double square(double x) { return x * x; }
                static double sine(double x) { return Math.sin(x); }
                static double cosine(double x) { return Math.cos(x); }
                static float half(float x) { return x * x / 2; }
                static double[] squares(double[] a) {
                    double[] b = a.clone();
                    for (int i = 0; i < b.length; i++) b[i] *= b[i];
                    return b;
                }
                static void add(double[] into, double[] from, double by) {
                    for (int i = 0; i < into.length; i++) into[i] += from[i] * by * by;
                }
                static void check(double x) {
                    if (x > 100) throw new IllegalArgumentException("large");
                }
            }
            """;

    private static final String RULES = IMPORTS + """
                    final class Rules {
                        private static final double[] TWO = {2};
                        static int calls = 0;

                        @TangentOf(type = Library.class, method = "square")
                        static Dual square(double x, double xTangent) {
                            calls++;
                            return new Dual(Library.square(x), slope(x) * xTangent);
                        }
                        private static double slope(double x) { return TWO[0] * x; }

                        @TangentOf(type = Library.class, method = "sine")
                        static Dual sine(double x, double xTangent) {
                            Dual result = x > 10 ? flat(0) : new Dual(Library.sine(x), Library.cosine(x) * xTangent);
                            return new Dual(result.value(), result.tangent());
                        }
                        private static Dual flat(double x) { return new Dual(x, 0); }

                        @TangentOf(type = Library.class, method = "cosine")
                        static Dual cosine(double x, double xTangent) {
                            return new Dual(Library.cosine(x), -Library.sine(x) * xTangent);
                        }
                        @TangentOf(type = Library.class, method = "half")
                        static DualFloat half(float x, float xTangent) {
                            return new DualFloat(Library.half(x), x * xTangent);
                        }
                        @TangentOf(type = Library.class, method = "squares")
                        static DualOf<double[], double[]> squares(double[] a, double[] aTangent) {
                            double[] tangent = new double[a.length];
                            for (int i = 0; i < a.length; i++) tangent[i] = 2 * a[i] * aTangent[i];
                            return new DualOf<>(Library.squares(a), tangent);
                        }
                        @TangentOf(type = Library.class, method = "add")
                        static void add(double[] into, double[] from, double by, double[] dInto, double[] dFrom, double dBy) {
                            for (int i = 0; i < into.length; i++) {
                                dInto[i] += dFrom[i] * by * by + 2 * from[i] * by * dBy;
                            }
                            Library.add(into, from, by);
                        }
                        @TangentOf(type = Library.class, method = "check")
                        static void check(double x, double xTangent) {
                            Library.check(x);
                        }
                    }
                    """;

    private static Compiled compiled(String body) {
        return Compiled.sources(Compiled.demo("""
                        @Differentiable(rules = Rules.class, order = 2)
                        static double f(double[] a, double x, @Constant double c) {
                            %s
                        }
                        """.formatted(body)), LIBRARY, RULES);
    }

    private static void check(String body) {
        Twice.of(compiled(body), "f").at(new double[] {0.5, -1.5}, 0.75, 2.0);
    }

    @Test
    void numbers() {
        check("return Library.square(x * a[0]) * Library.square(c) + Library.square(a[1] * c);");
    }

    @Test
    void whatARuleCallsFollowsTheRules() {
        check("return Library.sine(x * x) * a[0] + Library.cosine(a[1] * x);");
    }

    @Test
    void arrays() {
        check(
                "double[] b = Library.squares(a); Library.add(b, a, x); Library.add(a, b, c); return a[0] * b[1] * b[0];");
    }

    @Test
    void checks() {
        check("Library.check(x); return x * x * a[0];");
    }

    @Test
    void singlePrecision() {
        Twice.of(compiled("return Library.half((float) (x * x)) * a[0];"), "f")
                .inSinglePrecision()
                .at(new double[] {0.5}, 0.75, 2.0);
    }

    @Test
    void aRuleThatCallsWhatHasNone() {
        Refused.sources(IMPORTS + """
                                final class Demo {
                                    @Differentiable(rules = MoreRules.class, order = 2)
                                    static double f(double x) { return Library.sine(x); }
                                }
                                """, LIBRARY, IMPORTS + """
                                final class MoreRules {
                                    @TangentOf(type = Library.class, method = "sine")
                                    static Dual sine(double x, double xTangent) {
                                        return new Dual(Library.sine(x), Library«.cosine(x) * xTangent);
                                    }
                                }
                                """).with("NoTangent", "demo.Library.cosine");
    }

    @Test
    void orderOneAsksNothingOfARule() {
        Compiled.sources(IMPORTS + """
                        final class Demo {
                            @Differentiable(rules = MoreRules.class)
                            static double f(double x) { return Library.sine(x); }
                        }
                        """, LIBRARY, IMPORTS + """
                        final class MoreRules {
                            @TangentOf(type = Library.class, method = "sine")
                            static Dual sine(double x, double xTangent) {
                                return new Dual(Library.sine(x), Library.cosine(x) * xTangent);
                            }
                        }
                        """);
    }
}
