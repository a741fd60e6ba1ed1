package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What messages look like, whatever they are about: they show the expression, come in the order of the source, and once. */
class MessagesTest {

    private static List<String> errors(String... sources) {
        return Compiled.compile(sources).errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    private static String error(String members) {
        List<String> errors = errors(Compiled.demo(members));
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void showTheCall() {
        assertThat(error("""
                @Differentiable
                static double f(double x) {
                    return 2 * java.awt.geom.Point2D.distance(x,   0, 1,
                            x);
                }
                """)).contains("its derivative is not known: java.awt.geom.Point2D.distance(x, 0, 1, x); ");
    }

    @Test
    void showTheAssignment() {
        assertThat(error("""
                @Differentiable
                static double f(double x, @Constant double[] c) {
                    c[0] = 2 * x;
                    return x;
                }
                """)).contains("has no tangent to keep its derivative in: c[0] = 2 * x; ");
    }

    @Test
    void showLongExpressionsInPart() {
        String message = error("""
                @Differentiable
                static double f(double x) {
                    return java.awt.geom.Point2D.distance(Math.sin(x) + Math.cos(x), Math.exp(x), Math.tan(x), 1);
                }
                """);
        assertThat(message)
                .contains("not known: java.awt.geom.Point2D.distance(Math.sin(x) + Math.cos(x),...; ")
                .doesNotContain("Math.tan");
    }

    /** A body of several lines is shown on one, like everything else: build tools cut messages at line ends. */
    @Test
    void areOneLine() {
        String message = error("""
                @Differentiable
                static double f(double x, double[] y) {
                    java.util.Arrays.setAll(y, i -> {
                        double z = i * x;
                        return z;
                    });
                    return y[0];
                }
                """);
        assertThat(message).contains("(i)->{ double z = i * x; return z; }").doesNotContain("\n");
    }

    @Test
    void doNotRepeatTheExpression() {
        assertThat(error("""
                @Differentiable
                static double f(double x) {
                    return x * frequency;
                }
                """))
                .isEqualTo(
                        "[UnresolvedName] the name frequency cannot be resolved; check the spelling and the imports; "
                                + "if another processor generates it, that processor must run in this compilation");
    }

    /** Problems of reading, of the flow of data and of differentiation are found one after the other. */
    @Test
    void comeInTheOrderOfTheSource() {
        Compilation compilation = Compiled.compile(Compiled.demo("""
                @Differentiable
                static double f(double x, @Constant double[] c) {
                    double y = java.awt.geom.Point2D.distance(x, 0, 0, 0);
                    c[0] = y;
                    return y;
                }
                @Differentiable
                static double g(double x) {
                    class Local {}
                    return x;
                }
                @Differentiable
                static int h(double x, double y) {
                    return 1;
                }
                """));

        assertThat(compilation.errors().stream()
                        .map((Diagnostic<? extends JavaFileObject> error) -> error.getLineNumber())
                        .toList())
                .containsExactly(7L, 8L, 13L, 17L);
    }

    /** The one call has an unknown derivative, and gives a number out of an object that was given one. */
    @Test
    void areOneForACall() {
        List<String> errors = errors("""
                package demo;
                import io.github.pushforward.Differentiable;
                final class Demo {
                    @Differentiable
                    static double f(double x) {
                        return new Cell().keep(x) * x;
                    }
                }
                """, """
                package demo;
                final class Cell {
                    double content;
                    double keep(double x) {
                        content = x;
                        return 2 * x;
                    }
                }
                """);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith("[NoTangent] the call of demo.Cell.keep receives an active argument");
    }

    /** A private field is out of reach because of its declaration, however often it is used. */
    @Test
    void areOneForADeclaration() {
        assertThat(error("""
                private static double factor = 2;
                @Differentiable
                static double f(double x) {
                    double y = x * factor;
                    return y * factor;
                }
                @Differentiable
                static double g(double x) {
                    return x / factor;
                }
                """)).startsWith("[NotAccessible] the field factor is private");
    }

    /** Who has no source of a library cannot annotate it. */
    @Test
    void doNotAskToAnnotateALibrary() {
        String message = error("""
                @Differentiable
                static double f(double x) {
                    return org.apache.commons.math3.special.Gamma.digamma(x);
                }
                """);

        assertThat(message)
                .contains("; write its formula here or in a method of this class, or, where ", "write a rule");
    }

    @Test
    void doNotAskToAnnotateThePlatform() {
        assertThat(error("""
                @Differentiable
                static double f(double[] x) {
                    java.util.Arrays.setAll(x, i -> 2.0 * i);
                    return x[0];
                }
                """)).endsWith("; write a loop, or a method of this class that does what setAll does");
    }
}
