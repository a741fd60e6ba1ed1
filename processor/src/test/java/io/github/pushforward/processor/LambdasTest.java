package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Lambdas and method references inside a differentiable method: what they capture carries its tangent into them. */
class LambdasTest {

    private static final String INTEGRATE = """
            private static double integrate(java.util.function.DoubleUnaryOperator f, double a, double b) {
                double h = (b - a) / 6;
                double sum = 0;
                for (int i = 0; i < 6; i++) {
                    sum += f.applyAsDouble(a + (i + 0.5) * h);
                }
                return sum * h;
            }
            """;

    @Test
    void calledWhereItIsMade() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double a, double b) {
                            double c = a * b;
                            java.util.function.DoubleUnaryOperator g = x -> c * x + Math.sin(a * x);
                            java.util.function.DoubleBinaryOperator h = (double x, double y) -> {
                                double product = x * y;
                                if (product > 1) {
                                    return product * b;
                                }
                                return g.applyAsDouble(product);
                            };
                            return g.applyAsDouble(b) * h.applyAsDouble(a, g.applyAsDouble(2));
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4).at(2.0, 3.0);
    }

    @Test
    void handedToAMethodOfTheClass() {
        Differentiated.of(INTEGRATE + """
                        @Differentiable
                        static double f(double scale, double from, double to) {
                            java.util.function.DoubleUnaryOperator density = x -> scale * x * x;
                            return integrate(density, from, to) + integrate(x -> Math.exp(-x * scale), 0, to);
                        }
                        """, "f").at(0.7, -0.2, 1.3).at(-1.1, 0.4, 0.9);
    }

    /** Two functions make two forms of the method, and each goes to its own function. */
    @Test
    void differentFunctionsForOneMethod() {
        Differentiated.of(INTEGRATE + """
                        @Differentiable
                        static double f(double a) {
                            return integrate(x -> a * x, 0, 1) - integrate(x -> a + x, a, 2) * integrate(Math::exp, 0, a)
                                    + integrate(Math::sqrt, 1, 2);
                        }
                        """, "f").at(0.7).at(1.6);
    }

    /** The classic trap of nested derivatives: the inner function must not mix up the two variables. */
    @Test
    void nested() {
        Differentiated.of(INTEGRATE + """
                        @Differentiable
                        static double f(double x) {
                            return integrate(y -> x * y * integrate(z -> x + y * z * x, y, x), 0, x);
                        }
                        @Differentiable
                        static double selfApplied(double x) {
                            java.util.function.DoubleUnaryOperator f = y -> x * y;
                            java.util.function.DoubleUnaryOperator g = y -> f.applyAsDouble(f.applyAsDouble(y)) + x;
                            return f.applyAsDouble(g.applyAsDouble(f.applyAsDouble(x)));
                        }
                        """, "f").at(0.7).at(1.6).at(-0.4);
        // f(y) = x y, g(y) = x²y + x: f(g(f(x))) = x (x² x² + x) = x⁵ + x²
        Differentiated.of("""
                        @Differentiable
                        static double selfApplied(double x) {
                            java.util.function.DoubleUnaryOperator f = y -> x * y;
                            java.util.function.DoubleUnaryOperator g = y -> f.applyAsDouble(f.applyAsDouble(y)) + x;
                            return f.applyAsDouble(g.applyAsDouble(f.applyAsDouble(x)));
                        }
                        """, "selfApplied").at(0.7).at(-1.2).tangentIs(5 * 16 + 4, new Object[] {2.0}, 1.0);
    }

    @Test
    void rootFinder() {
        Differentiated.of("""
                        private static double root(
                                java.util.function.DoubleUnaryOperator f, double start, double next, int steps) {
                            double x0 = start;
                            double x1 = next;
                            double f0 = f.applyAsDouble(x0);
                            for (int i = 0; i < steps; i++) {
                                double f1 = f.applyAsDouble(x1);
                                if (f1 == f0) {
                                    break;
                                }
                                double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
                                x0 = x1;
                                f0 = f1;
                                x1 = x2;
                            }
                            return x1;
                        }
                        @Differentiable
                        static double f(double a) {
                            return root(x -> x * x - a, 1, 2, 5);
                        }
                        """, "f").at(2.0).at(3.1);
    }

    /** An ODE stepper that gets a function of arrays and writes into its argument. */
    @Test
    void stepper() {
        Differentiated.of("""
                        interface Equations {
                            void derivatives(double t, double[] y, double[] out);
                        }
                        private static void step(Equations equations, double t, double h, double[] y) {
                            double[] k = new double[y.length];
                            equations.derivatives(t, y, k);
                            double[] middle = new double[y.length];
                            for (int i = 0; i < y.length; i++) {
                                middle[i] = y[i] + h / 2 * k[i];
                            }
                            equations.derivatives(t + h / 2, middle, k);
                            for (int i = 0; i < y.length; i++) {
                                y[i] += h * k[i];
                            }
                        }
                        @Differentiable
                        static double f(double[] y, double growth, double h) {
                            Equations lotka = (t, state, out) -> {
                                out[0] = growth * state[0] - state[0] * state[1];
                                out[1] = state[0] * state[1] - state[1] * Math.cos(t * growth);
                            };
                            for (int i = 0; i < 4; i++) {
                                step(lotka, i * h, h, y);
                            }
                            return y[0];
                        }
                        """, "f").at(new double[] {1, 2}, 0.7, 0.1).at(new double[] {0.3, 0.4}, 1.2, 0.2);
    }

    /** The method calls itself and hands the function on. */
    @Test
    void recursion() {
        Differentiated.of("""
                        private static double adaptive(
                                java.util.function.DoubleUnaryOperator f, double a, double b, int depth) {
                            double m = (a + b) / 2;
                            if (depth == 0) {
                                return (b - a) * f.applyAsDouble(m);
                            }
                            return adaptive(f, a, m, depth - 1) + adaptive(f, m, b, depth - 1);
                        }
                        @Differentiable
                        static double f(double a, double b) {
                            return adaptive(x -> Math.exp(a * x), 0, b, 3);
                        }
                        """, "f").at(0.7, 1.0).at(-0.3, 2.0);
    }

    /** What is captured has another name where a method or a parameter of the function uses its name. */
    @Test
    void names() {
        Differentiated.of("""
                        private static double twice(java.util.function.DoubleUnaryOperator g, double x) {
                            double a = g.applyAsDouble(x);
                            double aTangent = 2 * a;
                            return g.applyAsDouble(aTangent) + a;
                        }
                        @Differentiable
                        static double f(double a, double aTangent) {
                            double result;
                            if (a > 0) {
                                result = twice(x -> a * x * aTangent, aTangent);
                            } else {
                                java.util.function.DoubleUnaryOperator twice = x -> {
                                    double twiceTangent = x + a;
                                    return twiceTangent * aTangent;
                                };
                                result = twice.applyAsDouble(aTangent) + twice(twice, a);
                            }
                            return result;
                        }
                        """, "f").at(0.7, 1.2).at(-0.3, 2.0);
    }

    @Test
    void overloadsByArity() {
        Differentiated.of("""
                        private static double apply(java.util.function.DoubleUnaryOperator g, double x) {
                            return g.applyAsDouble(x);
                        }
                        private static double apply(java.util.function.DoubleBinaryOperator g, double x) {
                            return g.applyAsDouble(x, 2 * x);
                        }
                        private static double apply(double g, double x) {
                            return g - x;
                        }
                        @Differentiable
                        static double f(double a) {
                            return apply(x -> x * a, 3) + apply((x, y) -> x * y * a, a) + apply(a, 2);
                        }
                        """, "f").at(0.7).at(-0.3);
    }

    @Test
    void methodReferences() {
        Differentiated.of(INTEGRATE + """
                        private static double square(double x) {
                            return x * x;
                        }
                        private static double square(float x) {
                            return -x;
                        }
                        @Differentiable
                        static double f(double a) {
                            java.util.function.DoubleUnaryOperator root = Math::sqrt;
                            java.util.function.DoubleBinaryOperator power = Math::pow;
                            return integrate(Demo::square, 0, a) + root.applyAsDouble(a) * power.applyAsDouble(a, 3);
                        }
                        """, "f").at(0.7).at(2.3);
    }

    @Test
    void functionsOfArrays() {
        Differentiated.of("""
                        private static double apply(java.util.function.ToDoubleFunction<double[]> g, double[] at) {
                            return g.applyAsDouble(at) * at[0];
                        }
                        @Differentiable
                        static double f(double[] a, double b) {
                            java.util.function.ToDoubleFunction<double[]> norm = v -> {
                                double sum = b;
                                for (double x : v) {
                                    sum += x * x;
                                }
                                return Math.sqrt(sum);
                            };
                            return norm.applyAsDouble(a) + apply(norm, new double[] {b, a[0]});
                        }
                        """, "f").at(new double[] {1, 2}, 0.5).at(new double[] {-1, 0.2}, 1.5);
    }

    /** An array is captured as it is: what the function writes, the method sees. */
    @Test
    void capturedArrays() {
        Differentiated.of("""
                        interface Visitor {
                            void visit(int i, double x);
                        }
                        private static void each(double[] a, Visitor visitor) {
                            for (int i = 0; i < a.length; i++) {
                                visitor.visit(i, a[i]);
                            }
                        }
                        @Differentiable
                        static double f(double[] a, double b) {
                            double[] sums = new double[2];
                            each(a, (i, x) -> sums[i % 2] += b * x * x);
                            each(sums, (i, x) -> a[i] = x);
                            return sums[0] * sums[1];
                        }
                        """, "f").at(new double[] {1, 2, 3}, 0.5).at(new double[] {-1, 0.2}, 1.5);
    }

    /** A function of an interface with a method that is not abstract. */
    @Test
    void defaultMethods() {
        Differentiated.of("""
                        interface Curve {
                            double at(double t);
                            default double slope(double t, double h) {
                                return (at(t + h) - this.at(t - h)) / (2 * h);
                            }
                            static double halved(double x) {
                                return x / 2;
                            }
                        }
                        private static double use(Curve curve, double t) {
                            return curve.slope(t, 0.25) + Curve.halved(curve.at(t));
                        }
                        @Differentiable
                        static double f(double a, double t) {
                            Curve curve = s -> a * s * s * s;
                            return curve.slope(t, 0.5) + use(s -> curve.at(s) * a, t);
                        }
                        """, "f").at(0.5, 1.5).at(-0.7, 0.2);
    }

    /** Effects of arguments come in their order; a function has none of its own. */
    @Test
    void evaluationOrder() {
        Differentiated.of("""
                        private static double call(double x, java.util.function.DoubleUnaryOperator g, double y) {
                            return g.applyAsDouble(x) / y;
                        }
                        @Differentiable
                        static double f(double[] a, double b, int k) {
                            int i = k;
                            java.util.function.DoubleUnaryOperator g = x -> a[0] * x + b;
                            double sum = g.applyAsDouble(a[i++]) - g.applyAsDouble(a[i++] *= 2);
                            return sum * call(a[0] += b, x -> a[1] -= x, a[1] * a[i - 2]);
                        }
                        """, "f")
                .at(new double[] {1, 2, 3}, 0.5, 0)
                .at(new double[] {-1, 0.2, 3}, 1.5, 1)
                .fails(ArrayIndexOutOfBoundsException.class, new double[] {1, 2, 3}, 0.5, 2);
    }

    /** Conditions and counts are functions as well; nothing active comes out of them. */
    @Test
    void inactiveResults() {
        Differentiated.of("""
                        private static double sum(
                                double[] a, java.util.function.DoublePredicate p, java.util.function.IntUnaryOperator index) {
                            double sum = 0;
                            for (int i = 0; i < a.length; i++) {
                                double x = a[index.applyAsInt(i)];
                                if (p.test(x)) {
                                    sum += x * x;
                                }
                            }
                            return sum;
                        }
                        @Differentiable
                        static double f(double[] a, double limit) {
                            int n = a.length;
                            return sum(a, x -> x < limit, i -> n - 1 - i) + limit;
                        }
                        """, "f").at(new double[] {1, 2, 3}, 2.5).at(new double[] {-1, 0.2}, 1.5);
    }

    /** With nothing active about it, a function is copied with the method that gets it. */
    @Test
    void inactiveFunctions() {
        Differentiated.of(INTEGRATE + """
                        private static final double[] WEIGHTS = {0.5, 0.25};
                        private static double weighted(double x) {
                            return WEIGHTS[0] * x + WEIGHTS[1];
                        }
                        @Differentiable
                        static double f(double a, @Constant double c) {
                            double area = integrate(x -> weighted(x) * c, 0, 1);
                            return a * a * area + integrate(x -> weighted(x) * a, 0, 1);
                        }
                        """, "f").at(1.2, 2.5).at(-1.0, 0.3);
    }

    /** Functions over boxes, generic interfaces, variable arity, checked exceptions, private interfaces. */
    @Test
    void signatures() {
        Differentiated.of("""
                        private interface Task<T, R> {
                            R run(T argument, double... rest) throws java.io.IOException;
                        }
                        private static <T> double generic(T value) {
                            return 2;
                        }
                        private static double call(Task<Double, Double> task, double x) throws java.io.IOException {
                            return task.run(x) + task.run(2 * x, x, 3);
                        }
                        @Differentiable
                        static double f(double a, double b) {
                            java.util.function.Function<Double, Double> square = x -> x * x * a;
                            java.util.function.BiFunction<Integer, Double, Double> times = (n, x) -> n * x;
                            Task<Double, Double> task = (x, rest) -> {
                                if (x > 100) {
                                    throw new java.io.IOException("large");
                                }
                                double sum = x * b;
                                for (double y : rest) {
                                    sum += y * a;
                                }
                                return sum;
                            };
                            double result;
                            try {
                                result = call(task, square.apply(b));
                            } catch (java.io.IOException e) {
                                result = -a;
                            }
                            return result + times.apply(3, a);
                        }
                        """, "f").at(0.7, 1.3).at(-1.1, 0.4).at(20.0, 11.0);
    }

    @Test
    void receiversOfInstanceMethods() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import java.util.function.DoubleUnaryOperator;
                public class Demo {
                    final double scale;
                    Demo(double scale) {
                        this.scale = scale;
                    }
                    private double times(DoubleUnaryOperator g, double x) {
                        return scale * g.applyAsDouble(x);
                    }
                    double scaled(double x) {
                        return x * scale + offset();
                    }
                    double offset() {
                        return 1;
                    }
                    @Differentiable
                    double f(double a) {
                        DoubleUnaryOperator own = this::scaled;
                        return times(x -> this.scale * x * a + scaled(x), a) + times(own, a) + own.applyAsDouble(a);
                    }
                    static double run(double scale, double a) {
                        return new Demo(scale).f(a);
                    }
                }
                """);
        // 2 (2·3·3 + 7) + 2·7 + 7 = 71; d/da = 2 (2·2·a + 2) + 2·2 + 2 = 34
        Object demo = made(compiled, 2.0);
        io.github.pushforward.runtime.Dual dual =
                (io.github.pushforward.runtime.Dual) compiled.call("demo.DemoTangent", "f", demo, 3.0, 1.0);
        assertThat(dual.value())
                .isEqualTo(compiled.call("demo.Demo", "run", 2.0, 3.0))
                .isEqualTo(71.0);
        assertThat(dual.tangent()).isEqualTo(34.0);
    }

    private static Object made(Compiled compiled, double scale) {
        try {
            var constructor = compiled.load("demo.Demo").getDeclaredConstructor(double.class);
            constructor.setAccessible(true);
            return constructor.newInstance(scale);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
