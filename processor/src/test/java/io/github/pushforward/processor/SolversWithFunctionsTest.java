package io.github.pushforward.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import io.github.pushforward.runtime.Dual;
import org.junit.jupiter.api.Test;

/**
 * A root finder, a quadrature and an ODE stepper in a class of their own: they differentiate through, with respect to what the
 * functions capture and to their own parameters.
 */
class SolversWithFunctionsTest {
    private static final String PREAMBLE = """
            package demo;
            import io.github.pushforward.*;
            import java.util.function.*;
            """;

    private static final String SOLVERS = PREAMBLE + """
            final class Solvers {
                /** Bisection until the bracket is small, then the secant method until the residual is. */
                @Differentiable
                static double root(DoubleUnaryOperator f, double low, double high, double accuracy) {
                    double a = low;
                    double b = high;
                    double fa = f.applyAsDouble(a);
                    double fb = f.applyAsDouble(b);
                    if (fa * fb > 0) {
                        throw new IllegalArgumentException("no root between " + low + " and " + high);
                    }
                    while (b - a > 0.25) {
                        double m = (a + b) / 2;
                        double fm = f.applyAsDouble(m);
                        if (fm * fa > 0) {
                            a = m;
                            fa = fm;
                        } else {
                            b = m;
                            fb = fm;
                        }
                    }
                    for (int i = 0; i < 60 && fb != fa; i++) {
                        double next = b - fb * (b - a) / (fb - fa);
                        a = b;
                        fa = fb;
                        b = next;
                        fb = f.applyAsDouble(b);
                        if (Math.abs(fb) < accuracy) {
                            // One step beyond: its derivative is that of the root, too.
                            return b - fb * (b - a) / (fb - fa);
                        }
                    }
                    return b;
                }
                @Differentiable
                static double newton(DoubleUnaryOperator f, DoubleUnaryOperator slope, double start) {
                    double x = start;
                    for (int i = 0; i < 50; i++) {
                        double step = f.applyAsDouble(x) / slope.applyAsDouble(x);
                        x -= step;
                        if (Math.abs(step) < 1e-14) {
                            break;
                        }
                    }
                    return x - f.applyAsDouble(x) / slope.applyAsDouble(x);
                }
                /** Adaptive Simpson. */
                @Differentiable
                static double integrate(DoubleUnaryOperator f, double a, double b, @Constant double tolerance) {
                    return adapt(f, a, b, simpson(f, a, b), tolerance, 20);
                }
                private static double simpson(DoubleUnaryOperator f, double a, double b) {
                    return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble((a + b) / 2) + f.applyAsDouble(b));
                }
                private static double adapt(
                        DoubleUnaryOperator f, double a, double b, double whole, double tolerance, int depth) {
                    double m = (a + b) / 2;
                    double left = simpson(f, a, m);
                    double right = simpson(f, m, b);
                    double error = left + right - whole;
                    if (depth == 0 || Math.abs(error) <= 15 * tolerance) {
                        return left + right + error / 15;
                    }
                    return adapt(f, a, m, left, tolerance / 2, depth - 1)
                            + adapt(f, m, b, right, tolerance / 2, depth - 1);
                }
                interface Equations {
                    void derivatives(double t, double[] y, double[] out);
                }
                /** Runge and Kutta's method of fourth order. */
                @Differentiable
                static double[] solve(Equations equations, double[] start, double t, double end, int steps) {
                    int n = start.length;
                    double h = (end - t) / steps;
                    double[] y = start.clone();
                    double[] k = new double[n];
                    double[] moved = new double[n];
                    double[] sum = new double[n];
                    for (int s = 0; s < steps; s++) {
                        double now = t + s * h;
                        java.util.Arrays.fill(sum, 0);
                        equations.derivatives(now, y, k);
                        advance(y, k, h / 2, moved, sum, 1);
                        equations.derivatives(now + h / 2, moved, k);
                        advance(y, k, h / 2, moved, sum, 2);
                        equations.derivatives(now + h / 2, moved, k);
                        advance(y, k, h, moved, sum, 2);
                        equations.derivatives(now + h, moved, k);
                        advance(y, k, 0, moved, sum, 1);
                        for (int i = 0; i < n; i++) {
                            y[i] += h / 6 * sum[i];
                        }
                    }
                    return y;
                }
                private static void advance(
                        double[] y, double[] k, double by, double[] moved, double[] sum, int weight) {
                    for (int i = 0; i < y.length; i++) {
                        moved[i] = y[i] + by * k[i];
                        sum[i] += weight * k[i];
                    }
                }
            }
            """;

    private static Compiled compiled(String members) {
        return Compiled.sources(PREAMBLE + "final class Demo {\n" + members + "\n}\n", SOLVERS);
    }

    /** The root of x³ = c: its derivative is 1 / (3 x²). */
    @Test
    void rootByBisectionAndSecant() {
        Differentiated root = Differentiated.method(compiled("""
                        @Differentiable
                        static double f(double c, double low, double high) {
                            return Solvers.root(x -> x * x * x - c, low, high, 1e-9);
                        }
                        """), "f", true, true, true);
        root.at(2.0, 0.0, 3.0).at(5.5, 1.0, 2.0);
        double expected = Math.pow(2.0, -2.0 / 3) / 3;
        root.tangentIs(expected, new Object[] {2.0, 0.0, 3.0}, 1.0, 0.0, 0.0);
        // Where it starts to look is of no matter.
        root.tangentIs(0, new Object[] {2.0, 0.0, 3.0}, 0.0, 1.0, -1.0);
        root.fails(IllegalArgumentException.class, 2.0, 2.0, 3.0);
    }

