package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertLinear;
import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseHyperbolicTangentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 2.0, 7.5, 300.0})
    void slopesOfAcosh(double x) {
        assertDerivative(MathTangents.acosh(x, 0.75 * x), s -> acosh(x + s * 0.75 * x));
        assertLinear(scale -> MathTangents.acosh(x, 0.75 * scale));
    }

    private static double acosh(double x) {
        return Math.log(x + Math.sqrt(x * x - 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.25, 0.0, 0.5, 0.97})
    void slopesOfAtanh(double x) {
        assertDerivative(MathTangents.atanh(x, 0.75), s -> atanh(x + s * 0.75));
        assertLinear(scale -> MathTangents.atanh(x, 0.75 * scale));
    }

    private static double atanh(double x) {
        return 0.5 * (Math.log1p(x) - Math.log1p(-x));
    }

    @ParameterizedTest(name = "acosh({0}) along {1}: {2}")
    @CsvSource({
        "1.0, 0.0, 0.0",
        "1.0, 2.0, Infinity",
        "1.0, -2.0, -Infinity",
        "1.0, NaN, NaN",
        "0.9999999999999999, 0.0, NaN",
        "-2.0, 1.0, NaN",
        "NaN, 0.0, NaN",
        "Infinity, 1.0, 0.0",
        "1E300, 1E300, 1.0",
        "1.0000000000000002, 1.0, 47453132.81212577",
    })
    void specialPointsOfAcosh(double x, double tangent, double expected) {
        assertTangent(MathTangents.acosh(x, tangent), expected);
    }

    @ParameterizedTest(name = "atanh({0}) along {1}: {2}")
    @CsvSource({
        "1.0, 0.0, 0.0",
        "-1.0, 0.0, 0.0",
        "1.0, 2.0, Infinity",
        "-1.0, 2.0, Infinity",
        "-1.0, -2.0, -Infinity",
        "1.0, NaN, NaN",
        "1.0000000000000002, 0.0, NaN",
        "-1.0000000000000002, 1.0, NaN",
        "Infinity, 1.0, NaN",
        "NaN, 0.0, NaN",
        "0.9999999999999999, 1.0, 4503599627370496.25",
    })
    void specialPointsOfAtanh(double x, double tangent, double expected) {
        assertTangent(MathTangents.atanh(x, tangent), expected);
    }
}
