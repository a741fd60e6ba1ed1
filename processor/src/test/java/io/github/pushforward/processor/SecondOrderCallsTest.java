package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.processor.support.Twice;
import org.junit.jupiter.api.Test;

/** Second derivatives through calls: helpers, recursion, annotated methods here and elsewhere, rules. */
class SecondOrderCallsTest {
    private static final String IMPORTS = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.*;
            """;

    @Test
    void helpers() {
        Twice.of("""
                        private static final double[] WEIGHTS = {0.5, 2, 3};

                        @Differentiable(order = 2)
                        static double f(double[] x, double s, int n) {
                            scale(x, s * s, n);
                            double[] y = doubled(x);
                            return norm(y) * part(s, 2) + constant(n) * y[0] * y[0] + wrapped(s).doubleValue();
                        }
                        private static void scale(double[] x, double s, int n) {
                            for (int i = 0; i < x.length; i++) {
                                x[i] *= s * WEIGHTS[i] * constant(n);
                            }
                        }
                        private static double[] doubled(double[] x) {
                            double[] y = x.clone();
                            for (int i = 0; i < y.length; i++) y[i] *= 2 * x[0];
                            return y;
                        }
                        static double norm(double[] x) {
                            double sum = 0;
                            for (double each : x) sum += each * each;
                            return Math.sqrt(sum);
                        }
                        private static double part(double s, double t) { return s * s * t; }
                        private static double constant(int n) { return n + 0.5; }
                        private static Double wrapped(double s) { return s * s * s; }
                        """, "f").at(new double[] {1, -2, 0.5}, 0.75, 2);
    }

    @Test
    void recursionThroughItselfAndThroughHelpers() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, double y, int n) {
                            return n <= 0 ? x * y : f(x * y, y, n - 1) + g(x, n - 1);
                        }
                        private static double g(double x, int n) {
                            return n <= 0 ? x : f(x, x * x, n - 1);
                        }
                        """, "f").at(1.25, -0.75, 4);
    }

    @Test
    void functionsThatAreMadeHere() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, double[] y) {
                            java.util.function.DoubleUnaryOperator g = z -> z * z * x;
                            return twice(g, x) + java.util.Arrays.stream(y).map(z -> z * z * z * x).sum();
                        }
                        private static double twice(java.util.function.DoubleUnaryOperator g, double x) {
                            return g.applyAsDouble(g.applyAsDouble(x));
                        }
                        """, "f").at(0.75, new double[] {1.5, -2});
    }

    @Test
    void annotatedMethodsOfTheSameClassOfWhateverOrder() {
        Twice.of("""
                        @Differentiable
                        static double g(double x, double y) { return x * x * y; }

                        @Differentiable(order = 2)
                        static double h(double[] x) { return x[0] / x[1]; }

                        @Differentiable(order = 2)
                        static double f(double[] x) {
                            return g(x[0], x[1]) * h(x) + g(x[1], 2) + g(2, x[0]);
                        }
                        """, "f").at(new Object[] {new double[] {1.5, -0.5}});
    }

    @Test
    void annotatedMethodsOfOtherClasses() {
        Compiled compiled = Compiled.sources(IMPORTS + """
                        final class Demo {
                            @Differentiable(order = 2)
                            static double f(double[] x, double s) {
                                double sum = Other.norm(x) * s;
                                Other.scale(x, s);
                                double[] y = Other.squares(x);
                                return sum + y[0] * y[1] + Other.Inner.cube(sum);
                            }
                        }
                        """, IMPORTS + """
                        final class Other {
                            @Differentiable(order = 2)
                            static double norm(double[] x) {
                                double sum = 0;
                                for (double each : x) sum += each * each;
                                return Math.sqrt(sum);
                            }
                            @Differentiable(order = 2)
                            static void scale(double[] x, double s) {
                                for (int i = 0; i < x.length; i++) x[i] *= s;
                            }
                            @Differentiable(order = 2)
                            static double[] squares(double[] x) {
                                double[] y = x.clone();
                                for (int i = 0; i < x.length; i++) y[i] *= x[i];
                                return y;
                            }
                            static final class Inner {
                                @Differentiable(order = 2)
                                static double cube(double x) { return x * x * x; }
                            }
                        }
                        """);

        Twice.of(compiled, "f").at(new double[] {1, -2, 0.5}, 0.75);
        // The arrays that `norm` reads are not written there, but by `scale`.
        assertThat(compiled.load("demo.OtherSecondOrder").getDeclaredMethods())
                .filteredOn(method -> method.getName().equals("norm"))
                .extracting(java.lang.reflect.Method::getParameterCount)
                .containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void anotherClassOfOrderOneIsRefusedAtTheCall() {
        Refused.sources(IMPORTS + """
                                final class Demo {
                                    @Differentiable(order = 2)
                                    static double f(double x) {
                                        return 2 * Other.«cube(x * x) + Other.cube(3);
                                    }
                                }
                                """.replace("Other.«cube", "Other«.cube"), IMPORTS + """
                                final class Other {
                                    @Differentiable
                                    static double cube(double x) { return x * x * x; }
                                }
                                """)
                .with("NoTangent", "demo.Other.cube", "order = 2");
    }

    @Test
    void anotherClassOfOrderOneWithoutActiveArguments() {
        Compiled compiled = Compiled.sources(IMPORTS + """
                        final class Demo {
                            @Differentiable(order = 2)
                            static double f(double x) { return x * x * Other.cube(3); }
                        }
                        """, IMPORTS + """
                        final class Other {
                            @Differentiable
                            static double cube(double x) { return x * x * x; }
                        }
                        """);

        Twice.of(compiled, "f").at(2.0);
    }

    @Test
    void instanceMethodsOfConstantObjects() {
        Compiled compiled = Compiled.sources(IMPORTS + """
                        class Demo {
                            final double stiffness = 3;
                            @Differentiable(order = 2)
                            final double f(double x) { return stiffness * energy(x) * x; }
                            private double energy(double x) { return x * x * stiffness; }
                        }
                        """);

        Object demo = construct(compiled);
        Twice.of(compiled, "f").hasHessian(new double[][] {{54.0 * 2}}, demo, 2.0);
    }

    /** A method that another class overrides, and calls as that of its superclass. */
    @Test
    void overriddenMethodsAndTheirSuperCalls() {
        Compiled compiled = Compiled.sources(IMPORTS + """
                        final class Demo {
                            @Differentiable(order = 2)
                            static double f(Shape shape, double r) { return shape.area(r * r) * r; }
                        }
                        """, IMPORTS + """
                        class Shape {
                            final double scale = 3;
                            @Differentiable(order = 2)
                            double area(double r) { return scale * r * r; }
                        }
                        """, IMPORTS + """
                        final class Cone extends Shape {
                            @Differentiable(order = 2)
                            @Override
                            double area(double r) { return super.area(r) + r * r * r; }
                        }
                        """);

        // f(r) = 3 r⁵, and 3 r⁵ + r⁷ for the cone
        Twice.of(compiled, "f").at(construct(compiled, "demo.Shape"), 1.5).at(construct(compiled, "demo.Cone"), 1.5);
        Twice.of(compiled, "f")
                .hasHessian(new double[][] {{60.0}}, construct(compiled, "demo.Shape"), 1.0)
                .hasHessian(new double[][] {{102.0}}, construct(compiled, "demo.Cone"), 1.0);
    }

    private static Object construct(Compiled compiled) {
        return construct(compiled, "demo.Demo");
    }

    private static Object construct(Compiled compiled, String name) {
        try {
            var constructor = compiled.load(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