    @Test
    void rootByNewton() {
        Compiled compiled = compiled("""
                @Differentiable
                static double f(double mean, double eccentricity) {
                    return Solvers.newton(
                            x -> x - eccentricity * Math.sin(x) - mean, x -> 1 - eccentricity * Math.cos(x), mean);
                }
                static double[] gradient(double mean, double eccentricity) {
                    DemoGradient.FGradient gradient = DemoGradient.f(mean, eccentricity);
                    return new double[] {gradient.value(), gradient.mean(), gradient.eccentricity()};
                }
                """);
        Differentiated.method(compiled, "f", true, true).at(0.7, 0.3).at(2.1, 0.6);
        double[] gradient = (double[]) compiled.call("demo.Demo", "gradient", 2.1, 0.6);
        double slope = 1 - 0.6 * Math.cos(gradient[0]);
        assertThat(gradient[1]).isCloseTo(1 / slope, within(1e-14));
        assertThat(gradient[2]).isCloseTo(Math.sin(gradient[0]) / slope, within(1e-14));
    }

    /** ∫ exp(-c x) over [a, b], whose derivatives are known. */
    @Test
    void adaptiveQuadrature() {
        Compiled compiled = compiled("""
                @Differentiable
                static double f(double c, double a, double b) {
                    return Solvers.integrate(x -> Math.exp(-c * x), a, b, 1e-13);
                }
                static double[] gradient(double c, double a, double b) {
                    DemoGradient.FGradient gradient = DemoGradient.f(c, a, b);
                    return new double[] {gradient.value(), gradient.c(), gradient.a(), gradient.b()};
                }
                """);
        Differentiated.method(compiled, "f", true, true, true).at(0.7, 0.0, 2.0);
        double[] gradient = (double[]) compiled.call("demo.Demo", "gradient", 0.7, 0.5, 2.0);
        double atA = Math.exp(-0.35);
        double atB = Math.exp(-1.4);
        assertThat(gradient[0]).isCloseTo((atA - atB) / 0.7, within(1e-12));
        assertThat(gradient[1]).isCloseTo((-0.5 * atA + 2 * atB) / 0.7 - (atA - atB) / (0.7 * 0.7), within(1e-10));
        assertThat(gradient[2]).isCloseTo(-atA, within(1e-10));
        assertThat(gradient[3]).isCloseTo(atB, within(1e-10));
    }

    /** A quadrature inside a root finder: the upper limit b with ∫₀ᵇ c x dx = 1 is √(2/c). */
    @Test
    void quadratureInsideARootFinder() {
        Compiled compiled = compiled("""
                @Differentiable
                static double f(double c) {
                    return Solvers.root(b -> Solvers.integrate(x -> c * x, 0, b, 1e-13) - 1, 0, 4, 1e-6);
                }
                """);
        Dual root = (Dual) compiled.call("demo.DemoTangent", "f", 0.7, 1.0);
        assertThat(root.value()).isEqualTo(compiled.call("demo.Demo", "f", 0.7));
        assertThat(root.value()).isCloseTo(Math.sqrt(2 / 0.7), within(1e-11));
        assertThat(root.tangent()).isCloseTo(-Math.sqrt(0.5) * Math.pow(0.7, -1.5), within(1e-8));
    }

    /** A pendulum of small swing against the solution of its linear equation. */
    @Test
    void stepper() {
        Compiled compiled = compiled("""
                @Differentiable
                static double f(double omega, double[] start, double end) {
                    double[] y = Solvers.solve((t, state, out) -> {
                        out[0] = state[1];
                        out[1] = -omega * omega * state[0];
                    }, start, 0, end, 400);
                    return y[0];
                }
                static double[] gradient(double omega, double[] start, double end) {
                    DemoGradient.FGradient gradient = DemoGradient.f(omega, start, end);
                    return new double[] {
                        gradient.value(), gradient.omega(), gradient.start()[0], gradient.start()[1], gradient.end()
                    };
                }
                """);
        Differentiated.method(compiled, "f", true, true, true).at(1.3, new double[] {1, 0.5}, 2.0);
        double[] gradient = (double[]) compiled.call("demo.Demo", "gradient", 1.3, new double[] {1, 0.5}, 2.0);
        double sin = Math.sin(2.6);
        double cos = Math.cos(2.6);
        assertThat(gradient[0]).isCloseTo(cos + 0.5 / 1.3 * sin, within(1e-9));
        assertThat(gradient[1]).isCloseTo(-2 * sin + 0.5 / 1.3 * 2 * cos - 0.5 / (1.3 * 1.3) * sin, within(1e-8));
        assertThat(gradient[2]).isCloseTo(cos, within(1e-9));
        assertThat(gradient[3]).isCloseTo(sin / 1.3, within(1e-9));
        assertThat(gradient[4]).isCloseTo(-1.3 * sin + 0.5 * cos, within(1e-8));
    }
}
