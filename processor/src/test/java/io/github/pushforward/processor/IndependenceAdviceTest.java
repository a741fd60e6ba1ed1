package io.github.pushforward.processor;

import io.github.pushforward.processor.support.Advised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter or a result whose derivative is zero everywhere: an advisory where the user could have written something else. */
class IndependenceAdviceTest {
    @Test
    void aParameterThatIsNotUsed() {
        Advised.members("""
                @Differentiable
                static double f(double x, double «y, double[] «z, int n) {
                    return x * n;
                }
                """).of("NoDependence", "is not used", "returns or writes", "mark it @Constant");
    }

    /** A caller that passes an active value is refused by a constant parameter: marking it is no advice there. */
    @Test
    void theAdviceToMarkItSaysForWhichCallersItHolds() {
        Advised.members("""
                @Differentiable
                static double decay(double «t, double y) {
                    return -y;
                }

                @Differentiable
                static double step(double y, double h) {
                    return y + h * decay(h, y);
                }
                """)
                .of("NoDependence", "mark it @Constant, which saves a direction, if no caller passes an active value");
    }

    @Test
    void aParameterThatDecidesAlone() {
        Advised.members("""
                @Differentiable
                static double f(double x, double «limit, double[] «table, float «step) {
                    if (limit < 3 || table.length > 3) {
                        throw new IllegalArgumentException("limit " + limit);
                    }
                    double y = x;
                    for (int i = 0; i < (int) step; i++) {
                        y *= x;
                    }
                    return y;
                }
                """).of("NoDependence", "is used for conditions, indices, integers or messages alone");
    }

    @Test
    void aParameterThatIsOverwritten() {
        Advised.members("""
                @Differentiable
                static double f(double x, double «y) {
                    int n = 2;
                    y = x * n;
                    return x * y;
                }
                """).of("NoDependence", "the parameter y is overwritten before it is read");
    }

    @Test
    void overwrittenAfterItWasRead() {
        Advised.members("""
                @Differentiable
                static double f(double x, double y, double z) {
                    if (x > y) {
                        return y * z;
                    }
                    y = x;
                    z = z > 0 ? z : 1;
                    return x * y * z;
                }
                """).nothing();
    }

    @Test
    void anArrayThatIsReadOrWritten() {
        Advised.members("""
                @Differentiable
                static void f(double x, double[] out, double[] in, double[][] rows, double[] viaRow) {
                    out[0] = x;
                    out[1] = in[0];
                    double[] row = rows[0];
                    row[0] = 1;
                    rows[1] = viaRow;
                    java.util.Arrays.fill(rows[2], x);
                }
                @Differentiable
                static double g(double[] x, double[] cleared) {
                    clear(cleared);
                    return x[0];
                }
                private static void clear(double[] x) {
                    x[0] = 0;
                }
                """).nothing();
    }

    @Test
    void anObjectOneOfWhosePartsIsUsed() {
        Advised.members("""
                @Differentiable
                record Pair(double a, double b) {}
                @Differentiable
                static double f(Pair used, Pair «unused, Pair[] all) {
                    return used.a() * all[1].b();
                }
                """).of("NoDependence", "the parameter unused is not used");
    }

    @Test
    void aResultThatDependsOnNothing() {
        Advised.members("""
                @Differentiable
                static double «f(double x, double[] y) {
                    y[0] = x;
                    return 1.0;
                }
                @Differentiable
                static double «g(double x) {
                    return x > 0 ? 1 : -1;
                }
                """).of("NoDependence", "depends on no active parameter", "check the formula");
    }

    /** A method has the signature of what it overrides, or of what overrides it. */
    @Test
    void aSignatureThatIsGiven() {
        Advised.sources("""
                package demo;
                import io.github.pushforward.Differentiable;
                interface Force {
                    @Differentiable
                    double at(double t, double x);
                    final class Spring implements Force {
                        @Override
                        @Differentiable
                        public double at(double t, double x) {
                            return -3 * x;
                        }
                    }
                    final class None implements Force {
                        @Override
                        @Differentiable
                        public double at(double t, double x) {
                            return 0;
                        }
                    }
                }
                """, """
                package demo;
                import io.github.pushforward.Differentiable;
                class Base {
                    @Differentiable
                    double at(double t, double x) {
                        return x;
                    }
                    static final class Derived extends Base {
                        @Override
                        @Differentiable
                        double at(double t, double x) {
                            return t;
                        }
                    }
                }
                """).nothing();
    }

    @Test
    void aHelperMayIgnoreWhatItGets() {
        Advised.members("""
                @Differentiable
                static double f(double x, double y) {
                    return first(x, y) + y;
                }
                private static double first(double x, double y) {
                    return x;
                }
                """).nothing();
    }

    @Test
    void whatReachesTheResultInAnyWayThatIsDifferentiated() {
        Advised.members("""
                @Differentiable
                static double f(double a, double b, double c, double d, double e, java.util.function.DoubleUnaryOperator g) {
                    double[] kept = {a, b};
                    java.util.function.DoubleUnaryOperator h = z -> z * c;
                    return kept[0] + kept[1] + h.applyAsDouble(d) + Math.floor(e) + g.applyAsDouble(a);
                }
                """).nothing();
    }

    private static final String UNUSED = """
            CLASS static final class Inner {
                METHOD @Differentiable
                static double f(double x, double «y) {
                    return x;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"CLASS", "METHOD"})
    void silencedByAnAnnotation(String where) {
        String silenced = UNUSED.replace(where, "@SuppressWarnings(\"pushforward\")");
        Advised.members(silenced.replace("CLASS", "").replace("METHOD", ""))
                .with("-Werror")
                .nothing();
    }

    @Test
    void silencedByAnOption() {
        Advised.members(UNUSED.replace("CLASS", "").replace("METHOD", ""))
                .with("-Apushforward.warnings=off", "-Werror")
                .nothing();
    }

    @Test
    void failsABuildThatFailsOnWarnings() {
        Advised.members(UNUSED.replace("CLASS", "").replace("METHOD", "")).failsTheBuild();
    }

    @Test
    void lanesAndTheSecondOrderSayNothingAgain() {
        Advised.members("""
                @Differentiable(order = 2)
                static double f(double[] x, double «y) {
                    return x[0] * x[1];
                }
                """).of("NoDependence");
    }
}
