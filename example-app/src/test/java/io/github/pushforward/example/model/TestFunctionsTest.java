package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFunctionsTest {

    private final double[] gradient = new double[2];

    @ParameterizedTest
    @CsvSource({"0, 0.5", "3, 0.5", "-1.25, 2", "0.3, -0.7"})
    void gradientsInReverseAreThoseOfThePasses(double x, double y) {
        TestFunctionsGradient.BealeGradient beale = TestFunctionsGradient.beale(x, y);
        assertThat(TestFunctionBackprop.beale(x, y, gradient)).isEqualTo(beale.value());
        assertThat(gradient).usingComparatorWithPrecision(1e-11).containsExactly(beale.x(), beale.y());

        TestFunctionsGradient.RosenbrockGradient rosenbrock = TestFunctionsGradient.rosenbrock(x, y);
        assertThat(TestFunctionBackprop.rosenbrock(x, y, gradient)).isEqualTo(rosenbrock.value());
        assertThat(gradient).usingComparatorWithPrecision(1e-11).containsExactly(rosenbrock.x(), rosenbrock.y());
    }

    @ParameterizedTest
    @CsvSource({"3, 0.5, 1, 1"})
    void minimaAreZero(double bealeX, double bealeY, double rosenbrockX, double rosenbrockY) {
        assertThat(TestFunctions.beale(bealeX, bealeY)).isCloseTo(0, within(1e-30));
        assertThat(TestFunctions.rosenbrock(rosenbrockX, rosenbrockY)).isZero();
    }
}
