package io.github.pushforward.processor;

import static io.github.pushforward.processor.support.InstanceMethod.object;

import io.github.pushforward.processor.support.Compiled;
import io.github.pushforward.processor.support.Differentiated;
import org.junit.jupiter.api.Test;

/** Functions that are handed to methods of objects, of whichever class: quadratures and root finders that one can exchange. */
class FunctionDispatchTest {

    @Test
    void functionsMadeHereGoToEachImplementation() {
        Compiled compiled = Compiled.members("""
                interface Quadrature {
                    double integrate(java.util.function.DoubleUnaryOperator f, double a, double b);
                }
                record Midpoint(int n) implements Quadrature {
                    @Override
                    public double integrate(java.util.function.DoubleUnaryOperator f, double a, double b) {
                        double h = (b - a) / n;
                        double sum = 0;
                        for (int i = 0; i < n; i++) {
                            sum += f.applyAsDouble(a + (i + 0.5) * h);
                        }
                        return sum * h;
                    }
                }
                record Halved(Quadrature each) implements Quadrature {
                    @Override
                    public double integrate(java.util.function.DoubleUnaryOperator f, double a, double b) {
                        double middle = (a + b) / 2;
                        return each.integrate(f, a, middle) + each.integrate(x -> f.applyAsDouble(x), middle, b);
                    }
                }
                @Differentiable
                static double f(Quadrature quadrature, double c, double b) {
                    java.util.function.DoubleUnaryOperator square = x -> c * x * x;
                    return quadrature.integrate(square, 0, b) + quadrature.integrate(x -> Math.sin(c * x), c, 2)
                            + quadrature.integrate(x -> x, 0, 1);
                }
                """);
        Object midpoint = object(compiled, "demo.Demo$Midpoint", 3);

        Differentiated.method(compiled, "f", false, true, true)
                .at(midpoint, 0.5, 2.0)
                .at(object(compiled, "demo.Demo$Halved", midpoint), 0.5, 2.0);
    }

    @Test
    void methodsOfObjectsThatAreMadeHere() {
        Differentiated.of("""
                static class Newton {
                    final int steps;
                    Newton(int steps) {
                        this.steps = steps;
                    }
                    double solve(java.util.function.DoubleUnaryOperator f, double start) {
                        double x = start;
                        for (int i = 0; i < steps; i++) {
                            double h = 1e-3;
                            double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
                            x -= f.applyAsDouble(x) / slope;
                        }
                        return x;
                    }
                }
                static final class Damped extends Newton {
                    Damped() {
                        super(8);
                    }
                    @Override
                    double solve(java.util.function.DoubleUnaryOperator f, double start) {
                        return 0.5 * (start + super.solve(f, start));
                    }
                }
                @Differentiable
                static double f(double a) {
                    Newton newton = a > 2 ? new Damped() : new Newton(6);
                    return new Newton(6).solve(x -> x * x - a, a) + newton.solve(x -> x * x * x - a, 1);
                }
                """, "f").at(1.5).at(3.0);
    }
}
