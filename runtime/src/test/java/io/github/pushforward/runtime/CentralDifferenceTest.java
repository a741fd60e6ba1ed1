package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CentralDifferenceTest {

    private int values;

    private CentralDifference at(DoubleUnaryOperator f, double x) {
        values = 0;
        DoubleUnaryOperator counted = y -> {
            values++;
            return f.applyAsDouble(y);
        };
        CentralDifference central = new CentralDifference(new ScalarFunction(counted, y -> Double.NaN, x));
        central.at(new double[] {x}, 0);
        return central;
    }

    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    @Test
    void smoothFunctionsHaveElevenDigits() {
        assertRelative(at(Math::exp, 1.0).derivative(0), Math.E, 1e-11);
        assertRelative(at(Math::sin, 2.0).derivative(0), Math.cos(2.0), 1e-11);
        assertRelative(at(x -> 1.0 / x, 3.0).derivative(0), -1.0 / 9.0, 1e-11);
        assertRelative(at(x -> x * x, 1e8).derivative(0), 2e8, 1e-11);
        assertRelative(at(x -> Math.exp(30.0 * x), 0.1).derivative(0), 30.0 * Math.exp(3.0), 1e-10);
    }

    @Test
    void smoothFunctionsTakeFewValues() {
        at(Math::exp, 1.0);
        assertThat(values).isLessThanOrEqualTo(10);
        at(x -> 3.0 * x, 1.0);
        assertThat(values).isEqualTo(4);
    }

    @Test
    void theErrorIsEstimated() {
        for (double x : new double[] {-2.0, -0.3, 0.0, 0.7, 5.0}) {
            CentralDifference central = at(Math::exp, x);
            assertThat(Math.abs(central.derivative(0) - Math.exp(x))).isLessThanOrEqualTo(central.error(0));
            assertThat(central.error(0)).isLessThan(1e-10 * Math.exp(x));
        }
    }

    @Test
    void aKinkNearbyIsStoodClearOf() {
        assertRelative(at(x -> Math.abs(x - 1.001), 1.0).derivative(0), -1.0, 1e-8);
        assertRelative(at(x -> Math.max(x, 0.0) * 3.0, 1e-5).derivative(0), 3.0, 1e-6);
    }

    @Test
    void atAKinkItIsTheMeanOfTheSlopes() {
        assertThat(at(Math::abs, 0.0).derivative(0)).isZero();
        assertRelative(at(x -> Math.max(x, 0.0), 0.0).derivative(0), 0.5, 1e-12);
    }

    @Test
    void theEdgeOfTheDomainIsStoodClearOf() {
        assertRelative(at(Math::log, 0.003).derivative(0), 1.0 / 0.003, 1e-9);
        assertRelative(at(Math::sqrt, 1e-4).derivative(0), 50.0, 1e-9);
    }

    @Test
    void aHoleIsSteppedOver() {
        double hole = 1.0 + 0x1p-8;
        CentralDifference central = at(x -> x == hole ? Double.NaN : x * x * x, 1.0);
        assertRelative(central.derivative(0), 3.0, 1e-12);
    }

    @Test
    void aNoisyFunctionIsDifferentiatedWhereTheNoiseIsLeast() {
        CentralDifference central = at(x -> Math.sin(x) + 1e-9 * Math.sin(1e13 * x), 1.0);
        assertRelative(central.derivative(0), Math.cos(1.0), 1e-3);
    }

    @Test
    void withoutFiniteValuesThereIsNoDerivative() {
        CentralDifference central = at(Math::sqrt, 0.0);
        assertThat(central.derivative(0)).isNaN();
        assertThat(central.error(0)).isInfinite();
    }

    @Test
    void thePointIsRestored() {
        double[] x = {0.1, 0.2};
        new CentralDifference(Quadratic.of(2)).at(x, 1);
        assertThat(x).containsExactly(0.1, 0.2);
    }
}
