package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.InstanceMethod;
import io.github.pushforward.processor.support.Library;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Abstract methods of classes, called by the class itself and by others; implementations and interfaces of libraries. */
class AbstractMethodTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            """;

    /** The template method: what is abstract is filled in by subclasses. */
    @Test
    void aMethodThatCallsAnAbstractOneOfItsObject() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                abstract class Solver {
                    final double step = 0.25;
                    @Differentiable
                    double solve(double x) {
                        double y = x;
                        for (int i = 0; i < 3; i++) {
                            y += step * slope(y) + this.slope(x);
                        }
                        return y;
                    }
                    abstract double slope(double y);

                    static final class Decay extends Solver {
                        final double rate;
                        Decay(double rate) {
                            this.rate = rate;
                        }
                        @Override
                        double slope(double y) {
                            return -rate * y;
                        }
                    }
                    static class Growth extends Solver {
                        @Override
                        double slope(double y) {
                            return y * y * factor();
                        }
                        double factor() {
                            return 0.5;
                        }
                    }
                }
                """);

        InstanceMethod.of(compiled, "demo.Solver", "solve")
                .at(object(compiled, "demo.Solver$Decay", 2.0), -1, 0.5)
                .at(object(compiled, "demo.Solver$Growth"), -1, 0.5);
    }

    @Test
    void aDefaultMethodThatCallsAnAbstractOne() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Curve {
                    double zeroRate(double t);
                    @Differentiable
                    default double discount(double t) {
                        return Math.exp(-zeroRate(t) * t);
                    }
                }
                """, PREAMBLE + """
                record Linear(double a, double b) implements Curve {
                    @Differentiable
                    @Override
                    public double zeroRate(double t) {
                        return a + b * t;
                    }
                }
                """, PREAMBLE + """
                record Bumped(Curve base, double bump) implements Curve {
                    @Differentiable
                    @Override
                    public double zeroRate(double t) {
                        return base.zeroRate(t) + bump;
                    }
                    @Differentiable
                    @Override
                    public double discount(double t) {
                        return base.discount(t) * Math.exp(-bump * t);
                    }
                }
                """);
        Object linear = object(compiled, "demo.Linear", 0.02, 0.001);

        InstanceMethod.of(compiled, "demo.Curve", "discount")
                .at(linear, 0.5, 7)
                .at(object(compiled, "demo.Bumped", linear, 0.01), 0.5, 7);
        InstanceMethod.of(compiled, "demo.Bumped", "zeroRate").at(object(compiled, "demo.Bumped", linear, 0.01), 2);
    }

    @Test
    void onceForEachPatternOfActiveArguments() {
        Compiled compiled = Compiled.members("""
                interface Product {
                    double of(double x, double y);
                }
                record Scaled(double k) implements Product {
                    @Override
                    public double of(double x, double y) {
                        return k * x * y;
                    }
                }
                @Differentiable
                static double f(Product product, double x, @Constant double c) {
                    return product.of(x, c) + product.of(c, x) * product.of(x, x) + product.of(c, c);
                }
                """);

        Differentiated.method(compiled, "f", false, true, false)
                .at(object(compiled, "demo.Demo$Scaled", 3.0), 0.5, 2.0);
        assertThat(compiled.load("demo.DemoTangent").getDeclaredMethods())
                .extracting(java.lang.reflect.Method::getName)
                .containsExactlyInAnyOrder(
                        "f",
                        "ofTangent",
                        "ofTangent2",
                        "ofTangent3",
                        "ofOfScaledTangent",
                        "ofOfScaledTangent2",
                        "ofOfScaledTangent3");
    }

    @Test
    void aFloatMethodOfAGenericClassWithNamesThatAreTaken() {
        Compiled compiled = Compiled.members("""
                static abstract class Filter<T> {
                    abstract float of(T self, float filter, float[] low);
                }
                static class Low extends Filter<String> {
                    @Override
                    float of(String self, float low, float[] filter) {
                        return low * filter[0] * self.length();
                    }
                }
                @Differentiable
                static float f(Filter<String> filter, float x) {
                    return filter.of("ab", x, new float[] {x, 3}) + filter.of("abc", 2, new float[] {x});
                }
                """);

        Differentiated.method(compiled, "f", false, true)
                .inSinglePrecision()
                .at(object(compiled, "demo.Demo$Low"), 0.5f);
    }

    /** An interface of the library, implemented by classes of this one. */
    @Test
    void anInterfaceOfTheLibrary() {
        Compiled compiled = Compiled.members("""
                static final class Square implements java.util.function.ToDoubleFunction<double[]> {
                    @Override
                    public double applyAsDouble(double[] x) {
                        return x[0] * x[0] * x[1];
                    }
                }
                static final class Length implements java.util.function.ToDoubleFunction<String> {
                    @Override
                    public double applyAsDouble(String text) {
                        return text.length();
                    }
                }
                static final class Holder {
                    final java.util.function.ToDoubleFunction<double[]> function = new Square();
                    java.util.function.ToDoubleFunction<double[]> function() {
                        return function;
                    }
                }
                @Differentiable
                static double f(Holder holder, double x) {
                    return holder.function().applyAsDouble(new double[] {x, 2 * x});
                }
                """);

        Differentiated.method(compiled, "f", false, true).at(object(compiled, "demo.Demo$Holder"), 0.5);
    }

    private static Library shapes(Path directory) {
        return Library.processed(directory, """
                package lib;
                import io.github.pushforward.Differentiable;
                public interface Shape {
                    @Differentiable
                    double area(double r);
                    double length(double r);
                }
                """, """
                package lib;
                import io.github.pushforward.Differentiable;
                public final class Disk implements Shape {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return 3 * r * r;
                    }
                    @Differentiable
                    @Override
                    public double length(double r) {
                        return 6 * r * r * r;
                    }
                }
                """);
    }

    /** The sibling of the interface knows the classes that it was compiled with; the caller knows those of its own. */
    @Test
    void anInterfaceCompiledBeforeItsImplementations(@TempDir Path directory) {
        Compiled compiled = shapes(directory).with(PREAMBLE + """
                final class Demo {
                    record Box(double k) implements lib.Shape {
                        @Override
                        public double area(double r) {
                            return k * r * r * r;
                        }
                        @Override
                        public double length(double r) {
                            return r;
                        }
                    }
                    @Differentiable
                    static double f(lib.Shape shape, double r) {
                        return shape.area(r) * r;
                    }
                }
                """);

        Differentiated.method(compiled, "f", false, true)
                .at(object(compiled, "demo.Demo$Box", 2.0), 0.5)
                .at(object(compiled, "lib.Disk"), 0.5);
    }

    @Test
    void aCompiledImplementationThatTheClassNames(@TempDir Path directory) {
        String caller = PREAMBLE + """
                final class Demo {
                    static final Class<?> KNOWN = lib.Disk.class;
                    @Differentiable
                    static double f(lib.Shape shape, double r) {
                        return shape.length(r);
                    }
                }
                """;
        Library library = shapes(directory);
        Compiled compiled = library.with(caller);

        Differentiated.method(compiled, "f", false, true).at(object(compiled, "lib.Disk"), 0.5);
        Compilation unnamed =
                library.compile(caller.replace("    static final Class<?> KNOWN = lib.Disk.class;\n", ""));
        assertThat(unnamed.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[NoTangent] the call of lib.Shape.length receives an active argument");
    }

    @Test
    void aSubclassOutOfSightInAnotherPackage() {
        Compiled compiled = Compiled.sources("""
                package base;
                import io.github.pushforward.Differentiable;
                public abstract class Shape {
                    @Differentiable
                    public abstract double area(double r);
                }
                """, PREAMBLE + """
                class Hidden extends base.Shape {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return r;
                    }
                }
                """, PREAMBLE + """
                public class Seen extends base.Shape {
                    @Differentiable
                    @Override
                    public double area(double r) {
                        return r * r;
                    }
                }
                """);

        InstanceMethod.of(compiled, "base.Shape", "area").at(object(compiled, "demo.Seen"), 0.5);
        Object hidden = object(compiled, "demo.Hidden");
        assertThatThrownBy(() -> compiled.call("base.ShapeTangent", "area", hidden, 2.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demo.Hidden");
    }

    @Test
    void aCustomRuleForAnImplementation() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                interface Shape {
                    double area(double r);
                }
                """, """
                package demo;
                final class Disk implements Shape {
                    private double k = Math.PI;
                    @Override
                    public double area(double r) {
                        return k * r * r;
                    }
                }
                """, PREAMBLE + """
                final class Rules {
                    @io.github.pushforward.TangentOf(type = Disk.class, method = "area")
                    static io.github.pushforward.runtime.Dual area(Disk disk, double r, double rTangent) {
                        return new io.github.pushforward.runtime.Dual(disk.area(r), 2 * disk.area(r) / r * rTangent);
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable(rules = Rules.class)
                    static double f(Shape shape, double r) {
                        return shape.area(r * r);
                    }
                }
                """);

        Differentiated.method(compiled, "f", false, true).at(object(compiled, "demo.Disk"), 0.5);
    }

    /** A method that writes to a field gets no gradient, wherever the write is. */
    @Test
    void anImplementationThatCountsItsCalls() {
        Compilation compilation = Compiled.compile(PREAMBLE + """
                interface Shape {
                    @Differentiable
                    double area(double r);

                    class Counting implements Shape {
                        int calls;
                        @Override
                        public double area(double r) {
                            calls++;
                            return r * r;
                        }
                    }
                }
                """);

        assertThat(compilation.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.getMessage(Locale.ROOT))
                        .startsWith("[NoGradient] the field calls is written to"));
    }
}
