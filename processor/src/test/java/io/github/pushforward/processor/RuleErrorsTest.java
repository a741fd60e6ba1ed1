package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Refused;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that do not fit what they stand for are errors where they stand, used or not. */
class RuleErrorsTest {
    private static final String LIBRARY = """
            package demo;
            final class Lib {
                static double f(double x, int n, double y) {
                    return x * n * y;
                }
                static double over(double x) {
                    return x;
                }
                static double over(int n) {
                    return n;
                }
                static double[] row(double[] a) {
                    return a;
                }
                static int count(double[] a) {
                    return a.length;
                }
                static String text(double x) {
                    return "" + x;
                }
                static Object object(double x) {
                    return x;
                }
            }
            """;

    /** A class of rules around one, for the lines between. */
    private static Refused rule(String members) {
        return Refused.sources("""
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                import io.github.pushforward.runtime.DualOf;
                class Rules {
                %s
                }
                """.formatted(members), LIBRARY);
    }

    @Test
    void noSuchMethod() {
        rule("""
                @TangentOf(type = Lib.class, method = "g")
                static Dual «f(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "the rule demo.Rules.f", "demo.Lib has no method g", "check the spelling");
    }

    @Test
    void otherParameters() {
        rule("""
                @TangentOf(type = Lib.class, method = "f")
                static Dual «f(double x, long n, double y, double dx, double dy) {
                    return new Dual(x, dx);
                }
                """)
                .with(
                        "BadRule",
                        "demo.Lib.f(double, int, double)",
                        "write static Dual f(double x, int n, double y, double xTangent, double yTangent)");
    }

    @Test
    void parametersOfNoOverload() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual «over(float x, float dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "demo.Lib.over(double) or demo.Lib.over(int)");
    }

    @Test
    void tangentsOfAnotherType() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual «over(double x, float dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "followed by their tangents", "write static Dual over(double x, double xTangent)");
    }

    @Test
    void tooManyTangents() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual «over(@Constant double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "followed by their tangents");
    }

    @Test
    void noTangent() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual «over(double x) {
                    return new Dual(x, 0);
                }
                """).with("BadRule", "followed by their tangents", "double xTangent");
    }

    @Test
    void unclearTangents() {
        rule("""
                @TangentOf(type = Lib.class, method = "f")
                static Dual «f(double x, int n, double y, double d) {
                    return new Dual(x, d);
                }
                """).with("BadRule", "to which parameters", "@Constant");
    }

    @Test
    void tangentsInAnotherOrder() {
        rule("""
                @TangentOf(type = Lib.class, method = "f")
                static Dual «f(double x, int n, double y, double yTangent, double xTangent) {
                    return new Dual(x, yTangent + xTangent);
                }
                """).with("BadRule", "yTangent stands where the tangent of x belongs", "in the order");
    }

