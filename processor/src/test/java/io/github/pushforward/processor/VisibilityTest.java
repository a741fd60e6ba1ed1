package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated classes and methods are as visible as what they are made from. */
class VisibilityTest {
    private static final int VISIBILITY = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;

    private static final String MEMBERS = """
            @Differentiable
            public static double open(double x) {
                return x;
            }
            @Differentiable
            protected static double family(double x) {
                return x;
            }
            @Differentiable
            static double house(double x) {
                return x * secret(x);
            }
            private static double secret(double x) {
                return x;
            }
            """;

    private static Compiled compiled(String modifier) {
        return Compiled.sources("package demo;\nimport io.github.pushforward.Differentiable;\n" + modifier
                + "class Demo {\n" + MEMBERS + "\n}\n");
    }

    private static int visibility(Class<?> type) {
        return type.getModifiers() & VISIBILITY;
    }

    private static List<Integer> visibilities(Class<?> type, String prefix) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith(prefix) && !method.isSynthetic())
                .map(Method::getModifiers)
                .map(modifiers -> modifiers & VISIBILITY)
                .distinct()
                .toList();
    }

    @Test
    void methods() {
        Compiled compiled = compiled("public ");
        for (String sibling : List.of("demo.DemoTangent", "demo.DemoGradient")) {
            Class<?> type = compiled.load(sibling);
            assertThat(visibilities(type, "open")).containsExactly(Modifier.PUBLIC);
            assertThat(visibilities(type, "family")).containsExactly(Modifier.PROTECTED);
            assertThat(visibilities(type, "house")).containsExactly(0);
        }
        assertThat(visibilities(compiled.load("demo.DemoTangent"), "secret")).containsExactly(Modifier.PRIVATE);
    }

    @Test
    void records() {
        Compiled compiled = compiled("public ");

        assertThat(visibility(compiled.load("demo.DemoGradient$OpenGradient"))).isEqualTo(Modifier.PUBLIC);
        assertThat(visibility(compiled.load("demo.DemoGradient$HouseGradient"))).isZero();
        assertThat(visibility(compiled.load("demo.DemoGradient$OpenFunction"))).isEqualTo(Modifier.PRIVATE);
    }

    @Test
    void classes() {
        for (String sibling : List.of("demo.DemoTangent", "demo.DemoGradient")) {
            assertThat(visibility(compiled("public ").load(sibling))).isEqualTo(Modifier.PUBLIC);
            assertThat(visibility(compiled("").load(sibling))).isZero();
            assertThat(visibility(compiled("abstract ").load(sibling))).isZero();
        }
    }

    @Test
    void generatedClassesAreFinalAndHaveNoInstances() {
        Compiled compiled = compiled("public ");
        for (String sibling : List.of("demo.DemoTangent", "demo.DemoGradient")) {
            Class<?> type = compiled.load(sibling);
            assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
            assertThat(type.getDeclaredConstructors())
                    .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        }
    }

    /** A public class inside a package-private one is no more visible than that one. */
    @Test
    void nestedClasses() {
        Compiled compiled = Compiled.members("""
                public static final class Inner {
                    @Differentiable
                    public static double f(double x) {
                        return x;
                    }
                }
                protected static final class Family {
                    @Differentiable
                    public static double f(double x) {
                        return x;
                    }
                }
                """);

        assertThat(visibility(compiled.load("demo.Demo_InnerTangent"))).isZero();
        assertThat(visibility(compiled.load("demo.Demo_FamilyTangent"))).isZero();
    }

    /** Static methods of interfaces are public without saying so. */
    @Test
    void interfaceMethods() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public interface Demo {
                    @Differentiable
                    static double f(double x) {
                        return x;
                    }
                }
                """);

        assertThat(visibilities(compiled.load("demo.DemoTangent"), "f")).containsExactly(Modifier.PUBLIC);
    }

    /** The signature of a public method may name a class that nobody outside the package sees: no lint may mind. */
    @Test
    void publicMethodsOverHiddenTypes() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                public final class Demo {
                    enum Kind { A, B }
                    @Differentiable
                    public static double f(double x, Kind kind) {
                        return kind == Kind.A ? x : x * x;
                    }
                }
                """);

        assertThat(compiled.load("demo.DemoGradient")).isNotNull();
    }
}
