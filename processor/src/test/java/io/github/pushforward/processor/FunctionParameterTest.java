package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Driven;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualUnaryOperator;
import io.github.pushforward.runtime.GradientCheck;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Parameters of the interfaces of {@code java.util.function}: the tangent method takes them in their dual form. */
class FunctionParameterTest {
    private static final String INTEGRATE = """
            @Differentiable
            static double integrate(DoubleUnaryOperator f, double a, double b) {
                double h = (b - a) / 6;
                double sum = 0;
                for (int i = 0; i < 6; i++) {
                    sum += f.applyAsDouble(a + (i + 0.5) * h);
                }
                return sum * h;
            }
            """;

    @Test
    void ofOneNumber() {
        Driven.of(INTEGRATE, """
                        static double run(double c, double a, double b) {
                            return Demo.integrate(x -> Math.sin(c * x), a, b);
                        }
                        """, """
                        static Dual run(double c, double a, double b, double cTangent, double aTangent, double bTangent) {
                            return DemoTangent.integrate(
                                    (x, xTangent) -> new Dual(
                                            Math.sin(c * x), Math.cos(c * x) * (c * xTangent + cTangent * x)),
                                    a, b, aTangent, bTangent);
                        }
                        """, true, true, true)
                .at(0.7, -0.2, 1.3)
                .at(-1.1, 0.4, 0.9)
                .at(3.0, 2.0, -1.0);
    }

