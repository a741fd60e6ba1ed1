package io.github.pushforward.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.runtime.Dual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where annotation processors break: classes that use what is generated from them, several rounds, other processors. */
class TrapsTest {
    private static final String SQUARE = """
            @Differentiable
            static double f(double x) {
                return x * x;
            }
            """;

    private static final String WANTED = """
            package demo;
            @interface Wanted {}
            """;

    private static final String CALLER = """
            package demo;
            import io.github.pushforward.Differentiable;
            @Wanted
            final class Demo {
                @Differentiable
                static double f(double x) {
                    return Made.scale(2) * x + Made.OFFSET;
                }
            }
            """;

    private static final String MADE = """
            package demo;
            final class Made {
                static final int OFFSET = 3;
                static double scale(int n) {
                    return 2.5 * n;
                }
            }
            """;

    private static Compilation compile(List<Processor> processors, List<JavaFileObject> files, String... options) {
        return javac().withProcessors(processors)
                .withOptions((Object[]) options)
                .compile(files);
    }

    @Test
    void aFieldALocalAParameterAndAResultOfAGeneratedType() {
        Compiled compiled = Compiled.members(SQUARE + """
                DemoGradient.FGradient last;
                static DemoGradient.FGradient[] all = new DemoGradient.FGradient[3];
                java.util.List<DemoGradient.FGradient> list;

                static double use(DemoGradient.FGradient g) {
                    DemoGradient.FGradient other = g;
                    return other.x();
                }
                static DemoGradient.FGradient make(double x) {
                    return DemoGradient.f(x);
                }
                static double run(double x) {
                    return use(make(x));
                }
                """);

        assertThat(compiled.call("demo.Demo", "run", 3.0)).isEqualTo(6.0);
    }

