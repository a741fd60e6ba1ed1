package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.Mapped.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Mapped;
import io.github.pushforward.processor.support.Refused;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and visibility of what is generated for array-valued methods. */
class JacobianNamesTest {

    @Test
    void aParameterNamedValue() {
        Object one = Mapped.of("""
                @Differentiable
                static double[] f(double value, double[] valueJacobian) {
                    return new double[] {value * valueJacobian[0]};
                }
                """, "f", List.of("value", "valueJacobian"), List.of(RESULT))
                .at(2.0, new double[] {3});
        assertThat(Mapped.components(one.getClass())).containsExactly("value", "valueJacobian_", "valueJacobian");

        Object written = Mapped.of("""
                @Differentiable
                static void f(double[] value) {
                    value[0] *= value[1];
                }
                """, "f", List.of("value"), List.of("value")).at((Object) new double[] {2, 3});
        assertThat(Mapped.components(written.getClass())).containsExactly("value", "valueJacobian");

        Object both = Mapped.of("""
                @Differentiable
                static void f(double[] value, double[] x, double[] xValue) {
                    value[0] *= x[0];
                    x[0] *= xValue[0];
                }
                """, "f", List.of("value", "x", "xValue"), List.of("value", "x"))
                .at(new double[] {2}, new double[] {3}, new double[] {5});
        assertThat(Mapped.components(both.getClass()))
                .containsExactly("valueValue", "xValue_", "valueJacobian", "x", "xValue");
    }

    /** Every name that the generated methods and classes use themselves, and those that no record component may have. */
    @Test
    void parametersWithTheNamesOfGeneratedThings() {
        for (String[] names : new String[][] {
            {"result", "resultTangent", "dual", "columns"},
            {"y", "yTangent", "flat", "at"},
            {"point", "direction", "result", "result_"},
            {"xOriginal", "xTangent", "x", "xValue"},
            {"start", "unit", "outputs", "column"},
            {"hashCode", "toString", "wait", "notify"},
            {"clone", "clone_", "getClass", "finalize"},
        }) {
            Mapped.of(
                            """
                            @Differentiable
                            static double[] f(double A, double[] B, @Constant double[] C, double[][] D) {
                                C[0] += 1;
                                D[0] = new double[] {D[0][0] * A};
                                return new double[] {A * B[0] * C[0] * D[0][0], A};
                            }
                            """.replaceAll("\\bA\\b", names[0])
                                    .replaceAll("\\bB\\b", names[1])
                                    .replaceAll("\\bC\\b", names[2])
                                    .replaceAll("\\bD\\b", names[3]),
                            "f",
                            List.of(names[0], names[1], names[3]),
                            List.of(RESULT, names[3]))
                    .at(2.0, new double[] {3}, new double[] {4}, new double[][] {{6}});
        }
    }

