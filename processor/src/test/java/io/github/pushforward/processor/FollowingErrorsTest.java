package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.pushforward.processor.support.Compiled;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One mistake is one error: uses of what is not generated because of it are no further ones. */
class FollowingErrorsTest {
    private static final String REFUSED = """
            package demo;
            import io.github.pushforward.Differentiable;
            class Foo {
                @Differentiable
                static double f(double x, double[] y) {
                    return x * java.awt.geom.Point2D.distance(x, 0, 0, 0);
                }
                @Differentiable
                static double[] rows(double[] x) {
                    return x;
                }
                @Differentiable
                static void into(double[] x, Force force) {
                    x[0] = force.at(x[1]);
                }
                static double gradientAt(double x) {
                    return FooGradient.f(x, new double[1]).x() + FooTangent.f(x, new double[1], 1.0, new double[1]).tangent();
                }
            }
            interface Force {
                double at(double x);
            }
            """;

    /** Of a compiler that looks into bodies even after an error, as Error Prone asks for. */
    private static final List<String> TO_THE_END = List.of("-XDshould-stop.ifError=FLOW");

    private static List<String> errors(List<String> options, String... sources) {
        Compilation compilation = Compiled.compileWith(options, sources);
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
                .toList();
    }

    private static void assertOneError(List<String> options, String code, String... sources) {
        List<String> errors = errors(options, sources);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith("[" + code + "] ");
    }

    @Test
    void inImportsAndSignatures() {
        assertOneError(List.of(), "NoTangent", REFUSED, """
                package use;
                import static demo.FooGradient.f;
                import static demo.FooTangent.*;
                import demo.FooGradient.FGradient;
                import demo.FooGradient.RowsJacobian;
                import demo.FooTangent;
                final class Use {}
                """.replace("package use;", "package demo;"), """
                package demo;
                final class Other {
                    FooGradient.FGradient last;
                    ForceTangent force;
                    static FooGradient.IntoJacobian jacobian(FooGradient.RowsJacobian rows) {
                        return null;
                    }
                }
                """);
    }

    @Test
    void inBodiesWhereTheCompilerLooksIntoThose() {
        assertOneError(TO_THE_END, "NoTangent", REFUSED, """
                package demo;
                import io.github.pushforward.runtime.DifferentiableFunction;
                import io.github.pushforward.runtime.DifferentiableMapping;
                import io.github.pushforward.runtime.Dual;
                import io.github.pushforward.runtime.DualOf;
                final class Use {
                    static double use(double x, double[] y, java.util.Random random, Force force) {
                        FooGradient.FGradient g = FooGradient.f(x, y);
                        double[] byY = g.y();
                        FooGradient.FGradient estimate = FooGradient.fForward(x, y, random);
                        DifferentiableFunction f = FooGradient.fFunction(x, y);
                        DifferentiableMapping rows = FooGradient.rowsFunction(y);
                        double[][] byX = FooGradient.rows(y).x();
                        Dual along = FooTangent.f(x, y, 1.0, y);
                        DualOf<double[], double[]> both = FooTangent.rows(y, y);
                        FooTangent.into(y, null, y);
                        return g.value() + g.x() + byY[0] + along.tangent() + both.value()[0] + byX[0][0];
                    }
                }
                """);
    }

    @Test
    void inUsesOfAMarkedClass() {
        String marked = """
                package demo;
                import io.github.pushforward.Differentiable;
                @Differentiable
                class Vec<T> {
                    double x;
                }
                """;
        String use = """
                package demo;
                final class Use {
                    VecTangent last;
                    VecTangent.Layout layout;
                    static VecTangent use(VecTangent given) {
                        return new VecTangent(1.0);
                    }
                }
                """;
        assertOneError(List.of(), "UnsupportedType", marked, use);
        assertOneError(TO_THE_END, "UnsupportedType", marked, use);
    }

    /** The siblings of other classes name those of the refused one. */
    @Test
    void inTheSiblingsOfOthers() {
        assertOneError(TO_THE_END, "NotAccessible", """
                package demo;
                import io.github.pushforward.Differentiable;
                @Differentiable
                class Base {
                    private double hidden;
                    void change() {
                        hidden++;
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                @Differentiable
                class Sub extends Base {
                    double x;
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Use {
                    @Differentiable
                    static double f(Sub sub, Base base, double x) {
                        return sub.x * x;
                    }
                }
                """);
    }

    @Test
    void inOtherDifferentiableMethods() {
        assertOneError(List.of(), "NoTangent", REFUSED, """
                package demo;
                import io.github.pushforward.Constant;
                import io.github.pushforward.Differentiable;
                final class Use {
                    @Differentiable
                    static double f(double x, @Constant double y) {
                        return x * FooGradient.f(y, new double[1]).x();
                    }
                    @Differentiable
                    static double g(double x, double[] y) {
                        return Foo.f(x, y) * x;
                    }
                }
                """);
    }

    @Test
    void nothingIsPutInPlaceOfAClassThatIsThere() {
        assertOneError(TO_THE_END, "NoTangent", REFUSED, """
                package demo;
                final class FooTangent {
                    static io.github.pushforward.runtime.Dual f(double x, double[] y, double xTangent, double[] yTangent) {
                        return null;
                    }
                }
                """);
    }

    /** Only what refers to a class with errors is affected by it. */
    @Test
    void othersAreGeneratedAsEver() {
        Compilation compilation = Compiled.compileWith(List.of("-XDshould-stop.ifError=FLOW"), REFUSED, """
                package demo;
                import io.github.pushforward.Differentiable;
                final class Good {
                    @Differentiable
                    static double f(double x) {
                        return x * x;
                    }
                    static double use() {
                        return GoodGradient.f(2.0, 3);
                    }
                }
                """);

        // The exact signature is there, and so is the error of a call that does not fit it.
        assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
                .hasSize(2)
                .anySatisfy(message ->
                        assertThat(message).contains("method f in class demo.GoodGradient cannot be applied"));
    }
}
