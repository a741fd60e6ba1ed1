package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/**
 * Derivatives within derivatives: the perturbation of an inner variable is not taken for that of an outer one (Siskind and
 * Pearlmutter, <i>Perturbation Confusion and Referential Transparency</i>, 2005), because each tangent is a variable of its own.
 */
class ConfusionTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.*;
            import io.github.pushforward.runtime.Dual;
            import java.util.function.*;
            """;

    /** A derivative operator that is exact for polynomials of second degree, in a class of its own. */
    private static final String CALCULUS = PREAMBLE + """
            final class Calculus {
                @Differentiable
                static double derivative(DoubleUnaryOperator f, double at) {
                    return (f.applyAsDouble(at + 0.5) - f.applyAsDouble(at - 0.5)) / 1.0;
                }
                interface Higher {
                    DoubleUnaryOperator of(DoubleUnaryOperator f);
                }
                @Differentiable
                static DoubleUnaryOperator apply(Higher higher, DoubleUnaryOperator f) {
                    return higher.of(higher.of(f));
                }
            }
            """;

    private static Differentiated differentiated(String members) {
        return Differentiated.method(
                Compiled.sources(PREAMBLE + "final class Demo {\n" + members + "\n}\n", CALCULUS), "f", true);
    }

    /** d/dx [x · d/dy (x + y)] is 1; confused, it would be 2. */
    @Test
    void theClassicSum() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    return x * Calculus.derivative(y -> x + y, 1);
                }
                """).at(3.0).tangentIs(1, new Object[] {3.0}, 1.0);
    }

    /** d/dx [x · d/dy (x · y)] = d/dx x². */
    @Test
    void theClassicProduct() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    return x * Calculus.derivative(y -> x * y, 2);
                }
                """).at(3.0).tangentIs(6, new Object[] {3.0}, 1.0);
    }

    /** The inner derivative at a point that depends on the outer variable: d/dx [x · d/dy (x·y²) at y = x] = d/dx 2x³. */
    @Test
    void atAPointThatMoves() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    return x * Calculus.derivative(y -> x * y * y, x);
                }
                """).at(1.5).tangentIs(6 * 1.5 * 1.5, new Object[] {1.5}, 1.0);
    }

    /** d/dx of d/dy d/dz (x·y·z² + x²·z) at y = x, z = x: 2x·x, hence 4x. */
    @Test
    void threeDeep() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    return Calculus.derivative(y -> Calculus.derivative(z -> x * y * z * z + x * x * z, x), x);
                }
                """).at(0.75).tangentIs(4 * 0.75, new Object[] {0.75}, 1.0);
    }

    /** The second derivative by the operator applied to its own result. */
    @Test
    void theOperatorAppliedToItself() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    DoubleUnaryOperator square = y -> x * y * y;
                    DoubleUnaryOperator slope = y -> Calculus.derivative(square, y);
                    return Calculus.derivative(slope, x) + slope.applyAsDouble(x);
                }
                """).at(1.5).tangentIs(2 + 4 * 1.5, new Object[] {1.5}, 1.0);
    }

    /** A function applied to itself by way of functions over functions: (twice twice) f = f⁴, with f(y) = x·y. */
    @Test
    void selfApplication() {
        differentiated("""
                @Differentiable
                static double f(double x) {
                    Calculus.Higher twice = g -> y -> g.applyAsDouble(g.applyAsDouble(y));
                    DoubleUnaryOperator fourth = Calculus.apply(twice, y -> x * y);
                    return fourth.applyAsDouble(x) * twice.of(fourth).applyAsDouble(1);
                }
                """)
                .at(0.9)
                // x⁵ · x⁸
                .tangentIs(13 * Math.pow(0.9, 12), new Object[] {0.9}, 1.0);
    }

    /** A generated tangent as the derivative operator, inside a rule: d/dx [x · ∂/∂y (x·y)] at y = x. */
    @Test
    void generatedTangentsWithinARule() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Inner {
                    @Differentiable
                    static double product(double x, double y) {
                        return x * y + x;
                    }
                }
                """, PREAMBLE + """
                final class Slopes {
                    static double slope(double x) {
                        return InnerTangent.product(x, x, 0, 1).tangent();
                    }
                }
                """, PREAMBLE + """
                final class Rules {
                    @TangentOf(type = Slopes.class, method = "slope")
                    static Dual slope(double x, double xTangent) {
                        return new Dual(Slopes.slope(x), xTangent);
                    }
                }
                """, PREAMBLE + """
                final class Demo {
                    @Differentiable(rules = Rules.class)
                    static double f(double x) {
                        return x * Slopes.slope(x) * Inner.product(x, 2);
                    }
                }
                """);
        // x · x · 3x
        Differentiated.method(compiled, "f", true).at(1.5).tangentIs(9 * 1.5 * 1.5, new Object[] {1.5}, 1.0);
        assertThat(compiled.call("demo.Demo", "f", 2.0)).isEqualTo(24.0);
    }

    /** The dual forms that a user writes by hand, one inside another: each has its own tangent. */
    @Test
    void dualFormsByHand() {
        Compiled compiled = Compiled.sources(PREAMBLE + """
                final class Demo {
                    @Differentiable
                    static double apply(DoubleUnaryOperator f, double x) {
                        return x * f.applyAsDouble(1);
                    }
                    static double run(double x) {
                        return apply(y -> apply(z -> x + y * z, y), x);
                    }
                    static Dual run(double x, double xTangent) {
                        return DemoTangent.apply(
                                (y, yTangent) -> DemoTangent.apply(
                                        (z, zTangent) -> new Dual(x + y * z, xTangent + yTangent * z + y * zTangent),
                                        y, yTangent),
                                x, xTangent);
                    }
                }
                """);
        // x · 1 · (x + 1)
        Differentiated.method(compiled, "demo.Demo", "demo.Demo", "run", true)
                .at(3.0)
                .tangentIs(7, new Object[] {3.0}, 1.0);
    }
}
