package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Refused;
import org.junit.jupiter.api.Test;

/** Functions as values inside a differentiable method: chosen, assigned again, returned, handed to methods of other classes. */
class FunctionValuesTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.*;
            import java.util.function.*;
            """;

    private static final String TOOLS = PREAMBLE + """
            final class Tools {
                @Differentiable
                public static double integrate(DoubleUnaryOperator f, double a, double b) {
                    double h = (b - a) / 6;
                    double sum = 0;
                    for (int i = 0; i < 6; i++) {
                        sum += f.applyAsDouble(a + (i + 0.5) * h);
                    }
                    return sum * h;
                }
                @Differentiable
                public static double at(@Constant DoubleUnaryOperator f, double x) {
                    return f.applyAsDouble(2) * x;
                }
                @Differentiable
                public static DoubleUnaryOperator shifted(DoubleUnaryOperator f, double by) {
                    return x -> f.applyAsDouble(x + by);
                }
                public interface Equations {
                    void derivatives(double t, double[] y, double[] out);
                }
                @Differentiable
                public static void step(Equations equations, double t, double h, double[] y) {
                    double[] k = new double[y.length];
                    equations.derivatives(t, y, k);
                    for (int i = 0; i < y.length; i++) {
                        y[i] += h * k[i];
                    }
                }
                final double scale = 3;
                @Differentiable
                public double scaled(DoubleUnaryOperator f, double x) {
                    return scale * f.applyAsDouble(x);
                }
            }
            """;

    private static Compiled compiled(String members) {
        return Compiled.sources(PREAMBLE + "final class Demo {\n" + members + "\n}\n", TOOLS);
    }

    private static Differentiated differentiated(String members, boolean... active) {
        return Differentiated.method(compiled(members), "f", active);
    }

    @Test
    void handedToAnotherClass() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    double c = a * b;
                    DoubleUnaryOperator g = x -> c * x + Math.sin(a * x);
                    return Tools.integrate(g, a, 2) + Tools.integrate(x -> b * x * x, 0, c)
                            + Tools.integrate(Math::exp, 0, a) + g.applyAsDouble(b);
                }
                """, true, true).at(0.7, 1.3).at(-1.1, 0.4);
    }

    @Test
    void nestedInEachOther() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    return Tools.integrate(x -> b * x + Tools.integrate(y -> x * y * a + b, x, a), 0, b);
                }
                """, true, true).at(0.7, 1.3).at(-1.1, 0.4);
    }

    @Test
    void chosen() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    DoubleUnaryOperator g = a > 0 ? x -> a * x : x -> a + x * x;
                    DoubleUnaryOperator h = b > 1 ? g : a > b ? Math::sin : (x -> b * x);
                    DoubleUnaryOperator k = switch (a > 1 ? 1 : 0) {
                        case 0 -> h;
                        default -> x -> x * b;
                    };
                    return g.applyAsDouble(b) + h.applyAsDouble(a) * k.applyAsDouble(2);
                }
                """, true, true).at(0.7, 1.3).at(-1.1, 0.4).at(1.5, 0.2).at(0.5, 0.2);
    }

    @Test
    void assignedAgain() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    DoubleUnaryOperator g = x -> a * x;
                    double sum = g.applyAsDouble(b);
                    if (b > 1) {
                        g = x -> a + x * x;
                    }
                    sum += g.applyAsDouble(b);
                    DoubleUnaryOperator h;
                    if (a > 1) {
                        h = g;
                    } else {
                        h = Math::exp;
                    }
                    for (int i = 0; i < 3; i++) {
                        DoubleUnaryOperator before = h;
                        h = x -> before.applyAsDouble(x) * 0.5 + b;
                    }
                    return sum * h.applyAsDouble(a);
                }
                """, true, true).at(0.7, 1.3).at(1.1, 0.4);
    }

    @Test
    void returned() {
        differentiated("""
                private static DoubleUnaryOperator scaled(double a) {
                    return x -> a * x;
                }
                private static DoubleUnaryOperator square() {
                    return x -> x * x;
                }
                private static DoubleUnaryOperator power(DoubleUnaryOperator f, int n) {
                    if (n == 0) {
                        return x -> x;
                    }
                    DoubleUnaryOperator rest = power(f, n - 1);
                    return x -> f.applyAsDouble(rest.applyAsDouble(x));
                }
                @Differentiable
                static double f(double a, double b) {
                    DoubleUnaryOperator g = scaled(a);
                    DoubleUnaryOperator shifted = Tools.shifted(power(g, 3), b);
                    return g.applyAsDouble(b) + square().applyAsDouble(a) + Tools.integrate(scaled(b), 0, a)
                            + shifted.applyAsDouble(a) + Tools.integrate(Tools.shifted(square(), a), 0, 1);
                }
                """, true, true).at(0.7, 1.3).at(1.1, 0.4);
    }

    @Test
    void composed() {
        differentiated("""
                private static double apply(DoubleUnaryOperator f, double x) {
                    return f.applyAsDouble(x);
                }
                @Differentiable
                static double f(double a, double b) {
                    DoubleUnaryOperator g = x -> a * x * x;
                    DoubleUnaryOperator h = g.andThen(x -> x + b).compose(Math::sin);
                    return apply(h, b) * g.compose(g).applyAsDouble(a) + apply(g.andThen(h), 2);
                }
                """, true, true).at(0.7, 1.3).at(1.1, 0.4);
    }

    @Test
    void handedOnByAFunctionalParameter() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    return twice(x -> a * x, b) + new Tools().scaled(x -> x * b, a);
                }
                @Differentiable
                static double twice(DoubleUnaryOperator f, double x) {
                    return Tools.integrate(f, 0, x) + Tools.integrate(y -> f.applyAsDouble(f.applyAsDouble(y)) * x, 0, 1);
                }
                """, true, true).at(0.7, 1.3).at(1.1, 0.4);
    }

    @Test
    void thatFillArrays() {
        differentiated("""
                @Differentiable
                static double f(double[] y, double growth, double h) {
                    Tools.Equations lotka = (t, state, out) -> {
                        out[0] = growth * state[0] - state[0] * state[1];
                        out[1] = state[0] * state[1] - state[1] * Math.cos(t * growth);
                    };
                    for (int i = 0; i < 4; i++) {
                        Tools.step(lotka, i * h, h, y);
                    }
                    return y[0];
                }
                """, true, true, true).at(new double[] {1, 2}, 0.7, 0.1).at(new double[] {0.3, 0.4}, 1.2, 0.2);
    }

    /** What a function does to an array that it captures, it does to the shadow as well. */
    @Test
    void thatWriteToWhatTheyCapture() {
        differentiated("""
                @Differentiable
                static double f(double a) {
                    double[] last = new double[1];
                    double sum = Tools.integrate(x -> {
                        last[0] = a * x;
                        return x * last[0];
                    }, 0, a);
                    return sum * last[0];
                }
                """, true).at(0.7).at(-1.2);
    }

    @Test
    void ofAnonymousClassesAndMethodsOfTheObject() {
        Compiled compiled = compiled("""
                final double scale = 2;
                double times(double x) {
                    return scale * x * x;
                }
                @Differentiable
                double f(double a) {
                    DoubleUnaryOperator g = new DoubleUnaryOperator() {
                        @Override
                        public double applyAsDouble(double x) {
                            return x * a + scale + own(x);
                        }
                        private double own(double x) {
                            return x * x;
                        }
                    };
                    return Tools.integrate(g, 0, a) + Tools.integrate(this::times, 0, a);
                }
                static double run(double a) {
                    return new Demo().f(a);
                }
                static io.github.pushforward.runtime.Dual run(double a, double aTangent) {
                    return DemoTangent.f(new Demo(), a, aTangent);
                }
                """);
        Differentiated.method(compiled, "demo.Demo", "demo.Demo", "run", true)
                .at(0.7)
                .at(-1.3);
    }

    /** A variable whose assignment a test does: the compiler must still see that it is assigned once. */
    @Test
    void captureOfAVariableAssignedInATest() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    double c;
                    if (a > 0 && (c = a * b) > -10) {
                        return Tools.integrate(x -> c * x, 0, b);
                    }
                    final double d = a > b ? Tools.integrate(x -> x * a, 0, 1) : b;
                    return Tools.integrate(x -> d * x * x, 0, b);
                }
                """, true, true).at(0.7, 1.3).at(-1.1, 0.4).at(-0.2, -0.4);
    }

    /** In a test the value alone counts: the plain function does. */
    @Test
    void inTests() {
        differentiated("""
                @Differentiable
                static double f(double a, double b) {
                    double sum = 0;
                    for (int i = 0; Tools.integrate(x -> a * x + 1, 0, i) < 3 && i < 9; i++) {
                        sum += b * i;
                    }
                    return sum * a;
                }
                """, true, true).at(0.7, 1.3).at(-0.3, 0.4);
    }

    /** A constant to what takes a constant, if it captures nothing active. */
    @Test
    void handedToAConstantParameter() {
        differentiated("""
                @Differentiable
                static double f(double a) {
                    return Tools.at(x -> x * x, a) * Tools.at(Math::exp, a * a);
                }
                """, true).at(0.7).at(-0.3);
    }

    /** Overloads that a lambda alone does not tell apart. */
    @Test
    void handedToOverloads() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                @SuppressWarnings("overloads")
                final class Overloads {
                    interface Own {
                        double at(double x);
                    }
                    @Differentiable
                    static double apply(Own f, double x) {
                        return f.at(x) * 2;
                    }
                    @Differentiable
                    static double apply(DoubleUnaryOperator f, double x) {
                        return f.applyAsDouble(x) * 3;
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double f(double a) {
                        return Overloads.apply((Overloads.Own) x -> a * x, a)
                                + Overloads.apply((DoubleUnaryOperator) x -> a * x * x, a);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true).at(0.7).at(-0.3);
    }

    @Test
    void gatheredByVariableArity() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            static double sum(double x, DoubleUnaryOperator... all) {
                                return all[0].applyAsDouble(x);
                            }
                            @Differentiable
                            static double f(DoubleUnaryOperator g, double a) {
                                return \u00absum(2, g) * a;
                            }
                        }
                        """).with("UnsupportedExpression", "functions as arguments of variable arity");
    }

    @Test
    void activeFunctionForAConstantParameter() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(double a) {
                                return Tools\u00ab.at(x -> x * a, a);
                            }
                        }
                        """, TOOLS).with("NoTangent", "argument 1 of at is active", "@Constant");
    }

    @Test
    void handedToAMethodThatIsNotDifferentiated() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(double a) {
                                return Other.apply(\u00abx -> x * a, a);
                            }
                        }
                        """, PREAMBLE + """
                        final class Other {
                            static double apply(DoubleUnaryOperator f, double x) {
                                return f.applyAsDouble(x);
                            }
                        }
                        """)
                .with(
                        "UnsupportedExpression",
                        "a lambda is handed to apply of demo.Other",
                        "annotate apply with @Differentiable");
    }

    /** An object of a class is not taken apart: its method would have to be found, and what it holds. */
    @Test
    void anObjectHandedToAFunctionalParameter() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            record Line(double slope) implements DoubleUnaryOperator {
                                @Override
                                public double applyAsDouble(double x) {
                                    return slope * x;
                                }
                            }
                            @Differentiable
                            static double f(double a) {
                                return Tools\u00ab.integrate(new Line(a), 0, 1);
                            }
                            @Differentiable
                            static double g(double a) {
                                DoubleUnaryOperator line = \u00abnew Line(a);
                                return line.applyAsDouble(2);
                            }
                        }
                        """, TOOLS).withEach("NoTangent", "NoTangent");
    }

    @Test
    void aParameterInAnArray() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(DoubleUnaryOperator g, double a) {
                                DoubleUnaryOperator[] all = {g, \u00abg};
                                return all[0].applyAsDouble(2) * a;
                            }
                        }
                        """.replace("{g, ", "{null, "))
                .with("UnsupportedExpression", "a function is put into an array");
    }

    @Test
    void aParameterStoredInAnArray() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(DoubleUnaryOperator g, double a) {
                                DoubleUnaryOperator[] all = new DoubleUnaryOperator[1];
                                all[0] = \u00abg;
                                return all[0].applyAsDouble(2) * a;
                            }
                        }
                        """).with("UnsupportedExpression", "a function is put into an array");
    }

    @Test
    void aParameterInAField() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            static DoubleUnaryOperator kept;
                            @Differentiable
                            static double f(DoubleUnaryOperator g, double a) {
                                kept \u00ab= g;
                                return kept.applyAsDouble(2) * a;
                            }
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.kept");
    }

    @Test
    void aParameterInACollection() {
        Refused.sources(PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(DoubleUnaryOperator g, double a) {
                                java.util.List<DoubleUnaryOperator> all = new java.util.ArrayList<>();
                                all.add(g);
                                return all\u00ab.get(0).applyAsDouble(2) * a;
                            }
                        }
                        """).with("NoTangent", "java.util.List.get");
    }

    /** Nothing of a function's code runs where it is made, and all of it in order where it is called. */
    @Test
    void codeRunsWhereItIsCalled() {
        Compiled compiled = compiled("""
                @Differentiable
                static double f(double a, double[] log) {
                    DoubleUnaryOperator g = a > 0 ? x -> {
                        log[(int) log[0]++ + 1] = x;
                        return x * a;
                    } : Math::sin;
                    double y = log[0] + g.applyAsDouble(2) * log[0] + g.applyAsDouble(3);
                    return y + log[0];
                }
                """);
        Differentiated.method(compiled, "f", true, true)
                .at(0.7, new double[] {0.5, 0, 0, 0})
                .at(-0.7, new double[] {0.5, 0, 0, 0});
        assertThat(compiled.call("demo.Demo", "f", 0.5, new double[4])).isEqualTo(0 + 1 * 1 + 1.5 + 2);
    }
}
