package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Driven;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Refused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functional interfaces of the user's own: each gets a dual form, generated beside it. */
class OwnFunctionTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.*;
            """;

    private static final String LIBRARY = """
            package lib;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            public final class Lib {
                public interface Force {
                    double at(double x, double v, @Constant double[] table);
                }
                public interface Curve {
                    double at(int i);
                }
                @Differentiable
                public static double twice(Force force, Curve curve, double x) {
                    double[] table = {2, 3};
                    return force.at(x, force.at(x, 1, table), table) * curve.at(3);
                }
            }
            """;

    @Test
    void overSeveralNumbers() {
        Driven.of("""
                        interface Force {
                            double at(double x, double v);
                        }
                        @Differentiable
                        static double f(Force force, double x, double v) {
                            double y = x;
                            double w = v;
                            for (int i = 0; i < 4; i++) {
                                double a = force.at(y, w);
                                y += 0.1 * w;
                                w += 0.1 * a;
                            }
                            return y * w;
                        }
                        """, """
                        static double run(double k, double x, double v) {
                            return Demo.f((y, w) -> -k * y - w * w, x, v);
                        }
                        """, """
                        static Dual run(double k, double x, double v, double kTangent, double xTangent, double vTangent) {
                            return DemoTangent.f(
                                    (y, w, yTangent, wTangent) -> new Dual(
                                            -k * y - w * w, -kTangent * y - k * yTangent - 2 * w * wTangent),
                                    x, v, xTangent, vTangent);
                        }
                        """, true, true, true).at(0.7, -0.2, 1.3).at(-1.1, 0.4, 0.9);
    }

    @Test
    void thatFillsAnArray() {
        Driven.of("""
                        interface Equations {
                            void derivatives(double t, double[] y, double[] out);
                        }
                        @Differentiable
                        static void step(Equations equations, double t, double h, double[] y) {
                            double[] k = new double[y.length];
                            equations.derivatives(t, y, k);
                            for (int i = 0; i < y.length; i++) {
                                y[i] += h * k[i];
                            }
                        }
                        """, """
                        static void run(double c, double t, double h, double[] y) {
                            Demo.step((s, state, out) -> {
                                out[0] = c * state[1] + s;
                                out[1] = -state[0] * state[1];
                            }, t, h, y);
                        }
                        """, """
                        static void run(double c, double t, double h, double[] y,
                                double cTangent, double tTangent, double hTangent, double[] yTangent) {
                            DemoTangent.step((s, state, out, sTangent, stateTangent, outTangent) -> {
                                outTangent[0] = cTangent * state[1] + c * stateTangent[1] + sTangent;
                                outTangent[1] = -stateTangent[0] * state[1] - state[0] * stateTangent[1];
                                out[0] = c * state[1] + s;
                                out[1] = -state[0] * state[1];
                            }, t, h, y, tTangent, hTangent, yTangent);
                        }
                        """, true, true, true, true)
                .at(0.7, 0.1, 0.2, new double[] {1, 2})
                .at(-0.7, 0.3, 0.1, new double[] {0.5, -2});
    }

    /** A function that gives a value and fills an array besides. */
    @Test
    void thatDoesBoth() {
        Driven.of("""
                        interface Model {
                            double fill(double[] in, double[] out);
                        }
                        @Differentiable
                        static double f(Model model, double[] x) {
                            double[] buffer = new double[2];
                            double scale = model.fill(x, buffer);
                            return scale * buffer[0] + buffer[1];
                        }
                        """, """
                        static double run(double c, double[] x) {
                            return Demo.f((in, out) -> {
                                out[0] = in[0] * in[1];
                                out[1] = c;
                                return in[0] * c;
                            }, x);
                        }
                        """, """
                        static Dual run(double c, double[] x, double cTangent, double[] xTangent) {
                            return DemoTangent.f((in, out, inTangent, outTangent) -> {
                                out[0] = in[0] * in[1];
                                outTangent[0] = inTangent[0] * in[1] + in[0] * inTangent[1];
                                out[1] = c;
                                outTangent[1] = cTangent;
                                return new Dual(in[0] * c, inTangent[0] * c + in[0] * cTangent);
                            }, x, xTangent);
                        }
                        """, true, true).at(0.7, new double[] {1, 2}).at(-0.7, new double[] {0.5, -2});
    }

    /** Without tangents among its parameters, the dual method needs a name of its own. */
    @Test
    void overIntegersAlone() {
        Driven.of("""
                        interface Curve {
                            double at(int i) throws java.io.IOException;
                        }
                        interface Single {
                            float at(float x);
                            default float at(float x, float y) {
                                return at(x + y);
                            }
                        }
                        @Differentiable
                        static double f(Curve curve, Single single, double x) throws java.io.IOException {
                            return x * curve.at(3) + single.at((float) x);
                        }
                        """, """
                        static double run(double c, double x) throws java.io.IOException {
                            return Demo.f(i -> c * i, u -> u * u, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) throws java.io.IOException {
                            return DemoTangent.f(
                                    i -> new Dual(c * i, cTangent * i),
                                    (u, uTangent) -> new DualFloat(u * u, 2 * u * uTangent), x, xTangent);
                        }
                        """, true, true).inSinglePrecision().at(0.7, -0.25).at(-1.1, 0.5);
    }

    /** Functions over functions, and interfaces that inherit their method. */
    @Test
    void overFunctions() {
        Driven.of("""
                        interface Functional {
                            double of(DoubleUnaryOperator f, double x);
                        }
                        interface Sum {
                            double of(IntToDoubleFunction f);
                        }
                        @Differentiable
                        static double sum(Sum sum, IntToDoubleFunction f) {
                            return sum.of(f);
                        }
                        interface Norm extends ToDoubleFunction<double[]> {
                            default double twice(double[] x) {
                                return 2 * applyAsDouble(x);
                            }
                        }
                        @Differentiable
                        static double f(Functional functional, Norm norm, DoubleUnaryOperator g, double x) {
                            return functional.of(g, x) * norm.applyAsDouble(new double[] {x, 2});
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f((f, y) -> f.applyAsDouble(y) * y, a -> a[0] * a[1], y -> c * y, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f(
                                    (f, y, yTangent) -> {
                                        Dual at = f.apply(y, yTangent);
                                        return new Dual(at.value() * y, at.tangent() * y + at.value() * yTangent);
                                    },
                                    (a, aTangent) -> new Dual(a[0] * a[1], aTangent[0] * a[1] + a[0] * aTangent[1]),
                                    (y, yTangent) -> new Dual(c * y, cTangent * y + c * yTangent), x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 0.4);
    }

    /** Over objects that hold active values: their tangents are objects, too. */
    @Test
    void overRecords() {
        Driven.of("""
                        @Differentiable
                        record Point(double x, double y) {}
                        interface Field {
                            Point at(Point p);
                        }
                        @Differentiable
                        static double f(Field field, double x) {
                            Point p = field.at(field.at(new Point(x, 2)));
                            return p.x() * p.y();
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f(p -> new Demo.Point(p.y() * c, p.x() + p.y()), x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f(
                                    (p, pTangent) -> new DualOf<>(
                                            new Demo.Point(p.y() * c, p.x() + p.y()),
                                            new Demo_PointTangent(
                                                    pTangent.y() * c + p.y() * cTangent, pTangent.x() + pTangent.y())),
                                    x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 0.4);
    }

    @Test
    void eachIsGeneratedOnceBesideItsInterface() {
        Compiled compiled = Compiled.sources("""
                package other;
                public interface Force {
                    double at(double x);
                }
                """, PREAMBLE + """
                final class One {
                    @Differentiable
                    static double f(other.Force force, double x) {
                        return force.at(x);
                    }
                }
                """, PREAMBLE + """
                final class Two {
                    @Differentiable
                    static double f(other.Force force, double x) {
                        return One.f(force, x) * force.at(2);
                    }
                }
                """);
        assertThat(compiled.load("other.ForceTangent")).isInterface().hasAnnotation(FunctionalInterface.class);
        assertThat(compiled.load("other.Force")).isAssignableFrom(compiled.load("other.ForceTangent"));
    }

    @Test
    void ofALibrary(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, LIBRARY).with(PREAMBLE + """
                final class Plain {
                    static double run(double k, double x) {
                        return lib.Lib.twice((y, v, t) -> -k * y + v * t[0], i -> k * i, x);
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double run(double k, double x) {
                        return lib.Lib.twice((y, v, t) -> -k * y + v * t[0], i -> k * i, x);
                    }
                }
                """);
        Differentiated.method(compiled, "demo.Plain", "demo.DemoTangent", "run", true, true)
                .at(0.7, -0.2)
                .at(-1.1, 0.4);
    }

    /** A library without dual forms: its functions are constants, and what they get must be. */
    @Test
    void ofALibraryWithoutDualForms(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, """
                package lib;
                public interface Force {
                    double at(double x);
                }
                """);
        Differentiated.method(
                        library.with(PREAMBLE + """
                        final class Plain {
                            static double run(double x) {
                                return Demo.f(Math::exp, x);
                            }
                        }
                        """, PREAMBLE + """
                        final class Duals {
                            static io.github.pushforward.runtime.Dual run(double x, double xTangent) {
                                return DemoTangent.f(Math::exp, x, xTangent);
                            }
                        }
                        """, PREAMBLE + """
                        final class Demo {
                            @Differentiable
                            static double f(lib.Force force, double x) {
                                return x * x * force.at(2);
                            }
                        }
                        """),
                        "demo.Plain",
                        "demo.Duals",
                        "run",
                        true)
                .at(0.7);
        assertThat(library.compile(PREAMBLE + """
                                final class Demo {
                                    @Differentiable
                                    static double f(lib.Force force, double x) {
                                        return force.at(x);
                                    }
                                }
                                """).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(java.util.Locale.ROOT))
                        .startsWith("[NoTangent] the call of lib.Force.at receives an active argument"));
    }

    @Test
    void plainOnesRefuseActiveValues() {
        Compiled compiled = Driven.compile("""
                interface Norm {
                    double of(double[] x);
                }
                @Differentiable
                static double f(Norm norm, double[] x) {
                    return norm.of(x);
                }
                """, "", """
                static double run(double[] x, double[] xTangent) {
                    return Demo_NormTangent.constant(y -> y[0] * y[1]).of(x, xTangent).value()
                            + Demo_NormTangent.constant(y -> y[0] * y[1]).of(x);
                }
                """);
        assertThat(compiled.call("demo.Duals", "run", new double[] {2, 3}, new double[] {0, 0}))
                .isEqualTo(12.0);
        assertThatThrownBy(() -> compiled.call("demo.Duals", "run", new double[] {2, 3}, new double[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Where an interface says that a parameter is constant, it is so for all of its functions. */
    @Test
    void anActiveValueForAConstantParameter() {
        Refused.members("""
                        interface Force {
                            double at(double x, @Constant double c);
                        }
                        @Differentiable
                        static double f(Force force, double x) {
                            return force\u00ab.at(x, x);
                        }
                        """).with("NoTangent", "argument 2 of at of demo.Demo.Force is active", "@Constant");
    }

    /** An interface that a class implements goes to the class; one that says it is for functions stays one of functions. */
    @Test
    void implementedByAClass() {
        Driven.of("""
                        @FunctionalInterface
                        interface Force {
                            double at(double x);
                        }
                        record Spring(double k) implements Force {
                            @Override
                            public double at(double x) {
                                return -k * x;
                            }
                        }
                        @Differentiable
                        static double f(Force force, double x) {
                            return force.at(x) * x;
                        }
                        """, """
                        static double run(double c, double x) {
                            return Demo.f(u -> c * u, x);
                        }
                        """, """
                        static Dual run(double c, double x, double cTangent, double xTangent) {
                            return DemoTangent.f((u, uTangent) -> new Dual(c * u, cTangent * u + c * uTangent), x, xTangent);
                        }
                        """, true, true).at(0.7, -0.2).at(-1.1, 0.4);
    }

    /** An interface that is marked gets its dual form whether something uses it or not. */
    @Test
    void marked() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                @Differentiable
                interface Force {
                    double at(double x);
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double f(double a) {
                        Force force = a > 0 ? x -> a * x : x -> x * x;
                        return force.at(2) * a;
                    }
                }
                """, PREAMBLE + """
                @Differentiable
                interface Unused {
                    float at(float x);
                }
                """);
        assertThat(compiled.load("demo.UnusedTangent")).isInterface();
        Differentiated.method(compiled, "f", true).at(0.7).at(-0.7);
    }

    /** What an interface has besides its method: annotated methods, and methods with a body. */
    @Test
    void withOtherMethods() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Force {
                    double at(double x);
                    default double twice(double x) {
                        return at(x) + at(2 * x);
                    }
                    @Differentiable
                    static double work(Force force, double from, double to) {
                        return helper(force, from, to) / 2;
                    }
                    private static double helper(Force force, double from, double to) {
                        return (to - from) * (force.at(from) + force.at(to) + force.twice(to));
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double f(double a) {
                        return Force.work(x -> a * x * x, 1, a);
                    }
                }
                """);
        Differentiated.method(compiled, "f", true).at(0.7).at(-0.7);
    }
}
