package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Refused;
import io.github.pushforward.runtime.Dual;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The annotation wherever Java lets it stand. */
class AnnotatedPlacesTest {

    @Test
    void anElementOfAnAnnotationType() {
        Refused.sources("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @interface Demo {
                            @Differentiable
                            double «f();
                        }
                        """).with("UnsupportedMethod", "f has no body");
    }

    @Test
    void aClassInAnAnnotationType() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                @interface Demo {
                    double K = 3;
                    class Inner {
                        @Differentiable
                        static double f(double x) {
                            return K * x;
                        }
                    }
                }
                """);

        assertThat(compiled.call("demo.Demo_InnerTangent", "f", 2.0, 1.0)).isEqualTo(new Dual(6, 3));
    }

    /** javac hands the annotation of a component on to the accessor that it writes. */
    @Test
    void aComponentOfARecord() {
        Refused.members("""
                        record Point(double x, @Differentiable double «y) {}
                        @Differentiable
                        record Active(double x, @Differentiable(order = 2) double «y) {}
                        record Ruled(@Differentiable(rules = Demo.class) double «y) {}
                        """).withEach("UnsupportedMethod", "UnsupportedMethod", "UnsupportedMethod");
    }

    /** javac shows processors no classes in bodies: such an annotation does nothing, and breaks nothing. */
    @Test
    void bodies() {
        Compilation compilation = Compiled.compile(Compiled.demo("""
                static final Object ANONYMOUS = new Object() {
                    @Differentiable
                    double f(double x) {
                        return x * x;
                    }
                };
                @Differentiable
                static double f(double x) {
                    return g(x);
                }
                private static double g(double x) {
                    return x * x;
                }
                static void h() {
                    class Local {
                        @Differentiable
                        double f(double x) {
                            return x * x;
                        }
                    }
                    @Differentiable
                    record LocalRecord(double x) {}
                }
                """), """
                package demo;
                import io.github.pushforward.Differentiable;
                enum Kind {
                    A {
                        @Override
                        @Differentiable
                        double f(double x) {
                            return x;
                        }
                        @Differentiable
                        double g(double x) {
                            return x;
                        }
                    };
                    abstract double f(double x);
                }
                """);

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
    }

    @Test
    void methodsThatCannotBeDifferentiatedAllAtOnce() {
        Refused.members("""
                        @Differentiable
                        static native double «a(double x);
                        interface I {
                            @Differentiable
                            double «b(double x);
                            @Differentiable
                            private double «c(double x) {
                                return x;
                            }
                            @Differentiable
                            private static double «d(double x) {
                                return x;
                            }
                            @Differentiable
                            default <T> double «e(double x) {
                                return x;
                            }
                        }
                        """)
                .withEach(
                        "UnsupportedMethod",
                        "UnsupportedMethod",
                        "NotAccessible",
                        "NotAccessible",
                        "UnsupportedMethod");
    }

    @Test
    void packagesAndModules() {
        List<String> errors = Compiled.compile(
                        """
                        @io.github.pushforward.Differentiable
                        package demo;
                        """, Compiled.demo("@Differentiable static double f(double x) { return x; }"))
                .errors()
                .stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();

        assertThat(errors).isNotEmpty().noneMatch(error -> error.startsWith("["));
    }

    @Test
    void membersOfGenericClasses() {
        Compiled.members("""
                static final class Box<T extends Comparable<T>> {
                    T content;
                    @Differentiable
                    double f(double x) {
                        return x * x;
                    }
                    @Differentiable
                    static double g(double x) {
                        return 2 * x;
                    }
                }
                """);
    }
}
