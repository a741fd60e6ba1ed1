package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for classes marked {@code @Differentiable}, as other code sees it: names, signatures, packages, class files. */
class ActiveClassesTest {
    private static final String VEC3 = """
            package geo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            @Differentiable
            public record Vec3(double x, double y, double z, @Constant double unit, String name) {
                @Differentiable
                public Vec3 plus(Vec3 o) { return new Vec3(x + o.x, y + o.y, z + o.z, unit, name); }
                @Differentiable
                public double dot(Vec3 o, @Constant double scale) { return scale * (x * o.x + y * o.y + z * o.z); }
                @Differentiable
                public static Vec3 of(double a, double b) { return new Vec3(a, b, a * b, 1, "of"); }
            }
            """;

    private static final String BODY = """
            package geo;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            @Differentiable
            public class Body {
                public Vec3 position;
                protected double mass;
                double[] log;
                @Constant public double size;
                public int steps;
                public Body(Vec3 position, double mass) {
                    this.position = position;
                    this.mass = mass;
                }
                @Differentiable
                public final double weight(double g) { return mass * g * position.z(); }
            }
            """;

    @Test
    void theTangentOfARecordIsARecord() {
        Class<?> tangent = Compiled.sources(VEC3).load("geo.Vec3Tangent");

        assertThat(tangent.isRecord()).isTrue();
        assertThat(Modifier.isPublic(tangent.getModifiers())).isTrue();
        assertThat(Arrays.stream(tangent.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly("x", "y", "z");
    }

    @Test
    void theTangentOfAClassIsAClassOfItsActiveFields() throws ReflectiveOperationException {
        Class<?> tangent = Compiled.sources(VEC3, BODY).load("geo.BodyTangent");

        assertThat(Arrays.stream(tangent.getDeclaredFields()).map(Field::getName))
                .containsExactly("position", "mass", "log");
        assertThat(Modifier.isPublic(tangent.getField("position").getModifiers()))
                .isTrue();
        // Whoever gets a gradient can read all of it, and print it.
        assertThat(Modifier.isPublic(tangent.getDeclaredField("mass").getModifiers()))
                .isTrue();
        assertThat(tangent.getConstructor().newInstance())
                .hasToString("BodyTangent[position=null, mass=0.0, log=null]");
    }

    @Test
    void theTangentOfANestedClassIsATopLevelClass() {
        Class<?> tangent = Compiled.members("""
                static final class Inner {
                    @Differentiable
                    record Point(double x) {}
                }
                """).load("demo.Demo_Inner_PointTangent");

        assertThat(tangent.isRecord()).isTrue();
    }

    @Test
    void tangentsOfMethods() throws ReflectiveOperationException {
        Compiled compiled = Compiled.sources(VEC3, BODY);
        Class<?> vec3 = compiled.load("geo.Vec3");
        Class<?> tangent = compiled.load("geo.Vec3Tangent");
        Object v = vec3.getConstructors()[0].newInstance(1.0, 2.0, 3.0, 1.0, "v");
        Object w = vec3.getConstructors()[0].newInstance(4.0, 5.0, 6.0, 1.0, "w");
        Object vTangent = tangent.getConstructors()[0].newInstance(0.1, 0.2, 0.3);
        Object wTangent = tangent.getConstructors()[0].newInstance(10.0, 20.0, 30.0);

        Dual dot = (Dual) compiled.call("geo.Vec3Tangent", "dot", v, w, 2.0, vTangent, wTangent);
        assertThat(dot.value()).isEqualTo(64.0);
        assertThat(dot.tangent()).isCloseTo(2 * (0.1 * 4 + 10 + 0.2 * 5 + 40 + 0.3 * 6 + 90), within(1e-12));

        DualOf<?, ?> plus = (DualOf<?, ?>) compiled.call("geo.Vec3Tangent", "plus", v, w, vTangent, wTangent);
        assertThat(plus.value()).hasToString("Vec3[x=5.0, y=7.0, z=9.0, unit=1.0, name=v]");
        assertThat(plus.tangent()).hasToString("Vec3Tangent[x=10.1, y=20.2, z=30.3]");

        Object body = compiled.load("geo.Body").getConstructors()[0].newInstance(v, 2.0);
        Object bodyTangent = compiled.load("geo.BodyTangent").getConstructor().newInstance();
        bodyTangent.getClass().getField("position").set(bodyTangent, vTangent);
        Dual weight = (Dual) compiled.call("geo.BodyTangent", "weight", body, 9.0, bodyTangent, 1.0);
        assertThat(weight.value()).isEqualTo(54.0);
        assertThat(weight.tangent()).isCloseTo(2 * 9 * 0.3 + 2 * 3, within(1e-12));
    }

    private static final String USER = Compiled.demo("""
                @Differentiable
                static double f(double a, double b) {
                    geo.Vec3 v = geo.Vec3.of(a, b).plus(new geo.Vec3(b, 1, a, 2, "here"));
                    geo.Body body = new geo.Body(v, a * b);
                    return v.dot(v, 0.5) * body.weight(b) + body.position.y();
                }
                """);

    @Test
    void fromAnotherPackage() {
        Compiled compiled = Compiled.sources(VEC3, BODY, USER);
        Differentiated.method(compiled, "f", true, true).at(0.5, 2.0).at(-1.0, 0.25);
    }

    private static final String USER_OF_CLASS_FILES = Compiled.demo("""
                @Differentiable
                static double f(double a, double b) {
                    geo.Vec3 v = geo.Vec3.of(a, b).plus(new geo.Vec3(b, 1, a, 2, "here"));
                    geo.Vec3[] all = {v, geo.Vec3.of(1, 2)};
                    double sum = 0;
                    for (geo.Vec3 each : all) {
                        sum += each.dot(v, 0.5) * each.x();
                    }
                    return sum;
                }
                """);

    @Test
    void fromClassFiles(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, VEC3).with(USER_OF_CLASS_FILES);
        Differentiated.method(compiled, "f", true, true).at(0.5, 2.0).at(-1.0, 0.25);
    }

    @Test
    void fromClassFilesWithoutTangents(@TempDir Path directory) {
        Compilation compilation = Library.unprocessed(directory, VEC3).compile(Compiled.demo("""
                @Differentiable
                static double f(double a, geo.Vec3 v) {
                    return a * v.x();
                }
                """));
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[NoTangent] geo.Vec3 is marked @Differentiable, but was compiled without Pushforward");
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(6);
        assertThat(compilation.errors().get(0).getColumnNumber()).isEqualTo(36);
    }

    @Test
    void constructorsOfClassFilesThatMayCompute(@TempDir Path directory) {
        Compilation compilation = Library.processed(directory, VEC3, BODY).compile(Compiled.demo("""
                @Differentiable
                static double f(double a) {
                    return new geo.Body(geo.Vec3.of(a, a), a).weight(a);
                }
                """));
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[NoTangent] the constructor of geo.Body is compiled");
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(7);
    }

    /** Nothing in the class file of the interface says that it is active: its tangent does. */
    @Test
    void anInterfaceOfClassFilesAboveActiveClasses(@TempDir Path directory) {
        String shape = """
                package geo;
                import io.github.pushforward.Differentiable;
                public interface Shape {
                    @Differentiable
                    double area(double scale);
                }
                """;
        String square = """
                package geo;
                import io.github.pushforward.Differentiable;
                @Differentiable
                public record Square(double side) implements Shape {
                    @Override
                    @Differentiable
                    public double area(double scale) { return scale * side * side; }
                }
                """;
        Compiled compiled = Library.processed(directory, shape, square).with(Compiled.demo("""
                static double twice(geo.Shape shape, double scale) {
                    return 2 * shape.area(scale);
                }
                @Differentiable
                static double f(double a, double b) {
                    geo.Shape shape = new geo.Square(a * b);
                    return twice(shape, b) + shape.area(a);
                }
                """));
        Differentiated.method(compiled, "f", true, true).at(0.5, 2.0).at(-1.0, 0.25);
    }
}