    /** Regression: a record component may not be called as a method of {@code Object} is. */
    @Test
    void parametersThatNoComponentMayBeNamedAfter() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double hashCode, double wait, double wait_) {
                    return hashCode * wait * wait_;
                }
                """);
        Object record = compiled.call("demo.DemoGradient", "f", 2.0, 3.0, 5.0);
        assertThat(Mapped.components(record.getClass())).containsExactly("value", "hashCode_", "wait__", "wait_");
        assertThat(Mapped.get(record, "wait__")).isEqualTo(10.0);
    }

    @Test
    void recordsOfOverloadsAreNumberedInSourceOrder() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double f(double x) {
                    return x;
                }
                @Differentiable
                static double[] f(double[] x) {
                    return x;
                }
                @Differentiable
                static void f(double[] y, int n) {
                    y[n] *= y[0];
                }
                @Differentiable
                static double[] fJacobian(double x) {
                    return new double[] {x};
                }
                """);
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FGradient")))
                .containsExactly("value", "x");
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FJacobian")))
                .containsExactly("value", "x");
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FJacobian2")))
                .containsExactly("value", "y");
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FJacobianJacobian")))
                .containsExactly("value", "x");
    }

    /** Methods whose records and views would be called as classes of the runtime are. */
    @Test
    void methodsNamedAfterTheRuntime() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] flat(double[] x) {
                    return new double[] {x[0] * x[1]};
                }
                @Differentiable
                static double flat(double x) {
                    return x * x;
                }
                @Differentiable
                static double[] differentiable(double x) {
                    return new double[] {3 * x};
                }
                @Differentiable
                static double jacobian(double x) {
                    return 2 * x;
                }
                @Differentiable
                static double[] jacobianAtStart(double[] pack) {
                    return pack;
                }
                """);
        Mapped.of(compiled, "differentiable", List.of("x"), List.of(RESULT)).at(2.0);
        Mapped.of(compiled, "jacobianAtStart", List.of("pack"), List.of(RESULT)).at((Object) new double[] {2});
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FlatJacobian")))
                .containsExactly("value", "x");
    }

    @Test
    void methodsOfOneSignatureAreAnError() {
        Refused.members("""
                @Differentiable
                static double[] f(double[] x) {
                    return x;
                }
                @Differentiable
                static void «fFunction(double[] x) {
                    x[0] *= 2;
                }
                """).with("NameClash", "fFunction and f would both generate fFunction(double[])");
    }

    /** {@code fForward} and {@code fAlong} are names of gradients alone. */
    @Test
    void namesThatOnlyGradientsTake() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static double[] f(double[] x, double[] d) {
                    return new double[] {x[0] * d[0]};
                }
                @Differentiable
                static double[] fAlong(double[] x, double[] d, double[] xTangent, double[] dTangent) {
                    return new double[] {x[0] * d[0] * xTangent[0] * dTangent[0]};
                }
                """);
        assertThat(Mapped.components(compiled.load("demo.DemoGradient$FAlongJacobian")))
                .containsExactly("value", "x", "d", "xTangent", "dTangent");
    }

    @Test
    void asVisibleAsTheMethod() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public class Demo {
                    @Differentiable
                    public static double[] open(double[] x) {
                        return x;
                    }
                    @Differentiable
                    protected static void family(double[] x) {
                        x[0] *= 2;
                    }
                    @Differentiable
                    static double[] house(double[] x) {
                        return x;
                    }
                }
                """);
        Class<?> type = compiled.load("demo.DemoGradient");
        for (Object[] expected : new Object[][] {
            {"open", "Open", Modifier.PUBLIC}, {"family", "Family", Modifier.PROTECTED}, {"house", "House", 0}
        }) {
            List<Integer> methods = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().startsWith((String) expected[0]))
                    .map(Method::getModifiers)
                    .map(JacobianNamesTest::visibility)
                    .toList();
            assertThat(methods).hasSize(2).containsOnly((Integer) expected[2]);
            // A protected class is a public one in the class file.
            int record = compiled.load("demo.DemoGradient$" + expected[1] + "Jacobian")
                    .getModifiers();
            assertThat(visibility(record)).isEqualTo(expected[2]);
            assertThat(visibility(compiled.load("demo.DemoGradient$" + expected[1] + "Function")
                            .getModifiers()))
                    .isEqualTo(Modifier.PRIVATE);
        }
    }

    private static int visibility(int modifiers) {
        return modifiers & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE);
    }

    /** Records and views are used from another package as they are, without reflection. */
    @Test
    void usedFromAnotherPackage() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public final class Demo {
                    @Differentiable
                    public static double[] f(double[] x, double s) {
                        return new double[] {x[0] * s};
                    }
                }
                """, """
                package user;
                import demo.DemoGradient;
                import io.github.pushforward.runtime.DifferentiableMapping;
                public final class User {
                    public static double use() {
                        DemoGradient.FJacobian j = DemoGradient.f(new double[] {2}, 3);
                        DifferentiableMapping f = DemoGradient.fFunction(new double[] {2}, 3);
                        double[] y = new double[f.outputDimension()];
                        f.value(f.start(), y);
                        return j.value()[0] + 10 * j.x()[0][0] + 100 * j.s()[0] + 1000 * y[0];
                    }
                }
                """);
        assertThat(compiled.call("user.User", "use")).isEqualTo(6236.0);
    }

    /** Regression: the view's own parameter for the tangents of the outputs hid the field of `y`'s tangent. */
    @Test
    void writtenArraysNamedAsTheViewNamesItsOutputs() {
        Compiled compiled = Compiled.members("""
                @Differentiable
                static void f(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] = x[i] * x[i] + y[i];
                        x[i] = 2 * x[i];
                    }
                }
                @Differentiable
                static void g(double[] y, double[] flat) {
                    flat[0] = 3 * y[0];
                    y[0] = flat[0] * y[0];
                }
                """);

        Object f = compiled.call("demo.DemoGradient", "f", new double[] {2, 3}, new double[] {5, 7});
        assertThat(f).extracting("x").isEqualTo(new double[][] {{2, 0}, {0, 2}, {4, 0}, {0, 6}});
        assertThat(f).extracting("y").isEqualTo(new double[][] {{0, 0}, {0, 0}, {1, 0}, {0, 1}});
        Object g = compiled.call("demo.DemoGradient", "g", new double[] {2}, new double[] {5});
        assertThat(g).extracting("y").isEqualTo(new double[][] {{12}, {3}});
    }
}
