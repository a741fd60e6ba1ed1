package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source that is not Java: the compiler says so, and the processor neither throws nor adds to it. */
class BrokenSourceTest {

    private static List<String> errors(String... sources) {
        Compilation compilation = Compiled.compile(sources);
        List<String> errors = compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
        assertThat(errors).isNotEmpty();
        return errors;
    }

    private static Stream<String> ours(List<String> errors) {
        return errors.stream().filter(error -> error.startsWith("["));
    }

    /** A marked class may be asked how it is made again before its own errors are known. */
    @Test
    void aFieldOfAnUnknownTypeInAMarkedClass() {
        assertThat(ours(errors("""
                        package demo;
                        import io.github.pushforward.Differentiable;
                        final class Demo {
                            @Differentiable
                            static class Body {
                                Vec place;
                                @Differentiable
                                double pull(double by) { return by; }
                            }
                        }
                        """))).noneMatch(error -> error.startsWith("[InternalError]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Differentiable static double f(double x) { return x * ; }",
                "@Differentiable static double f(double x) { return x",
                "@Differentiable static double f(double x { return x; }",
                "@Differentiable static double f(double) { return 1; }",
                "@Differentiable static double f(double x) { for (;; { } }",
                "@Differentiable static double f(double x) { x = ((x; return x; }",
                "@Differentiable static double f(double x) { int 3y = 2; return x; }",
                "@Differentiable static f(double x) { return x; }",
                "@Differentiable static double f(double x) { 1 + ; 2 * x; return x; }",
                "@Differentiable",
                "@Differentiable static double f(double x) { if (x > ) return x; return 1; }",
                "@Differentiable static double f(double x) { double[] y = new double[; return x; }",
                "@Differentiable static double f(double x) { double y = 1.0e; return x; }",
            })
    void syntaxErrorsAreTheCompilersAlone(String members) {
        assertThat(ours(errors(Compiled.demo(members)))).isEmpty();
    }

    /** What parses and is not Java all the same; whoever reports it, nothing breaks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "static double f(double x) { return; }",
                "static double f(double x) { }",
                "static void f(double[] x) { x[0] = 1; return x; }",
                "static double f(double x) { 1 = x; return x; }",
                "static double f(double x) { x() = 2; return x; }",
                "static double f(double x) { boolean b = x; return x; }",
                "static double f(double x) { double x = 2; return x; }",
                "static double f(double x) { break; }",
                "static double f(double[][] x, double[] y) { return x[0][y[0]] * x[0][0]; }",
                "static double f(double[] x) { return new double[x[0]].length * x[0]; }",
                "static double f(double x) { continue nowhere; }",
                "static double f(double x) { if (x) return 1; return 2; }",
                "static double f(double x) { while (x) x--; return 2; }",
                "static double f(double x) { return x ? x : 1; }",
                "static double f(double x) { return x[0]; }",
                "static double f(double x) { return x.length; }",
                "static double f(double[] x) { return x[1.5]; }",
                "static double f(double[] x) { return x; }",
                "static double f(double x) { int i = x; return i; }",
                "static double f(double x) { double y; return y + x; }",
                "static double f(double x) { final double y = x; y = 2; return y; }",
                "static double f(double x) { double[] y = {x, true}; return y[0]; }",
                "static double f(double x) { double y = {x}; return y; }",
                "static double f(double x) { var y; return x; }",
                "static double f(double x) { var y = {x}; return y[0]; }",
                "static double f(double x) { var y = f; return x; }",
                "static double f(double x) { var y = Math; return x; }",
                "static double f(double x) { var y = g(x); return x; } static void g(double x) {}",
                "static double f(double x) { double y = g(x); return y; } static void g(double x) {}",
                "static double f(double x) { return g(x) + 1; } static void g(double x) {}",
                "static double f(double x) { return f(x, x); }",
                "static double f(double x) { return f(f); }",
                "static double f(double x) { return this.f(x); }",
                "static double f(double x) { return super.hashCode() * x; }",
                "static double f(double x) { return this.y * x; }",
                "static double f(double x) { return Demo.this.hashCode() * x; }",
                "static double f(double x) { return Math.max(true, x); }",
                "static double f(double x) { return -true; }",
                "static double f(double x) { return x++ + ++(x + 1); }",
                "static double f(double x) { return x << 2; }",
                "static double f(double x) { return x & 1; }",
                "static double f(double x) { double[][] y = new double[x][2]; return y[0][0]; }",
                "static double f(double x) { double[] y = new double[2]{1, 2}; return y[0]; }",
                "static double f(double x) { return (boolean) x; }",
                "static double f(double x) { return (int[]) x; }",
                "static double f(double x) { return (Nothing) x; }",
                "static double f(double x, double x) { return x; }",
                "static double f(double x, Nothing y) { return x; }",
                "static double f(double x, nothing.Nothing y) { return x; }",
                "static Nothing f(double x) { return x; }",
                "static double f(double x, double... y) { return f(x, 1, true); }",
                "static double f(double x, void y) { return x; }",
                "static double f(double x) { void y; return x; }",
                "static double f(@Constant @Constant double x, double y) { return y; }",
                "static double f(double x) { return UNDEFINED + x; } static final double UNDEFINED = nothing();",
                "static double f(double x) { return f2(x) + x; } static double f2(Nothing n) { return 1; }",
                "static double f(double x) { return LOOP * x; } static final double LOOP = LOOP + 1;",
                "static double f(double x) { a: { break b; } return x; }",
                "static double f(double x) { return null; }",
                "static double f(double x) { return x == null ? 1 : 2; }",
                "static double f(double x) { return java; }",
                "static double f(double x) { return java.lang.Math; }",
                "static double f(double x) { return java.lang.Math.nothing(x) + java.lang.nothing.of(x); }",
                "static double f(double x) { return _ + x; }",
                "static double f(double x) { Demo.g(x).h(); return x; }",
                "static double f(double x) { ((x)) = 3; x + 1; return x; }",
                "static double f(double x) { int y = 3; y = x; return y; }",
                "static double f(double x) { return 99999999999 * x; }",
                "static double f(double x) { switch (x) { default: } return x; }",
                "static double f(double x, int n) { switch (n) { case n: x = 1; } return x; }",
                "static double f(double x, int n) { switch (n) { case 1: case 1: x = 1; } return x; }",
                "static double f(double x, int n) { switch (n) { case \"a\": x = 1; } return x; }",
                "static double f(double x, int n) { switch (n) { default: default: x = 1; } return x; }",
                "static double f(double x, int n) { switch (n) { case 1 -> x = 1; case 2: x = 2; } return x; }",
                "static double f(double x, String s) { switch (s) { case 1 -> x = 1; } return x; }",
                "static double f(double x, Nothing n) { switch (n) { case A -> x = 1; } return x; }",
                "static double f(double x, K k) { switch (k) { case B -> x = 1; } return x; } enum K { A }",
                "static double f(double x, K k) { return switch (k) { case A -> x; }; } enum K { A, B }",
                "static double f(double x, int n) { return switch (n) { case 1 -> x; }; }",
                "static double f(double x, int n) { return switch (n) { }; }",
                "static double f(double x, int n) { return switch (n) { default -> { } }; }",
                "static double f(double x, int n) { return switch (n) { default -> throw new Error(); }; }",
                "static double f(double x, int n) { yield x; }",
                "static double f(double x, int n) { return switch (n) { default -> { return x; } }; }",
                "static double f(double x, int n) { while (true) { x = switch (n) { default -> { break; } }; } }",
                "static double f(double x, int n) { switch (n) { case 0 -> x; } return x; }",
                "static double f(double x, int n) { switch (n) { case 0: double y; default: x = y; } return x; }",
                "static double f(double x, Object o) { switch (o) { case Nothing n -> x = 1; default -> {} } return x; }",
                "static double f(double x, Object o) { switch (o) { case Math(var y) -> x = y; default -> {} } return x; }",
                "static double f(double x, Object o) { switch (o) { case String s when x -> x = 1; } return x; }",
                "static double f(double x) { try { x = 1; } return x; }",
                "static double f(double x) { try { x = 1; } catch (String e) { } return x; }",
                "static double f(double x) { try { x = 1; } catch (Nothing e) { } return x; }",
                "static double f(double x) { try { x = 1; } catch (java.io.IOException e) { } return x; }",
                "static double f(double x) { try { x = 1; } catch (Error | Throwable e) { e = null; } return x; }",
                "static double f(double x) { try (double y = x) { x = y; } return x; }",
                "static double f(double x) { try (x) { x = 1; } return x; }",
                "static double f(double x) { try (Object o = new Object()) { x = 1; } return x; }",
                "static double f(double x) { throw new java.io.IOException(); }",
                "static double f(double x) throws Nothing { return x; }",
                "static double f(double x) throws String { return x; }",
                "static double f(double x) { synchronized (x) { x = 1; } return x; }",
                "static double f(double x) { synchronized (null) { x = 1; } return x; }",
                "static double f(double x) { class Local extends Nothing { } return x; }",
                "static double f(double x) { byte b = 300; char c = -1; return x * b * c; }",
            })
    void meaninglessBodiesAreErrorsAndNoMore(String method) {
        Compilation compilation = Compiled.compile(Compiled.demo("@Differentiable " + method));

        assertThat(compilation.errors())
                .noneMatch(error -> error.getMessage(Locale.ROOT).contains("InternalError"));
        assertThat(compilation.errors())
                .as("errors in the user's own file")
                .anyMatch(error ->
                        error.getSource() != null && error.getSource().getName().endsWith("Demo.java"));
    }

    /** Wherever a body is looked into that the compiler misses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Differentiable static final class Body { double x; Body(double x); }"
                        + " @Differentiable static double f(Body b) { return b.x; }",
                "@Differentiable static final class Body { final double x; Body(double x); }"
                        + " @Differentiable static double f(double x) { return new Body(x).x; }",
                "@Differentiable record Body(double x) { Body; }"
                        + " @Differentiable static double f(Body b) { return b.x; }",
                "interface G { double of(double x); }"
                        + " @Differentiable static double f(double x) {"
                        + " G g = new G() { public double of(double y); }; return g.of(x); }",
                "static abstract class G { G(); abstract double of(double x); }"
                        + " @Differentiable static double f(double x) {"
                        + " G g = new G() { double of(double y) { return y; } }; return g.of(x); }",
                "enum K { A { double of(double x); }; double of(double x) { return x; } }"
                        + " @Differentiable static double f(double x, K k) { return k.of(x); }",
                "static double g(java.util.function.DoubleUnaryOperator h, double x);"
                        + " @Differentiable static double f(double x) { return g(y -> y * x, x); }",
                "static double g(double x); @Differentiable static double f(double x) { return g(x); }",
                "private double y; double y(); Demo(double y);"
                        + " @Differentiable static double f(double x, Demo d) { return d.y * d.y() * x; }",
            })
    void bodiesThatAreMissing(String members) {
        List<String> errors = errors(Compiled.demo(members));

        assertThat(errors).noneMatch(error -> error.contains("InternalError"));
    }

    @Test
    void aBrokenFileBesideAGoodOne() {
        List<String> errors =
                errors(Compiled.demo("@Differentiable static double f(double x) { return Broken.g(x); }"), """
                package demo;
                final class Broken {
                    static double g(double x) { return x
                }
                """);

        assertThat(ours(errors)).isEmpty();
    }

    @Test
    void aSuperclassThatDoesNotExist() {
        List<String> errors = errors("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Demo extends Nothing implements NothingEither<Demo> {
                    @Differentiable
                    static double f(double x) {
                        return x * x;
                    }
                }
                """);

        assertThat(ours(errors)).isEmpty();
    }

    @Test
    void anImportThatDoesNotExist() {
        List<String> errors = errors("""
                package demo;
                import io.github.pushforward.Differentiable;
                import static nothing.Nothing.*;
                import static nothing.Nothing.g;
                import nothing.*;
                import nothing.Other;
                final class Demo {
                    @Differentiable
                    static double f(double x) {
                        return x * x;
                    }
                }
                """);

        assertThat(ours(errors)).isEmpty();
    }

    /** The compiler reports the type; one error of ours beside it is the most. */
    @Test
    void aParameterTypeThatDoesNotExist() {
        List<String> errors = errors(Compiled.demo("""
                @Differentiable
                static double f(double x, Nothing n) {
                    return x;
                }
                """));

        assertThat(ours(errors).toList()).hasSizeLessThan(2);
        assertThat(errors).anyMatch(error -> error.contains("cannot find symbol"));
    }

    @Test
    void aClassDefinedTwice() {
        String source = Compiled.demo("@Differentiable static double f(double x) { return x; }");
        List<String> errors = errors(source, source.replace("return x", "return 2 * x"));

        assertThat(errors).noneMatch(error -> error.contains("InternalError"));
    }

    @Test
    void aMethodDefinedTwice() {
        List<String> errors = errors(Compiled.demo("""
                @Differentiable
                static double f(double x) {
                    return x;
                }
                @Differentiable
                static double f(double y) {
                    return 2 * y;
                }
                """));

        assertThat(errors).noneMatch(error -> error.contains("InternalError"));
    }

    @Test
    void aNameThatTheSiblingWouldTake() {
        List<String> errors = errors(Compiled.demo("@Differentiable static double f(double x) { return x; }"), """
                package demo;
                final class DemoTangent {}
                """);

        assertThat(errors).noneMatch(error -> error.contains("InternalError"));
        assertThat(errors).hasSize(1);
    }

    /** Wherever Java's own meaning of the annotation is violated, the compiler says so. */
    @Test
    void annotationsAtWrongPlaces() {
        List<String> errors = errors("""
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.Differentiable;
                final class Demo {
                    @Differentiable
                    double field;

                    @Constant
                    static double f(double x) {
                        return x;
                    }

                    @Differentiable
                    Demo() {}
                }
                """);

        assertThat(ours(errors)).isEmpty();
        assertThat(errors).hasSize(3);
    }
}
