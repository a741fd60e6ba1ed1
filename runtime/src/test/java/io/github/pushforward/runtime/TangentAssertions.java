package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;

/** What the tests of {@link MathTangents} assert of a tangent. */
final class TangentAssertions {

    private TangentAssertions() {}

    /** Equal up to a few roundings; zeros of both signs are equal, NaN equals NaN. */
    static void assertTangent(double actual, double expected) {
        if (expected == 0.0 || !Double.isFinite(expected)) {
            assertThat(actual + 0.0).isEqualTo(Double.valueOf(expected + 0.0));
        } else {
            assertThat(actual).isCloseTo(expected, within(4 * Math.ulp(expected)));
        }
    }

    /** That {@code tangent} is the derivative at 0 of {@code line}, by central differences, which have about 11 digits. */
    static void assertDerivative(double tangent, DoubleUnaryOperator line) {
        CentralDifference central = new CentralDifference(new ScalarFunction(line, s -> Double.NaN, 0.0));
        central.at(new double[] {0.0}, 0);
        assertThat(tangent).isCloseTo(central.derivative(0), within(1e-10 * Math.max(1e-3, Math.abs(tangent))));
    }

    /** That scaling the direction, by powers of two and so exactly, scales the tangent. */
    static void assertLinear(DoubleUnaryOperator tangentOfScale) {
        double tangent = tangentOfScale.applyAsDouble(1.0);
        assertThat(tangentOfScale.applyAsDouble(-4.0)).isEqualTo(-4.0 * tangent);
        assertThat(tangentOfScale.applyAsDouble(0x1p-40)).isEqualTo(0x1p-40 * tangent);
        assertThat(tangentOfScale.applyAsDouble(0.0)).isZero();
    }
}
