package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.processor.support.Library;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotated methods that are called where only their class files are at hand, as from a jar. */
class CompiledCalleesTest {
    private static final String LIBRARY = """
            package lib;
            import io.github.pushforward.Constant;
            import io.github.pushforward.Differentiable;
            public final class Lib {
                @Differentiable
                public static double g(double x, @Constant double c, double[] a) {
                    return Math.sin(x) * c * a[0];
                }
                @Differentiable
                public static double g(double x) {
                    return x * x;
                }
                @Differentiable
                public static void scale(double[] a, double by) {
                    for (int i = 0; i < a.length; i++) {
                        a[i] *= by;
                    }
                }
                public static final class Inner {
                    @Differentiable
                    public static double[] twice(double[] a) {
                        double[] b = new double[a.length];
                        for (int i = 0; i < a.length; i++) {
                            b[i] = 2 * a[i];
                        }
                        return b;
                    }
                }
            }
            """;

    @Test
    void processed(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, LIBRARY).with(Compiled.demo("""
                @Differentiable
                static double f(double[] a, double x, @Constant double c) {
                    double y = lib.Lib.g(x, c, a) * lib.Lib.g(x * 2) + lib.Lib.g(c);
                    lib.Lib.scale(a, x);
                    lib.Lib.scale(a, c);
                    return y * lib.Lib.Inner.twice(a)[1] + lib.Lib.g(c, 2, new double[] {x});
                }
                """));
        Differentiated.method(compiled, "f", true, true, false).at(new double[] {1.5, -2}, 0.7, 1.1);
    }

    private static void assertRefused(Compilation compilation, String start, int line, int column) {
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).startsWith(start);
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(line);
        assertThat(compilation.errors().get(0).getColumnNumber()).isEqualTo(column);
    }

    /** The mark of a constant parameter is in the class file. */
    @Test
    void activeArgumentForAConstantParameter(@TempDir Path directory) {
        Compilation compilation = Library.processed(directory, LIBRARY).compile(Compiled.demo("""
                @Differentiable
                static double f(double[] a, double x) {
                    return lib.Lib.g(2, x, a);
                }
                """));
        assertRefused(
                compilation, "[NoTangent] argument 2 of g is active, but the parameter is marked @Constant", 7, 19);
    }

    @Test
    void unprocessed(@TempDir Path directory) {
        Compilation compilation = Library.unprocessed(directory, LIBRARY).compile(Compiled.demo("""
                @Differentiable
                static double f(double x) {
                    return lib.Lib.g(x);
                }
                """));
        assertRefused(
                compilation,
                "[NoTangent] lib.Lib.g is annotated, but was compiled without Pushforward: lib.LibTangent has no tangent "
                        + "method for it: lib.Lib.g(x); compile that library with the annotation processor, or write a rule",
                7,
                19);
    }

    @Test
    void unprocessedMethodThatWrites(@TempDir Path directory) {
        Compilation compilation = Library.unprocessed(directory, LIBRARY).compile(Compiled.demo("""
                @Differentiable
                static double f(double[] a, double x) {
                    lib.Lib.scale(a, x);
                    return a[0];
                }
                """));
        assertRefused(
                compilation, "[NoTangent] lib.Lib.scale is annotated, but was compiled without Pushforward", 7, 12);
    }

    /** The sibling is there, but older than the method. */
    @Test
    void siblingWithoutTheMethod(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, LIBRARY, """
                package lib;
                public final class LibTangent {
                    public static double g(double x, float xTangent) {
                        return x;
                    }
                }
                """);
        Compilation compilation = library.compile(Compiled.demo("""
                @Differentiable
                static double f(double x) {
                    return lib.Lib.g(x);
                }
                """));
        assertRefused(compilation, "[NoTangent] lib.Lib.g is annotated", 7, 19);
    }

    @Test
    void unprocessedMethodsOnPlainValues(@TempDir Path directory) {
        Compiled compiled = Library.unprocessed(directory, LIBRARY).with(Compiled.demo("""
                @Differentiable
                static double f(double x, @Constant double c) {
                    return lib.Lib.g(c) * x;
                }
                """));
        Differentiated.method(compiled, "f", true, false).at(0.7, 1.1);
    }
}
