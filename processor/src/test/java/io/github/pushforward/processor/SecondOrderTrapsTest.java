package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Library;
import io.github.pushforward.processor.support.Twice;
import io.github.pushforward.runtime.Dual;
import io.github.pushforward.runtime.DualOf;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where second derivatives are easily lost, or the method easily disturbed: kinks, exceptions, names, compiled callees. */
class SecondOrderTrapsTest {

    private static double second(Compiled compiled, Object... arguments) {
        DualOf<?, ?> both = (DualOf<?, ?>) compiled.call("demo.DemoSecondOrder", "f", arguments);
        return ((Dual) both.tangent()).tangent();
    }

    @Test
    void kinksAndJumpsHaveNone() {
        Compiled compiled = Compiled.members("""
                @Differentiable(order = 2)
                static double f(double x, @Constant int kind) {
                    return switch (kind) {
                        case 0 -> Math.abs(x) * Math.abs(x);
                        case 1 -> Math.max(x * x, 0);
                        case 2 -> Math.min(x, x * x * x) * 3;
                        case 3 -> Math.floor(x) * x * x;
                        case 4 -> Math.signum(x) * x * x;
                        default -> (int) x * x * x;
                    };
                }
                """);

        assertThat(second(compiled, 0.0, 0, 1.0, 1.0)).isZero();
        // Half of that of the square, half of that of the constant
        assertThat(second(compiled, 0.0, 1, 1.0, 1.0)).isEqualTo(1.0);
        assertThat(second(compiled, 1.0, 2, 1.0, 1.0)).isEqualTo(9.0);
        assertThat(second(compiled, 2.5, 3, 1.0, 1.0)).isEqualTo(4.0);
        assertThat(second(compiled, 0.0, 4, 1.0, 1.0)).isZero();
        assertThat(second(compiled, 2.5, 5, 1.0, 1.0)).isEqualTo(4.0);
    }

    @Test
    void infiniteSlopesAlongWhatDoesNotMove() {
        Compiled compiled = Compiled.members("""
                @Differentiable(order = 2)
                static double f(double x, double y) {
                    return Math.sqrt(x) + Math.log(x + y) + Math.pow(x, 1.5) + Math.exp(1000 * x + 1000 * y) + y * y;
                }
                """);

        // At the end of the domain of √x, and where e^z has overflown: y alone moves.
        assertThat(second(compiled, 0.0, 0.5, 0.0, 1.0, 0.0, 1.0))
                .isCloseTo(1e6 * Math.exp(500), withinPercentage(1e-12));
        assertThat(second(compiled, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0)).isZero();
        assertThat(second(compiled, 0.0, 2.0, 0.0, 1.0, 0.0, 0.0)).isZero();
    }

    @Test
    void exceptionsAreThoseOfTheMethodAfterTheSameWrites() {
        Compiled compiled = Compiled.members("""
                @Differentiable(order = 2)
                static void f(double[] x, double[] y, int n) {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i] * x[i];
                        x[i] = y[i] / (10 / (2 - i));
                    }
                }
                """);
        for (int length = 1; length <= 4; length++) {
            double[] x = {3, 4, 5, 6};
            double[] y = new double[length];
            double[] primalX = x.clone();
            double[] primalY = y.clone();
            Class<?> expected = thrown(compiled, primalX, primalY);

            assertThatThrownBy(() -> compiled.call(
                            "demo.DemoSecondOrder",
                            "f",
                            x,
                            y,
                            4,
                            new double[4],
                            new double[y.length],
                            new double[4],
                            new double[y.length],
                            new double[4],
                            new double[y.length]))
                    .isExactlyInstanceOf(expected);
            assertThat(x).isEqualTo(primalX);
            assertThat(y).isEqualTo(primalY);
        }
    }

    private static Class<?> thrown(Compiled compiled, double[] x, double[] y) {
        try {
            compiled.call("demo.Demo", "f", x, y, 4);
            return Object.class;
        } catch (RuntimeException exception) {
            return exception.getClass();
        }
    }

    @Test
    void theCallersArraysStayAsTheyAre() {
        Compiled compiled = Compiled.members("""
                @Differentiable(order = 2)
                static double f(double[] x) {
                    x[0] *= x[1];
                    return x[0] * x[0];
                }
                """);
        double[] x = {2, 3};
        double[] v = {1, 0};

        compiled.call("demo.DemoGradient", "fHessian", new Object[] {x});
        Object product = compiled.call("demo.DemoGradient", "fHessianVector", x, v);
        Object form = compiled.call("demo.DemoGradient", "fHessianForm", x, v, new double[] {0, 1});

        assertThat(x).containsExactly(2, 3);
        assertThat(v).containsExactly(1, 0);
        assertThat((double[]) product).containsExactly(18, 24);
        assertThat(form).isEqualTo(24.0);
    }

    @Test
    void namesThatGeneratedCodeUsesAsWell() {
        Twice.of("""
                        @Differentiable(order = 2)
                        static double f(double x, double xTangent, double xTangent2, double xSecond, double[] MathCurvatures) {
                            double value = x * xTangent, valueTangent = value * xTangent2, second = valueTangent * xSecond;
                            double DemoSecondOrder = Math.log(second * second + 1) * MathCurvatures[0];
                            return DemoSecondOrder * DemoSecondOrder;
                        }
                        """, "f").at(1.25, 0.5, -0.75, 1.5, new double[] {0.8});
    }

    @Test
    void compiledMethodsOfOrderTwo(@TempDir Path directory) {
        Compiled compiled = Library.processed(directory, """
                        package lib;
                        import io.github.pushforward.Constant;
                        import io.github.pushforward.Differentiable;
                        public final class Lib {
                            @Differentiable(order = 2)
                            public static double g(double x, @Constant double c, double[] a) {
                                return Math.sin(x * c) * a[0];
                            }
                            @Differentiable(order = 2)
                            public static void square(double[] a) {
                                for (int i = 0; i < a.length; i++) a[i] *= a[i];
                            }
                        }
                        """).with(Compiled.demo("""
                                @Differentiable(order = 2)
                                static double f(double[] a, double x, @Constant double c) {
                                    lib.Lib.square(a);
                                    return lib.Lib.g(x * a[1], c, a);
                                }
                                """));

        Twice.of(compiled, "f").at(new double[] {1.5, -0.5}, 0.75, 2.0);
    }

    @Test
    void theSameSourceGivesTheSameBytes() {
        String source = Compiled.demo("""
                @Differentiable(order = 2)
                static double f(double[] x, double y) {
                    for (int i = 1; i < x.length; i++) x[i] = Math.pow(x[i - 1], y) * g(x[i], y);
                    return x[x.length - 1] / Math.hypot(y, x[0]);
                }
                private static double g(double x, double y) { return Math.sqrt(x * y) * Math.atan2(x, y); }
                """);

        assertThat(generated(source)).isEqualTo(generated(source)).contains("class DemoSecondOrder");
    }

    private static String generated(String source) {
        StringBuilder text = new StringBuilder();
        Compiled.compile(source).generatedSourceFiles().forEach(file -> {
            try {
                text.append(file.getCharContent(false));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        return text.toString();
    }
}