    @Test
    void ofTwoNumbersAndOfNone() {
        Driven.of("""
                        @Differentiable
                        static double f(DoubleBinaryOperator f, DoubleSupplier s, double x) {
                            double y = f.applyAsDouble(x, 2) * s.getAsDouble();
                            return f.applyAsDouble(y, x) + s.getAsDouble();
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f((u, v) -> u * v + c, () -> c * c, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f(
                                    (u, v, uTangent, vTangent) -> new Dual(u * v + c, uTangent * v + u * vTangent + cTangent),
                                    () -> new Dual(c * c, 2 * c * cTangent), x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 0.4);
    }

    @Test
    void ofIntegers() {
        Driven.of("""
                        @Differentiable
                        static double f(IntToDoubleFunction table, LongToDoubleFunction other, double x) {
                            double sum = 0;
                            for (int i = 0; i < 4; i++) {
                                sum = sum * x + table.applyAsDouble(i) * other.applyAsDouble(i);
                            }
                            return sum;
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f(n -> c * n, n -> c + n, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f(
                                    n -> new Dual(c * n, cTangent * n), n -> new Dual(c + n, cTangent), x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 1.4);
    }

    @Test
    void ofArrays() {
        Driven.of("""
                        @Differentiable
                        static double f(
                                ToDoubleFunction<double[]> norm,
                                ToDoubleBiFunction<double[], double[]> product,
                                DoubleFunction<double[]> curve,
                                Function<double[], double[]> map,
                                UnaryOperator<double[]> same,
                                @Constant double[] weights,
                                double[] x) {
                            double[] y = curve.apply(x[0]);
                            y[1] *= x[1];
                            double[] z = same.apply(map.apply(y));
                            return norm.applyAsDouble(z) * product.applyAsDouble(x, weights) + norm.applyAsDouble(weights);
                        }
                        """, """
                        static double run(double[] w, double[] x, double c) {
                            return Demo.f(
                                    a -> a[0] * a[0] + c * a[1],
                                    (a, b) -> a[0] * b[0] + a[1] * b[1] * c,
                                    t -> new double[] {t * c, t * t},
                                    a -> new double[] {a[1], a[0] * c},
                                    a -> a,
                                    w, x);
                        }
                        """, """
                        static Dual run(double[] w, double[] x, double c, double[] xTangent, double cTangent) {
                            return DemoTangent.f(
                                    (a, aTangent) -> new Dual(
                                            a[0] * a[0] + c * a[1], 2 * a[0] * aTangent[0] + c * aTangent[1] + cTangent * a[1]),
                                    (a, b, aTangent, bTangent) -> new Dual(
                                            a[0] * b[0] + a[1] * b[1] * c,
                                            aTangent[0] * b[0] + a[0] * bTangent[0] + aTangent[1] * b[1] * c
                                                    + a[1] * bTangent[1] * c + a[1] * b[1] * cTangent),
                                    (t, tTangent) -> new DualOf<>(
                                            new double[] {t * c, t * t},
                                            new double[] {tTangent * c + t * cTangent, 2 * t * tTangent}),
                                    (a, aTangent) -> new DualOf<>(
                                            new double[] {a[1], a[0] * c},
                                            new double[] {aTangent[1], aTangent[0] * c + a[0] * cTangent}),
                                    DualOf::new,
                                    w, x, xTangent);
                        }
                        """, false, true, true)
                .at(new double[] {0.3, 0.9}, new double[] {0.7, -0.2}, 1.1)
                .at(new double[] {-0.3, 0.2}, new double[] {1.7, 0.2}, -0.4);
    }

    /** What a function gives is active even where all that it gets is constant. */
    @Test
    void resultsAreActive() {
        Driven.of("""
                        @Differentiable
                        static double f(DoubleUnaryOperator f) {
                            double y = f.applyAsDouble(2);
                            return y * f.applyAsDouble(1);
                        }
                        """, """
                        static double run(double c) {
                            return Demo.f(x -> c * x);
                        }
                        """, """
                        static Dual run(double c, double cTangent) {
                            return DemoTangent.f((x, xTangent) -> new Dual(c * x, cTangent * x + c * xTangent));
                        }
                        """, true).at(0.7).at(-3.0);
    }

    /** In a test there is no room for a tangent, and no need: the dual form is the plain function as well. */
    @Test
    void inConditionsAndHelpers() {
        Driven.of("""
                        private static double bisect(DoubleUnaryOperator f, double low, double high) {
                            double a = low;
                            double b = high;
                            for (int i = 0; i < 8; i++) {
                                double m = (a + b) / 2;
                                if (f.applyAsDouble(m) * f.applyAsDouble(a) > 0) {
                                    a = m;
                                } else {
                                    b = m;
                                }
                            }
                            while (f.applyAsDouble(b) > 100) {
                                b = b / 2;
                            }
                            return a - f.applyAsDouble(a) * (b - a) / (f.applyAsDouble(b) - f.applyAsDouble(a));
                        }
                        @Differentiable
                        static double f(DoubleUnaryOperator f, double low, double high) {
                            return bisect(f, low, high) * (f.applyAsDouble(low) > 0 ? high : f.applyAsDouble(high));
                        }
                        """, """
                        static double run(double c, double a, double b) {
                            return Demo.f(x -> x * x * x - c, a, b);
                        }
                        """, """
                        static Dual run(double c, double a, double b, double cTangent, double aTangent, double bTangent) {
                            return DemoTangent.f(
                                    (x, xTangent) -> new Dual(x * x * x - c, 3 * x * x * xTangent - cTangent),
                                    a, b, aTangent, bTangent);
                        }
                        """, true, true, true).at(0.7, -0.2, 1.3).at(2.1, 0.4, 1.9);
    }

    @Test
    void composed() {
        Driven.of("""
                        @Differentiable
                        static double f(DoubleUnaryOperator f, DoubleUnaryOperator g, double x) {
                            DoubleUnaryOperator twice = f.andThen(f);
                            return f.compose(g).applyAsDouble(x) * g.andThen(twice).applyAsDouble(1);
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f(u -> u * c, u -> u * u + c, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f(
                                    (u, uTangent) -> new Dual(u * c, uTangent * c + u * cTangent),
                                    (u, uTangent) -> new Dual(u * u + c, 2 * u * uTangent + cTangent), x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 0.4);
    }

    /** A constant function is the plain one, and what it gives is constant. */
    @Test
    void constant() {
        Driven.of("""
                        @Differentiable
                        static double f(@Constant DoubleUnaryOperator f, double x) {
                            return x * x * f.applyAsDouble(2);
                        }
                        """, """
                        static double run(double x) {
                            return Demo.f(Math::exp, x);
                        }
                        """, """
                        static Dual run(double x, double xTangent) {
                            DoubleUnaryOperator plain = Math::exp;
                            return DemoTangent.f(plain, x, xTangent);
                        }
                        """, true).at(0.7).at(-3.0);
    }

    @Test
    void constantThatReceivesAnActiveValue() {
        Refused.members("""
                        @Differentiable
                        static double f(@Constant java.util.function.DoubleUnaryOperator f, double x) {
                            return x * f\u00ab.applyAsDouble(x);
                        }
                        """).with("NoTangent", "a constant function receives an active value", "remove @Constant");
    }

    @Test
    void constantThatIsHandedOn() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.*;
                        final class Demo {
                            @Differentiable
                            static double f(@Constant java.util.function.DoubleUnaryOperator f, double x) {
                                return Other\u00ab.apply(f, x);
                            }
                        }
                        """, """
                        package demo;
                        import io.github.pushforward.*;
                        final class Other {
                            @Differentiable
                            static double apply(java.util.function.DoubleUnaryOperator f, double x) {
                                return f.applyAsDouble(x);
                            }
                        }
                        """).with("NoTangent", "argument 1 of apply is a constant function");
    }

    /** Where the function receives what the gradient is taken with respect to, its derivative counts. */
    @Test
    void gradientTakesTheDualFormWhereItCounts() {
        Compiled compiled = Driven.compile(INTEGRATE, """
                static double run(double x) {
                    return x;
                }
                """, """
                static double[] run(double a, double b) {
                    DemoGradient.IntegrateGradient gradient =
                            DemoGradient.integrate((x, xTangent) -> new Dual(x * x, 2 * x * xTangent), a, b);
                    DifferentiableFunction view =
                            DemoGradient.integrateFunction((x, xTangent) -> new Dual(x * x, 2 * x * xTangent), a, b);
                    DemoGradient.IntegrateGradient along = DemoGradient.integrateAlong(
                            (x, xTangent) -> new Dual(x * x, 2 * x * xTangent), a, b, 1, 0);
                    return new double[] {gradient.value(), gradient.a(), gradient.b(), view.value(view.start()), along.a()};
                }
                """);
        double[] actual = (double[]) compiled.call("demo.Duals", "run", 0.5, 2.0);
        // The midpoint rule: its value is that of the integral less h³/24 · n · f'' ...
        double h = 1.5 / 6;
        double value = (8 - 0.125) / 3 - 1.5 * h * h / 12;
        assertThat(actual[0]).isCloseTo(value, within(1e-12));
        assertThat(actual[1]).isCloseTo(-0.25 + 3 * 1.5 * 1.5 / (36 * 12), within(1e-12));
        assertThat(actual[2]).isCloseTo(4 - 3 * 1.5 * 1.5 / (36 * 12), within(1e-12));
        assertThat(actual[3]).isEqualTo(actual[0]);
        assertThat(actual[4]).isEqualTo(actual[1]);
    }

    @Test
    void gradientTakesThePlainFunctionElsewhere() {
        Compiled compiled = Driven.compile("""
                @Differentiable
                static double f(IntToDoubleFunction table, DoubleUnaryOperator curve, DoubleUnaryOperator warp, double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += warp.applyAsDouble(x[i]) * table.applyAsDouble(i) * curve.applyAsDouble(i);
                    }
                    return sum;
                }
                """, """
                static double run(double x) {
                    return x;
                }
                """, """
                static double[] run(double[] x) {
                    IntToDoubleFunction table = n -> n + 1;
                    DoubleUnaryOperator curve = t -> t + 2;
                    DualUnaryOperator warp = (u, uTangent) -> new Dual(u * u, 2 * u * uTangent);
                    DemoGradient.FGradient gradient = DemoGradient.f(table, curve, warp, x);
                    DifferentiableFunction view = DemoGradient.fFunction(table, curve, warp, x);
                    return new double[] {gradient.value(), gradient.x()[0], gradient.x()[1], view.value(view.start())};
                }
                """);
        assertThat((double[]) compiled.call("demo.Duals", "run", new double[] {0.5, 2.0}))
                .containsExactly(0.25 * 2 + 4 * 2 * 3, 1 * 2, 4 * 2 * 3, 0.25 * 2 + 4 * 2 * 3);
    }

    @Test
    void jacobian() {
        Compiled compiled = Driven.compile("""
                @Differentiable
                static double[] f(Function<double[], double[]> map, double[] x) {
                    return map.apply(x);
                }
                """, """
                static double run(double x) {
                    return x;
                }
                """, """
                static double[][] run(double[] x) {
                    DemoGradient.FJacobian jacobian = DemoGradient.f(
                            (a, aTangent) -> new DualOf<>(
                                    new double[] {a[0] * a[1], a[0]},
                                    new double[] {aTangent[0] * a[1] + a[0] * aTangent[1], aTangent[0]}),
                            x);
                    return new double[][] {jacobian.value(), jacobian.x()[0], jacobian.x()[1]};
                }
                """);
        assertThat((double[][]) compiled.call("demo.Duals", "run", new double[] {0.5, 2.0}))
                .isDeepEqualTo(new double[][] {{1, 0.5}, {2, 0.5}, {1, 0}});
    }

    /** A constant made of a plain function does not lose derivatives in silence. */
    @Test
    void plainFunctionsRefuseActiveValues() {
        DualUnaryOperator constant = DualUnaryOperator.constant(Math::exp);
        assertThat(constant.apply(1.0, 0.0)).isEqualTo(new Dual(Math.exp(1.0), 0.0));
        assertThat(constant.apply(1.0, -0.0)).isEqualTo(new Dual(Math.exp(1.0), 0.0));
        assertThatThrownBy(() -> constant.apply(1.0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a plain function received an active value");
        assertThatThrownBy(() -> constant.apply(1.0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        DoubleUnaryOperator plain = constant;
        assertThat(plain.applyAsDouble(2.0)).isEqualTo(Math.exp(2.0));
    }

    @Test
    void viewsServeAsFunctions() {
        Compiled compiled = Driven.compile(INTEGRATE, """
                static double run(double x) {
                    return x;
                }
                """, """
                static DifferentiableFunction run(double a, double b) {
                    return DemoGradient.integrateFunction((x, xTangent) -> new Dual(Math.exp(x), Math.exp(x) * xTangent), a, b);
                }
                """);
        DifferentiableFunction view = (DifferentiableFunction) compiled.call("demo.Duals", "run", 0.5, 2.0);
        assertThat(GradientCheck.of(view).at(view.start()).passed(1e-6)).isTrue();
    }
}