    @Test
    void otherResult() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static double «over(double x, double dx) {
                    return x * dx;
                }
                """).with("BadRule", "it returns double, but over returns double", "return Dual");
    }

    @Test
    void otherArrayResult() {
        rule("""
                @TangentOf(type = Lib.class, method = "row")
                static DualOf<double[], Double> «row(double[] a, double[] da) {
                    return new DualOf<>(a, 0.0);
                }
                """).with("BadRule", "row returns double[]", "return DualOf<double[], double[]>");
    }

    @Test
    void otherConstantResult() {
        rule("""
                @TangentOf(type = Lib.class, method = "count")
                static long «count(double[] a, double[] da) {
                    return 1;
                }
                """).with("BadRule", "it returns long, but count returns int", "return int");
    }

    @Test
    void objectAsResult() {
        rule("""
                @TangentOf(type = Lib.class, method = "object")
                static Object «object(double x, double dx) {
                    return x;
                }
                """).with("BadRule", "object returns java.lang.Object", "numbers");
    }

    @Test
    void textAsResultIsFine() {
        Compiled.sources("""
                package demo;
                class Rules {
                    @io.github.pushforward.TangentOf(type = Lib.class, method = "text")
                    static String text(double x, double dx) {
                        return Lib.text(x);
                    }
                }
                """, LIBRARY);
    }

    @Test
    void notStatic() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                Dual «over(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "not static", "make it static");
    }

    @Test
    void hidden() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                private static Dual «over(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "private", "package-private");
    }

    @Test
    void generic() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static <T> Dual «over(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "type parameters");
    }

    @Test
    void typeThatIsNoClass() {
        rule("""
                @TangentOf(type = double[].class, method = "clone")
                static Dual «over(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "double[] is not a class");
    }

    @Test
    void checkedException() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual «over(double x, double dx) throws java.io.IOException {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "java.io.IOException", "catch it");
    }

    @Test
    void twoForTheSameCalls() {
        rule("""
                @TangentOf(type = Lib.class, method = "over")
                static Dual one(double x, double dx) {
                    return new Dual(x, dx);
                }
                @TangentOf(type = Lib.class, method = "over")
                static Dual «two(double x, double dx) {
                    return new Dual(x, dx);
                }
                """).with("BadRule", "the same calls", "remove one");
    }

    /** One cause, one message: what names a broken rule has nothing to add. */
    @Test
    void brokenAndUsed() {
        Refused.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import io.github.pushforward.TangentOf;
                class Demo {
                    @TangentOf(type = Lib.class, method = "over")
                    static double «over(double x, double dx) {
                        return x;
                    }
                    @Differentiable(rules = Demo.class)
                    static double f(double x) {
                        return Lib.over(x);
                    }
                }
                """, LIBRARY).with("BadRule", "return Dual");
    }

    private static Refused naming(String rules) {
        return Refused.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                class Demo {
                    @Differentiable(rules = %s)
                    static double f(double x) {
                        return x;
                    }
                }
                """.formatted(rules), LIBRARY, """
                package other;
                public class Hidden {
                    @io.github.pushforward.TangentOf(type = Math.class, method = "sin")
                    static io.github.pushforward.runtime.Dual sin(double x, double dx) {
                        return new io.github.pushforward.runtime.Dual(Math.sin(x), Math.cos(x) * dx);
                    }
                }
                """);
    }

    @Test
    void classWithoutRules() {
        naming("Lib«.class").with("BadRule", "demo.Lib has no method marked @TangentOf");
    }

    @Test
    void rulesThatAreNoClass() {
        naming("{int«.class}").with("BadRule", "int has no rules");
    }

    @Test
    void rulesOfAnotherPackage() {
        naming("other.Hidden«.class").with("BadRule", "other.Hidden.sin is not public", "public");
    }

    /** A compiled rule has no source to point at. */
    @Test
    void compiledRules(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, LIBRARY, """
                package demo;
                class Rules {
                    @io.github.pushforward.TangentOf(type = Lib.class, method = "over")
                    static double over(double x, double dx) {
                        return x;
                    }
                }
                """);
        Compilation compilation = library.compile(Compiled.demo("""
                @Differentiable(rules = Rules.class)
                static double f(double x) {
                    return x;
                }
                """));
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[BadRule] the rule demo.Rules.over: it returns double");
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(5);
        assertThat(compilation.errors().get(0).getColumnNumber()).isEqualTo(30);
    }

    /** The names of parameters are not in every class file; marks are. */
    @Test
    void compiledRulesWithoutNames(@TempDir Path directory) {
        Library library = Library.unprocessed(directory, LIBRARY, """
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                class Rules {
                    @TangentOf(type = Lib.class, method = "f")
                    static Dual ofX(double x, int n, @Constant double y, double xTangent) {
                        return new Dual(Lib.f(x, n, y), n * y * xTangent);
                    }
                }
                """);
        library.with(Compiled.demo("""
                @Differentiable(rules = Rules.class)
                static double f(double x) {
                    return Lib.f(x, 2, 3);
                }
                """));
    }

    @Test
    void noRuleCoversTheCall() {
        Refused.sources(Compiled.demo("""
                @Differentiable(rules = Rules.class)
                static double f(double x, @Constant double c) {
                    double y = Lib.f(x, 2, c);
                    y += Lib«.f(c, 2, x);
                    return y * Lib«.f(x, 3, x);
                }
                """), LIBRARY, """
                package demo;
                import io.github.pushforward.TangentOf;
                import io.github.pushforward.runtime.Dual;
                class Rules {
                    @TangentOf(type = Lib.class, method = "f")
                    static Dual ofX(double x, int n, double y, double xTangent) {
                        return new Dual(Lib.f(x, n, y), n * y * xTangent);
                    }
                }
                """).withEach("NoTangent", "NoTangent");
    }

    /** The compiler says what it cannot find; only who names the class has something to add. */
    @Test
    void unresolvedTypes() {
        Refused.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                import io.github.pushforward.TangentOf;
                class Demo {
                    @Differentiable(rules = {«Nowhere«.class})
                    static double f(double x) {
                        return x;
                    }
                    @TangentOf(type = «Missing.class, method = "m")
                    static double m(double x, double dx) {
                        return x;
                    }
                }
                """)
                .withEach(
                        "cannot find symbol\n  symbol:   class Nowhere\n  location: class demo.Demo",
                        "UnresolvedName",
                        "cannot find symbol\n  symbol:   class Missing\n  location: class demo.Demo");
    }

    /** An annotation may be half-written while its user types. */
    @Test
    void incompleteAnnotation() {
        Compilation compilation = Compiled.compile("""
                package demo;
                class Demo {
                    @io.github.pushforward.TangentOf(type = Math.class)
                    static double m(double x, double dx) {
                        return x;
                    }
                    @io.github.pushforward.Differentiable(rules = )
                    static double f(double x) {
                        return x;
                    }
                }
                """);
        assertThat(compilation.errors())
                .isNotEmpty()
                .noneMatch(error -> error.getMessage(Locale.ROOT).contains("InternalError"));
    }

    /** A rule may stand for a method of a class that another processor generates in a later round. */
    @Test
    void rulesThatComeLater() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new DifferentiableProcessor(), new WritingProcessor("demo.Later", """
                                package demo;
                                final class Later {
                                    static double twice(double x) {
                                        return 2 * x;
                                    }
                                }
                                """))
                .withOptions("-Xlint:all", "-Werror")
                .compile(Compiled.files("package demo;\n@interface Wanted {}", """
                        package demo;
                        import io.github.pushforward.Differentiable;
                        import io.github.pushforward.TangentOf;
                        import io.github.pushforward.runtime.Dual;
                        @Wanted
                        final class Demo {
                            @TangentOf(type = Later.class, method = "twice")
                            static Dual twice(double x, double dx) {
                                return new Dual(Later.twice(x), 2 * dx);
                            }
                            @Differentiable(rules = Demo.class)
                            static double f(double x) {
                                return Later.twice(x);
                            }
                        }
                        """));
        CompilationSubject.assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedSourceFile("demo.DemoTangent")).isPresent();
    }
}