    @Test
    void aGeneratedTypeAsSupertypeArgumentAndImport() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import static demo.DemoTangent.f;
                import demo.DemoGradient.FGradient;
                import io.github.pushforward.Differentiable;
                import java.util.function.Function;
                final class Demo implements Function<Double, FGradient> {
                    @Differentiable
                    static double f(double x) {
                        return x * x;
                    }
                    @Override
                    public FGradient apply(Double x) {
                        return DemoGradient.f(x);
                    }
                    static double run(double x) {
                        return new Demo().apply(x).x() + DemoTangent.f(x, 1).tangent();
                    }
                }
                """);

        assertThat(compiled.call("demo.Demo", "run", 3.0)).isEqualTo(12.0);
    }

    @Test
    void varFromAGeneratedCall() {
        Compiled compiled = Compiled.members(SQUARE + """
                static double run(double x) {
                    var dual = DemoTangent.f(x, 1);
                    var gradient = DemoGradient.f(x);
                    var function = DemoGradient.fFunction(x);
                    for (var i = 0; i < 1; i++) {
                        var inner = DemoTangent.f(x, i);
                        dual = inner.tangent() > 0 ? inner : dual;
                    }
                    java.util.function.DoubleUnaryOperator slope = t -> DemoTangent.f(t, 1).tangent();
                    return dual.tangent() + gradient.x() + function.dimension() + slope.applyAsDouble(x);
                }
                """);

        assertThat(compiled.call("demo.Demo", "run", 3.0)).isEqualTo(19.0);
    }

    @Test
    void generatedCallsInInitialisers() {
        Compiled compiled = Compiled.members(SQUARE + """
                static final double SLOPE = DemoTangent.f(3, 1).tangent();
                static final DemoGradient.FGradient GRADIENT;
                final double perInstance = DemoGradient.f(4).x();
                static {
                    var gradient = DemoGradient.f(5);
                    GRADIENT = gradient;
                }
                static double run() {
                    return SLOPE + GRADIENT.x() + new Demo().perInstance;
                }
                """);

        assertThat(compiled.call("demo.Demo", "run")).isEqualTo(24.0);
    }

    /** A differentiable method that uses, as a constant, a field which is initialised from its own derivative. */
    @Test
    void aConstantComputedFromAnotherMethodsTangent() {
        Compiled compiled = Compiled.members(SQUARE + """
                static final double SLOPE = DemoTangent.f(3, 1).tangent();
                @Differentiable
                static double g(double x) {
                    return SLOPE * x;
                }
                """);

        assertThat(((Dual) compiled.call("demo.DemoTangent", "g", 2.0, 1.0)).tangent())
                .isEqualTo(6.0);
    }

    /** The tangent of a method is itself a constant to another: called in a differentiable body with plain values. */
    @Test
    void aGeneratedGradientInsideADifferentiableMethod() {
        Compilation compilation = Compiled.compile(Compiled.demo(SQUARE + """
                @Differentiable
                static double g(double x, @Constant double c) {
                    return x * DemoGradient.fFunction(c).value(new double[] {c});
                }
                """));

        // The gradient would be needed to make itself; what matters is that this is said once, and that javac survives.
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(null)).startsWith("[UnresolvedName] the name DemoGradient");
    }

    @Test
    void aClassFromASecondProcessor() {
        for (boolean first : new boolean[] {true, false}) {
            List<Processor> processors =
                    new ArrayList<>(List.of(new DifferentiableProcessor(), new WritingProcessor("demo.Made", MADE)));
            if (first) {
                Collections.reverse(processors);
            }
            Compilation compilation = compile(processors, Compiled.files(CALLER, WANTED), "-Xlint:all", "-Werror");

            CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
            CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
            CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoGradient");
        }
    }

    @Test
    void aClassFromALaterRound() {
        Compilation compilation = compile(
                List.of(
                        new DifferentiableProcessor(),
                        new WritingProcessor("demo.Early", "package demo; final class Early {}", "demo.Made", MADE)),
                Compiled.files(CALLER, WANTED));

        assertThat(compilation.errors()).isEmpty();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
    }

    /** A generated class that has annotated methods itself, which an annotated method calls. */
    @Test
    void anAnnotatedClassFromASecondProcessor() {
        Compilation compilation = compile(
                List.of(new DifferentiableProcessor(), new WritingProcessor("demo.Made", """
                                package demo;
                                import io.github.pushforward.Differentiable;
                                final class Made {
                                    @Differentiable
                                    static double g(double x) {
                                        return Math.sin(x);
                                    }
                                }
                                """)),
                Compiled.files("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Wanted
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return Made.g(x) * x;
                            }
                        }
                        """, WANTED),
                "-Xlint:all",
                "-Werror");

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.MadeTangent");
        CompilationSubject.assertThat(compilation)
                .generatedSourceFile("demo.DemoTangent")
                .contentsAsUtf8String()
                .contains("MadeTangent.g(x, xTangent)");
    }

    @Test
    void aParameterTypeFromASecondProcessor() {
        Compilation compilation = compile(
                List.of(
                        new DifferentiableProcessor(),
                        new WritingProcessor("demo.Made", "package demo; public enum Made { A, B }")),
                Compiled.files("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        @Wanted
                        final class Demo {
                            @Differentiable
                            static double f(double x, Made made) {
                                return made == Made.A ? x * x : x;
                            }
                        }
                        """, WANTED));

        assertThat(compilation.errors()).isEmpty();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoGradient");
    }

    @Test
    void aClassThatNobodyMakesIsReportedOnce() {
        Compilation compilation = compile(
                List.of(
                        new DifferentiableProcessor(),
                        new WritingProcessor("demo.Other", "package demo; final class Other {}")),
                Compiled.files(CALLER, WANTED));

        assertThat(compilation.errors())
                .hasSize(1)
                .allMatch(error -> error.getMessage(null).startsWith("[UnresolvedName] "));
    }

    @Test
    void twoClassesThatCallEachOther() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Even {
                    @Differentiable
                    static double f(double x, int n) {
                        return n == 0 ? x : x * Odd.f(x, n - 1);
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Odd {
                    @Differentiable
                    static double f(double x, int n) {
                        return n == 0 ? 1 : Math.sin(x) + Even.f(x, n - 1);
                    }
                }
                """);

        double x = 0.7;
        double h = 1e-5;
        double difference = ((double) compiled.call("demo.Even", "f", x + h, 6)
                        - (double) compiled.call("demo.Even", "f", x - h, 6))
                / (2 * h);
        assertThat(((Dual) compiled.call("demo.EvenTangent", "f", x, 6, 1.0)).tangent())
                .isCloseTo(difference, within(1e-8));
    }

    @Test
    void classesInTwoPackages() {
        Compiled compiled = Compiled.sources("""
                package one;
                import io.github.pushforward.Differentiable;
                public final class One {
                    @Differentiable
                    public static double f(double x) {
                        return two.Two.g(x) * x;
                    }
                }
                """, """
                package two;
                import io.github.pushforward.Differentiable;
                public final class Two {
                    @Differentiable
                    public static double g(double x) {
                        return x * x;
                    }
                }
                """);

        assertThat(((Dual) compiled.call("one.OneTangent", "f", 2.0, 1.0)).tangent())
                .isEqualTo(12.0);
    }

    @Test
    void theUnnamedPackage() {
        Compiled compiled = Compiled.sources("""
                import io.github.pushforward.Differentiable;
                final class Demo {
                    @Differentiable
                    static double f(double x) {
                        return helper(x) * Other.g(x);
                    }
                    private static double helper(double x) {
                        return x * x;
                    }
                }
                """, """
                import io.github.pushforward.Differentiable;
                final class Other {
                    @Differentiable
                    static double g(double x) {
                        return 3 * x;
                    }
                }
                """);

        assertThat(((Dual) compiled.call("DemoTangent", "f", 2.0, 1.0)).tangent())
                .isEqualTo(36.0);
    }

    @Test
    void aNestedClassInsideAnother() {
        Compiled compiled = Compiled.members("""
                static final class Inner {
                    static final class Innermost {
                        @Differentiable
                        static double f(double x) {
                            return Demo.g(x) * x;
                        }
                    }
                    @Differentiable
                    static double f(double x) {
                        return Innermost.f(x) * x;
                    }
                }
                @Differentiable
                static double g(double x) {
                    return x * x;
                }
                """);

        assertThat(((Dual) compiled.call("demo.Demo_InnerTangent", "f", 2.0, 1.0)).tangent())
                .isEqualTo(32.0);
        assertThat(((Dual) compiled.call("demo.Demo_Inner_InnermostTangent", "f", 2.0, 1.0)).tangent())
                .isEqualTo(12.0);
    }

    @Test
    void enumsInterfacesAndRecords() {
        Compiled compiled = Compiled.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                interface Shape {
                    @Differentiable
                    static double area(double r) {
                        return Math.PI * r * r;
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                enum Kind {
                    A, B;
                    @Differentiable
                    static double f(double x, Kind kind) {
                        return kind == A ? x * x : Shape.area(x);
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                record Point(double x, double y) {
                    @Differentiable
                    static double norm(double x, double y) {
                        return Math.hypot(x, y);
                    }
                }
                """);

        assertThat(((Dual) compiled.call("demo.ShapeTangent", "area", 2.0, 1.0)).tangent())
                .isEqualTo(4 * Math.PI);
        assertThat(((Dual) compiled.call("demo.PointTangent", "norm", 3.0, 4.0, 1.0, 0.0)).tangent())
                .isCloseTo(0.6, within(1e-15));
    }

    /** Lints that newer compilers have as well: hidden narrowing, unused casts, missing documentation comments. */
    @Test
    void everyLintIsSatisfied() {
        CompilationSubject.assertThat(Compiled.compile("""
                        package demo;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        /** Documented. */
                        public final class Demo {
                            private Demo() {}
                            /** Documented.
                             * @param x x
                             * @param c c
                             * @param n n
                             * @return f */
                            @SuppressWarnings("lossy-conversions")
                            @Differentiable
                            public static double f(double[] x, @Constant float c, long n) {
                                int i = 0;
                                i += n;
                                short s = (short) i;
                                s += 3;
                                float g = c;
                                g *= x[0];
                                double y = x[0] + (float) n + (int) x[0] + s;
                                y += g;
                                y -= (float) x[1];
                                switchless:
                                for (;;) {
                                    if (y > 0) {
                                        break switchless;
                                    }
                                    y += 1;
                                }
                                return y / n;
                            }
                            /** Documented.
                             * @param x x
                             * @return old */
                            @Deprecated
                            @Differentiable
                            public static double old(double x) {
                                return x;
                            }
                        }
                        """)).succeededWithoutWarnings();
    }

    @Test
    void callsOfDeprecatedMethodsCauseNoWarningsInGeneratedCode() {
        CompilationSubject.assertThat(Compiled.compile("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @SuppressWarnings("deprecation")
                            @Differentiable
                            static double f(double x, int n) {
                                return x * Other.old(n) + Other.OLD;
                            }
                        }
                        """, """
                        package demo;
                        final class Other {
                            @Deprecated
                            static final double OLD = Math.sqrt(2);
                            @Deprecated
                            static double old(int n) {
                                return n;
                            }
                        }
                        """)).succeededWithoutWarnings();
    }

    /** Layouts read components by their accessors, and name the class itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@SuppressWarnings(\"deprecation\") @Differentiable"
                        + " record Point(double x, @Deprecated(forRemoval = true) double y) {}",
                "@Differentiable @Deprecated(forRemoval = true) record Point(double x, double y) {}",
                "@Differentiable record Point(double x, double y) { @Deprecated public double y() { return y; } }",
                "@Differentiable static class Point { double x; @Deprecated double y; }",
                "@Differentiable static class Point { double x; private double y; @Deprecated final double y() { return y; } }",
                "@Differentiable static class Point { double x; } @Deprecated static class Dot extends Point {}",
            })
    void deprecatedComponentsCauseNoWarningsInGeneratedCode(String point) {
        CompilationSubject.assertThat(Compiled.compile("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            %s
                        }
                        """.formatted(point))).succeededWithoutWarnings();
    }

    /** Using a second class of a file from another file is a lint of its own. */
    @Test
    void aSecondClassInAFile() {
        CompilationSubject.assertThat(Compiled.compile("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static double f(double x) {
                                return Second.g(x) * x;
                            }
                        }
                        final class Second {
                            @Differentiable
                            static double g(double x) {
                                return Math.sin(x);
                            }
                        }
                        """)).succeededWithoutWarnings();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "-proc:full is of JDK 21")
    void procFull() {
        Compilation compilation = compile(
                List.of(new DifferentiableProcessor()),
                Compiled.files(Compiled.demo(SQUARE)),
                "-proc:full",
                "-Xlint:all",
                "-Werror");

        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
    }

    @Test
    void procOnlyGeneratesAsWell() {
        Compilation compilation =
                compile(List.of(new DifferentiableProcessor()), Compiled.files(Compiled.demo(SQUARE)), "-proc:only");

        assertThat(compilation.errors()).isEmpty();
        CompilationSubject.assertThat(compilation).generatedSourceFile("demo.DemoTangent");
    }

    @Test
    void theSameSourceGivesTheSameBytes() {
        List<String> sources = List.of(Compiled.demo("""
                        static double a(double x, double y) {
                            return b(x) * Math.pow(x, y);
                        }
                        private static double b(double x) {
                            return x * Math.exp(x) + c(2);
                        }
                        private static double c(int n) {
                            return n;
                        }
                        @Differentiable
                        static double f(double x, double[] y) {
                            double sum = 0;
                            for (int i = 0; i < y.length; i++) {
                                sum += a(x, y[i]) * a(x, 2) * a(2, x) / Other.g(x);
                            }
                            return sum;
                        }
                        @Differentiable
                        static double h(double x) {
                            return f(x, new double[] {x, 1}) + b(x);
                        }
                        """), """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Other {
                    @Differentiable
                    static double g(double x) {
                        return Demo.h(x) + Third.k(x);
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Third {
                    @Differentiable
                    static double k(double x) {
                        return 1 / (1 + Math.exp(-x));
                    }
                }
                """);
        Map<String, String> generated = generated(sources);

        assertThat(generated).hasSize(9);
        for (int run = 0; run < 3; run++) {
            assertThat(generated(sources)).isEqualTo(generated);
        }
        List<String> other = new ArrayList<>(sources);
        for (int turn = 0; turn < sources.size(); turn++) {
            Collections.rotate(other, 1);
            assertThat(generated(other)).isEqualTo(generated);
        }
        Collections.reverse(other);
        assertThat(generated(other)).isEqualTo(generated);
    }

    private static Map<String, String> generated(List<String> sources) {
        Compilation compilation = Compiled.compile(sources.toArray(String[]::new));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        Map<String, String> generated = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            try {
                generated.put(file.getName(), file.getCharContent(false).toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return generated;
    }
}
