package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.runtime.Dual;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

/** Instance methods whose receiver is a constant: its fields, its own and inherited methods, dispatch on its class. */
class InstanceMethodsTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    /** An object of a compiled class, by its only constructor. */
    private static Object object(Compiled compiled, String className, Object... arguments) {
        Constructor<?> constructor = compiled.load(className).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Value bit for bit, tangent against central differences, of a method of one active number. */
    private static void check(Compiled compiled, String type, String method, Object receiver, double... points) {
        for (double x : points) {
            Dual dual = (Dual) compiled.call(type + "Tangent", method, receiver, x, 1.0);
            assertThat(Double.doubleToLongBits(dual.value()))
                    .as("value at %s", x)
                    .isEqualTo(Double.doubleToLongBits(value(compiled, type, method, receiver, x)));
            double h = 1e-5;
            double slope =
                    (value(compiled, type, method, receiver, x + h) - value(compiled, type, method, receiver, x - h))
                            / (2 * h);
            assertThat(dual.tangent())
                    .as("tangent at %s", x)
                    .isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
        }
    }

    private static double value(Compiled compiled, String type, String method, Object receiver, double x) {
        try {
            return (double) compiled.method(type, method, 1).invoke(receiver, x);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Copied out of, or read by a helper beside something active, the table was taken to be written to, and the object with it. */
    @Test
    void arraysInFieldsThatCallsOnlyRead() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                        final class Filter {
                            final double[] table = {0.5, -2, 3};
                            final double scale = 0.75;

                            @Differentiable
                            double response(double x) {
                                double[] y = {x, x * x, 1};
                                System.arraycopy(table, 1, y, 0, 1);
                                return scale * dot(table, y) + java.util.Arrays.stream(table).map(t -> t * x).sum();
                            }

                            private static double dot(double[] a, double[] b) {
                                double sum = 0;
                                for (int i = 0; i < a.length; i++) {
                                    sum += a[i] * b[i];
                                }
                                return sum;
                            }
                        }
                        """);
        check(compiled, "demo.Filter", "response", object(compiled, "demo.Filter"), 1.5, -0.25);
    }

    /** Made of a field, the array was written to, and the object of the field taken to be. */
    @Test
    void newArraysOfFieldsThatCallsWriteTo() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                        final class Gain {
                            final double scale = 0.75;

                            @Differentiable
                            double response(double x) {
                                return mixed(new double[] {scale, x}, x) * scale;
                            }

                            private static double mixed(double[] a, double x) {
                                a[0] *= x;
                                return a[0] + a[1] * a[1];
                            }
                        }
                        """);
        check(compiled, "demo.Gain", "response", object(compiled, "demo.Gain"), 1.5, -0.25);
    }

    @Test
    void fieldsAreConstants() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Curve {
                    final double[] coefficients;
                    int degree;
                    final double scale = 1.5;
                    Curve(double[] coefficients) {
                        this.coefficients = coefficients;
                        degree = coefficients.length - 1;
                    }
                    @Differentiable
                    double at(double x) {
                        double y = coefficients[this.degree];
                        for (int i = degree - 1; i >= 0; i--) {
                            y = y * x + coefficients[i];
                        }
                        return y * scale / this.coefficients.length;
                    }
                }
                """);
        Object curve = object(compiled, "demo.Curve", (Object) new double[] {0.5, -1, 2, 0.25});

        check(compiled, "demo.Curve", "at", curve, -1.3, 0.2, 2.5);
    }

    @Test
    void gradientOfAnInstanceMethod() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Plane {
                    final double a;
                    Plane(double a) {
                        this.a = a;
                    }
                    @Differentiable
                    double f(double x, double[] y) {
                        return a * x * y[0] + y[1] * y[1];
                    }
                }
                """);
        Object plane = object(compiled, "demo.Plane", 3.0);

        Object gradient = compiled.call("demo.PlaneGradient", "f", plane, 2.0, new double[] {5, 7});

        assertThat(gradient.toString()).startsWith("FGradient[value=79.0, x=15.0, y=");
    }

    @Test
    void ownMethodsAreDifferentiatedAlong() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Wave {
                    final double k;
                    final double[] phases;
                    Wave(double k) {
                        this.k = k;
                        phases = new double[] {k, 2 * k};
                    }
                    @Differentiable
                    double at(double x) {
                        return amplitude() * this.shape(x, 0) + shape(x * x, 1) * offset(1);
                    }
                    private double shape(double x, int i) {
                        return Math.sin(k * x + phases[i]) + part(x);
                    }
                    double part(double x) {
                        return x / (1 + k * x * x);
                    }
                    private double amplitude() {
                        return k * phases.length;
                    }
                    double offset(int n) {
                        return n + k;
                    }
                }
                """);

        check(compiled, "demo.Wave", "at", object(compiled, "demo.Wave", 0.7), -1, 0.3, 2);
    }

    @Test
    void privateFieldsAreReadByTheirAccessors() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                public class Normal {
                    private final double mean;
                    private final double deviation;
                    private static final double NORM = Math.sqrt(2 * Math.PI);
                    public Normal(double mean, double deviation) {
                        this.mean = mean;
                        this.deviation = deviation;
                    }
                    public double getMean() {
                        return mean;
                    }
                    public double getDeviation() {
                        return this.deviation;
                    }
                    @Differentiable
                    public double density(double x) {
                        final double z = (x - mean) / deviation;
                        return Math.exp(-0.5 * z * z) / (deviation * NORM);
                    }
                }
                """);

        check(compiled, "demo.Normal", "density", object(compiled, "demo.Normal", 0.5, 2.0), -1, 0.3, 2);
    }

    @Test
    void recordsAndTheirComponents() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                record Spring(double k, double rest, double[] damping) {
                    @Differentiable
                    double energy(double x) {
                        double d = x - rest;
                        return 0.5 * k * d * d + damping[0] * d + damping().length;
                    }
                }
                """);

        Object spring = object(compiled, "demo.Spring", 3.0, 0.5, new double[] {0.25});
        check(compiled, "demo.Spring", "energy", spring, -1, 0.3, 2);
    }

    @Test
    void otherObjectsAreUsedForTheirValues() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Grid {
                    final double step;
                    final Grid coarser;
                    Grid(double step, Grid coarser) {
                        this.step = step;
                        this.coarser = coarser;
                    }
                    double node(int i) {
                        return i * step;
                    }
                    Grid next() {
                        return coarser;
                    }
                    @Differentiable
                    double f(double x) {
                        Grid grid = this.coarser;
                        double sum = 0;
                        while (grid != null) {
                            sum += (x - grid.node(2)) * (x - grid.step);
                            grid = grid.next();
                        }
                        return sum * coarser.step;
                    }
                }
                """);
        Object coarse = object(compiled, "demo.Grid", 0.5, null);
        Object middle = object(compiled, "demo.Grid", 0.25, coarse);

        check(compiled, "demo.Grid", "f", object(compiled, "demo.Grid", 0.125, middle), -1, 0.3, 2);
    }

    @Test
    void anOverriddenMethodGoesToTheClassOfTheReceiver() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Shape {
                    @Differentiable
                    double area(double r) {
                        return 4 * r * r * factor(r);
                    }
                    double factor(double r) {
                        return 1 + r;
                    }
                }
                """, PREAMBLE + """
                class Disk extends Shape {
                    @Differentiable
                    @Override
                    double area(double r) {
                        return Math.PI * r * r + super.area(r) / 100;
                    }
                }
                """, PREAMBLE + """
                class Square extends Shape {
                }
                """);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Shape"), 0.5, 2);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Square"), 0.5, 2);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Disk"), 0.5, 2);
        check(compiled, "demo.Disk", "area", object(compiled, "demo.Disk"), 0.5, 2);
    }

    @Test
    void anOverriddenHelperGoesToTheClassOfTheReceiver() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Shape {
                    @Differentiable
                    double area(double r) {
                        return 4 * r * factor(r);
                    }
                    double factor(double r) {
                        return 1;
                    }
                    static class Round extends Shape {
                        final double k = Math.sqrt(2);
                        @Override
                        double factor(double r) {
                            return Math.cos(r) * k + super.factor(r);
                        }
                    }
                    static final class Rounder extends Round {
                        @Override
                        double factor(double r) {
                            return super.factor(r) * r;
                        }
                    }
                }
                """);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Shape"), 0.5, 2);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Shape$Round"), 0.5, 2);
        check(compiled, "demo.Shape", "area", object(compiled, "demo.Shape$Rounder"), 0.5, 2);
    }

    /** Its tangent would be that of the base class, and so would its value: wrong without a word. */
    @Test
    void aSubclassInAnotherFileThatOverridesAHelper() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Base {
                    double k = 3;
                    @Differentiable
                    double f(double x) {
                        return k * x + corrected(x);
                    }
                    double corrected(double x) {
                        return x * x;
                    }
                }
                """, """
                package demo;
                class Sub extends Base {
                    @Override
                    double corrected(double x) {
                        return x * x * x;
                    }
                }
                """, """
                package demo;
                class Plain extends Base {
                }
                """);

        check(compiled, "demo.Base", "f", object(compiled, "demo.Base"), 0.5, 2);
        check(compiled, "demo.Base", "f", object(compiled, "demo.Plain"), 0.5, 2);
        assertThatThrownBy(() -> compiled.call("demo.BaseTangent", "f", object(compiled, "demo.Sub"), 2.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Sub")
                .hasMessageContaining("annotate what it overrides");
    }

    @Test
    void anUnknownSubclassIsRefusedByName() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Shape {
                    @Differentiable
                    double area(double r) {
                        return 4 * r * r;
                    }
                    static Shape odd() {
                        return new Shape() {
                            @Override
                            double area(double r) {
                                return r;
                            }
                        };
                    }
                }
                """);
        Object odd = compiled.call("demo.Shape", "odd");

        assertThatThrownBy(() -> compiled.call("demo.ShapeTangent", "area", odd, 1.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Shape$1");
    }

    @Test
    void aDefaultMethodOfAnInterface() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Kernel {
                    double width();
                    @Differentiable
                    default double at(double x) {
                        return Math.exp(-x * x / width());
                    }
                }
                """, PREAMBLE + """
                final class Wide implements Kernel {
                    @Override
                    public double width() {
                        return 3.5;
                    }
                }
                """);
        Object wide = object(compiled, "demo.Wide");
        Dual dual = (Dual) compiled.call("demo.KernelTangent", "at", wide, 0.5, 1.0);

        assertThat(dual.value()).isEqualTo(Math.exp(-0.25 / 3.5));
        assertThat(dual.tangent()).isCloseTo(-1 / 3.5 * Math.exp(-0.25 / 3.5), within(1e-15));
    }

    /** The sibling names the class without the type variables of its declaration. */
    @Test
    void aGenericClass() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                class Scale<N extends Comparable<N>, S extends Scale<N, S>> {
                    final java.util.List<N> unused = java.util.List.of();
                    final double k = Math.sqrt(2);
                    @Differentiable
                    double f(double x) {
                        return unused.isEmpty() ? k * x * own(x) : x;
                    }
                    double own(double x) {
                        return x + k;
                    }
                }
                """);

        check(compiled, "demo.Scale", "f", object(compiled, "demo.Scale"), 0.5, -2);
    }

    @Test
    void aReceiverWhoseNameIsTaken() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Named {
                    double self = 2;
                    @Differentiable
                    double f(double x) {
                        double self = this.self * x;
                        return self * self;
                    }
                }
                """);

        check(compiled, "demo.Named", "f", object(compiled, "demo.Named"), 0.5, -2);
    }

    @Test
    void aPrivateFieldWithoutAccessor() {
        Refused.members("""
                        private double k = Math.random();
                        @Differentiable
                        double f(double x) {
                            return x * «k;
                        }
                        """).with("NotAccessible", "the field k of demo.Demo is private", "give it an accessor");
    }

    @Test
    void anActiveValueInAField() {
        Refused.members("""
                        double last;
                        @Differentiable
                        double f(double x) {
                            last «= x * x;
                            return last;
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.last");
    }

    @Test
    void anActiveValueInAnArrayOfAField() {
        Refused.members("""
                        final double[] work = new double[3];
                        @Differentiable
                        double f(double x) {
                            work[0] «= x * x;
                            return work[0];
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.work");
    }

    @Test
    void anActiveValueInAFieldByAHelper() {
        Refused.members("""
                        double last;
                        private void keep(double x) {
                            last «= x;
                        }
                        @Differentiable
                        double f(double x) {
                            keep(x);
                            return x;
                        }
                        """).with("ConstantReceivesActiveValue", "the field demo.Demo.last");
    }

    @Test
    void theObjectAroundAnInnerClass() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        class Demo {
                            double scale;
                            class Inner {
                                @Differentiable
                                double f(double x) {
                                    return x * «scale;
                                }
                            }
                        }
                        """).with("NotAccessible", "scale belongs to the object around this inner class");
    }
}
