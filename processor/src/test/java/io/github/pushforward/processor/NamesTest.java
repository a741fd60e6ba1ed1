package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Generated names stand beside those of the source, whatever these are. */
class NamesTest {

    @Test
    void localsNamedLikeShadows() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, double xTangent, double[] xTangent_) {
                            double yTangent = x * xTangent;
                            double y = yTangent * xTangent_[0];
                            double yTangent_ = y + x;
                            xTangent_[1] = yTangent_ * y;
                            return xTangent_[1] + yTangent;
                        }
                        """, "f").at(0.7, 1.1, new double[] {1.5, -2});
    }

    @Test
    void localsNamedLikeTemporaries() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double exp, double product) {
                            double value = Math.exp(exp) * Math.exp(product);
                            double exp2 = Math.sin(value) / product;
                            double sum = exp2 * exp2 / (exp2 + 1);
                            double quotient = Math.sqrt(value / sum * (value / sum));
                            int test = 1;
                            double choice = exp > 0 ? Math.exp(exp) : (product += 1);
                            return value * quotient + choice * test;
                        }
                        """, "f").at(0.7, 1.1).at(-0.7, 1.1);
    }

    /** They hid the classes whose methods gradients and views call: seeds 9003496 and 9004391 of the mutated sources. */
    @Test
    void parametersNamedLikeWhatGradientsCall() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double[] Directions, double DemoLanes, double[] Packing, double LaneArrays, double Tangents) {
                            return Directions[0] * DemoLanes * Packing[0] + LaneArrays * Tangents;
                        }
                        """, "f").at(new double[] {0.7}, 1.1, new double[] {2}, 3.0, 4.0);
    }

    @Test
    void localsNamedLikeGeneratedTypes() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double Dual, double Math, double[] Shadows) {
                            double DualOf = Dual * Math;
                            double MathTangents = java.lang.Math.exp(DualOf) * java.lang.Math.max(Dual, Math);
                            double[] DemoTangent = {Dual, 1, g(Math)};
                            double Demo = java.lang.Math.hypot(Dual, DemoTangent[2]);
                            double FlatFunction = g(Demo);
                            return MathTangents * Demo + DemoTangent[0] * Shadows[0] - FlatFunction;
                        }
                        static double g(double demo) {
                            return java.lang.Math.sqrt(demo);
                        }
                        """, "f").at(0.7, 1.1, new double[] {2});
    }

    @Test
    void localsNamedLikeTheirPackages() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double io, double java, double demo) {
                            double pushforward = io * Math.exp(java) + Math.abs(demo);
                            double[] github = {pushforward, 1};
                            return github[0] * g(demo);
                        }
                        static double g(double x) {
                            return Math.max(x, 2 * x);
                        }
                        """, "f").at(0.7, 1.1, 2.0);
    }

    @Test
    void parametersOfTheGradientsOwn() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double value, double[] gradient, double flat, int at, double function, double[] point) {
                            return value * gradient[at] + flat * function / point[0];
                        }
                        @Differentiable
                        static double g(double x, double random, double directions, int samples, int seed) {
                            return x * random + directions * samples + seed;
                        }
                        @Differentiable
                        static double h(double v, double y, double start, double dimension, double along, double tangent) {
                            return v * y * start + dimension * along * tangent;
                        }
                        @Differentiable
                        static double k(double result, double i, double next, double copy, double packing, double direction) {
                            return result * i * next + copy * packing * direction;
                        }
                        """, "f").at(0.7, new double[] {1.5, -2}, 1.1, 1, 0.4, new double[] {2});
    }

    @Test
    void unicode() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double \u03b8, double $x, double _y1) {
                            double \u00e9tat = \u03b8 * Math.exp($x);
                            double \u03b8\u03b8 = \u00e9tat / _y1;
                            double $ = \\u0061bs(\u03b8\u03b8);
                            return \u03b8\u03b8 * \u00e9tat + $;
                        }
                        static double abs(double $$) {
                            return Math.abs($$);
                        }
                        """, "f").at(0.7, 1.1, 2.0);
    }

    @Test
    void dollarsInFormats() {
        Differentiated.of("""
                        @Differentiable
                        static double $L(double $T, double[] $N) {
                            double $W = $T * $N[0];
                            $$: for (int $1 = 0; $1 < 3; $1++) {
                                if ($W > 3) {
                                    break $$;
                                }
                                $W += $S($W);
                            }
                            return $W + '$' + '%';
                        }
                        static double $S(double $Z) {
                            return $Z * $Z;
                        }
                        """, "$L").at(0.7, new double[] {1.5});
    }

    @Test
    void methodCalledAsItsClass() {
        Compiled compiled = Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class sphere {
                            @Differentiable
                            static double sphere(double x, double sphere) {
                                return x * x + sphere * sphere;
                            }
                            @Differentiable
                            static double Sphere(double x) {
                                return sphere(x, 2 * x);
                            }
                        }
                        """);
        Differentiated.method(compiled, "demo.sphere", "demo.sphereTangent", "sphere", true, true)
                .at(0.7, 1.1);
        Differentiated.method(compiled, "demo.sphere", "demo.sphereTangent", "Sphere", true)
                .at(0.7);
    }

    @Test
    void methodCalledAsItsSiblings() {
        Compiled compiled = Compiled.members("""
                        @Differentiable
                        static double demo(double x) {
                            return DemoTangent(x) + demoTangent(x) * Demo(x);
                        }
                        @Differentiable
                        static double DemoTangent(double x) {
                            return x * x;
                        }
                        @Differentiable
                        static double DemoGradient(double x) {
                            return x * 3;
                        }
                        static double demoTangent(double x) {
                            return x / 3;
                        }
                        static double Demo(double x) {
                            return x + 1;
                        }
                        """);
        Differentiated.method(compiled, "demo", true).at(0.7);
        Differentiated.method(compiled, "DemoTangent", true).at(0.7);
        Differentiated.method(compiled, "DemoGradient", true).at(0.7);
    }

    @Test
    void helpersNamedLikeTangents() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, @Constant double c) {
                            return gTangent(x) + g(x) * fTangent(x, c) + g2(c, x) * fTangent(c, x) + gTangent2(x);
                        }
                        private static double g(double x) {
                            return x * x;
                        }
                        private static double gTangent(double x) {
                            return 3 * x;
                        }
                        private static double gTangent2(double x) {
                            return 4 * x;
                        }
                        private static double g2(double x, double y) {
                            return x / y;
                        }
                        private static double fTangent(double x, double y) {
                            return x - y;
                        }
                        """, "f").at(0.7, 1.1);
    }

    @Test
    void overloadsWithDifferentParameters() throws ReflectiveOperationException {
        Compiled compiled = Compiled.members("""
                        @Differentiable
                        static double f(double x) {
                            return x * x;
                        }
                        @Differentiable
                        static double f(double x, double y) {
                            return f(x) * f(y) + f(new double[] {x, y}) + f(x, 3);
                        }
                        @Differentiable
                        static double f(double[] a) {
                            return a[0] / a[1];
                        }
                        @Differentiable
                        static double f(double x, int n) {
                            return x * n;
                        }
                        """);
        Class<?> tangents = compiled.load("demo.DemoTangent");
        assertThat(call(tangents, new Class<?>[] {double.class, double.class}, 3.0, 1.0))
                .isEqualTo(new Dual(9, 6));
        assertThat(call(tangents, new Class<?>[] {double[].class, double[].class}, new double[] {1, 2}, new double[] {
                    1, 0
                }))
                .isEqualTo(new Dual(0.5, 0.5));
        assertThat(call(tangents, new Class<?>[] {double.class, int.class, double.class}, 2.0, 3, 1.0))
                .isEqualTo(new Dual(6, 3));
        Class<?>[] two = {double.class, double.class, double.class, double.class};
        assertThat(call(tangents, two, 2.0, 1.0, 1.0, 0.0)).isEqualTo(new Dual(4 + 2 + 6, 4 + 1 + 3));
    }

    private static Object call(Class<?> type, Class<?>[] parameters, Object... arguments)
            throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod("f", parameters);
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    @Test
    void overloadsWhoseTangentsCouldBeConfused() {
        Compiled compiled = Compiled.members("""
                        @Differentiable
                        static double f(double x) {
                            return x * x;
                        }
                        @Differentiable
                        static double f(double x, double y, @Constant double c) {
                            return f(x) + f(y) * f(c);
                        }
                        """);
        Differentiated.method(compiled, "f", true).tangentIs(6, new Object[] {3.0}, 1.0);
    }

    @Test
    void unnamedPackage() {
        Compiled compiled = Compiled.sources("""
                        import io.github.pushforward.Differentiable;
                        final class Loose {
                            static final double SCALE = 2;
                            @Differentiable
                            static double f(double[] x) {
                                return SCALE * g(x[0]) * Math.max(x[0], x[1]) + Loose.g(3);
                            }
                            static double g(double x) {
                                return x * x;
                            }
                        }
                        """);
        Differentiated.method(compiled, "Loose", "LooseTangent", "f", true).at(new double[] {0.7, 1.1});
    }

    @Test
    void nestedClasses() {
        Compiled compiled = Compiled.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        public class Outer {
                            static final double SCALE = 2;
                            @Differentiable
                            public static double f(double x) {
                                return Inner.f(x) * Inner.Deep.f(x) + SCALE;
                            }
                            static class Inner {
                                static final double SHIFT = 0.5;
                                @Differentiable
                                static double f(double x) {
                                    return SCALE * x * x + SHIFT * helper(x);
                                }
                                static class Deep {
                                    @Differentiable
                                    static double f(double x) {
                                        return Math.exp(x) * SHIFT + helper(x) + Outer.Inner.SHIFT;
                                    }
                                }
                            }
                            private static double helper(double x) {
                                return x / (1 + x);
                            }
                        }
                        """);
        Differentiated.method(compiled, "demo.Outer", "demo.OuterTangent", "f", true)
                .at(0.7);
        Differentiated.method(compiled, "demo.Outer$Inner", "demo.Outer_InnerTangent", "f", true)
                .at(0.7);
        Differentiated.method(compiled, "demo.Outer$Inner$Deep", "demo.Outer_Inner_DeepTangent", "f", true)
                .at(0.7);
        assertThat(compiled.load("demo.Outer_InnerGradient")).isNotNull();
    }

    @Test
    void shadowedNames() {
        Differentiated.of("""
                        static final double x = 100;
                        static final double y = 3;
                        @Differentiable
                        static double f(double x, int n) {
                            double sum = x * y * Demo.x;
                            for (int i = 0; i < n; i++) {
                                double y = x * i;
                                sum += y;
                            }
                            {
                                double y = sum * x;
                                sum -= y;
                            }
                            for (double y = 0; y < n; y += x) {
                                sum += y * x;
                            }
                            if (n > 1) {
                                int y = n;
                                sum *= y;
                            }
                            return sum + y;
                        }
                        """, "f").at(0.7, 0).at(0.7, 3);
    }

    @Test
    void oneNameForVariablesOfDifferentKinds() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double sum = 0;
                            for (int t = 0; t < n; t++) {
                                sum += t * x;
                            }
                            for (double t = x; t < n; t += 0.5) {
                                sum += t * t;
                            }
                            {
                                double[] t = {x, sum};
                                sum = t[0] * t[1];
                            }
                            {
                                double[][] t = {{sum}};
                                sum = t[0][0] * x;
                            }
                            double t = 3;
                            return sum * t;
                        }
                        """, "f").at(0.7, 3);
    }

    @Test
    void labelsNamedLikeVariables() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double x, int n) {
                            double y = x;
                            x:
                            for (int i = 0; i < n; i++) {
                                y:
                                while (true) {
                                    y *= 1.5;
                                    if (y > 4) {
                                        continue x;
                                    }
                                    if (y > 2) {
                                        break y;
                                    }
                                }
                                y -= x;
                            }
                            return y;
                        }
                        """, "f").at(0.7, 4);
    }

    @Test
    void contextualKeywordsAsNames() {
        Differentiated.of("""
                        @Differentiable
                        static double f(double var, double record, double[] sealed) {
                            double permits = var * record;
                            double module = sealed[0] * permits;
                            double to = module, with = to * 2;
                            return with + to * var;
                        }
                        """, "f").at(0.7, 1.1, new double[] {2});
    }
}
