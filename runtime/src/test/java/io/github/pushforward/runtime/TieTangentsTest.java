package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that choose between their arguments, or a sign, and have a kink where the choice changes. */
class TieTangentsTest {

    @ParameterizedTest(name = "{0}, {1} along {2}, {3}: max {4}, min {5}")
    @CsvSource({
        // x, y, their tangents, the tangents of max and min
        "1.0, 2.0, 10.0, 20.0, 20.0, 10.0",
        "2.0, 1.0, 10.0, 20.0, 10.0, 20.0",
        "-Infinity, Infinity, 10.0, 20.0, 20.0, 10.0",
        "-1.0, 0.0, 10.0, 20.0, 20.0, 10.0",
        "1.0, 1.0, 10.0, 20.0, 15.0, 15.0",
        "0.0, -0.0, 10.0, 20.0, 15.0, 15.0",
        "-0.0, 0.0, 10.0, 20.0, 15.0, 15.0",
        "Infinity, Infinity, 10.0, 20.0, 15.0, 15.0",
        "1.0, 1.0, 1.5E308, 1.7E308, 1.6E308, 1.6E308",
        "1.0, 1.0, -1.5E308, 1.7E308, 1E307, 1E307",
        "1.0, 1.0, Infinity, 0.0, Infinity, Infinity",
        "1.0, 1.0, NaN, 0.0, NaN, NaN",
        "1.0, 2.0, NaN, 20.0, 20.0, NaN",
        "1.0, 2.0, Infinity, 20.0, 20.0, Infinity",
        "NaN, 2.0, 10.0, 20.0, NaN, NaN",
        "2.0, NaN, 10.0, 20.0, NaN, NaN",
        "NaN, NaN, 0.0, 0.0, NaN, NaN",
        "NaN, 2.0, 0.0, 0.0, NaN, NaN",
    })
    void maxAndMin(double x, double y, double xTangent, double yTangent, double max, double min) {
        assertTangent(MathTangents.max(x, y, xTangent, yTangent), max);
        assertTangent(MathTangents.min(x, y, xTangent, yTangent), min);
    }

    @ParameterizedTest(name = "{0} within [{1}, {2}]: {3}")
    @CsvSource({
        // value, low, high, and what the tangents 16, 32, 64 of these make
        "2.0, 1.0, 3.0, 16.0",
        "0.0, 1.0, 3.0, 32.0",
        "4.0, 1.0, 3.0, 64.0",
        "1.0, 1.0, 3.0, 24.0",
        "3.0, 1.0, 3.0, 40.0",
        "0.0, -0.0, 3.0, 24.0",
        "0.0, 1.0, 1.0, 48.0",
        "2.0, 1.0, 1.0, 64.0",
        "1.0, 1.0, 1.0, 44.0",
        "-Infinity, 1.0, 3.0, 32.0",
        "Infinity, 1.0, 3.0, 64.0",
        "5.0, -Infinity, Infinity, 16.0",
        "NaN, 1.0, 3.0, NaN",
        "2.0, NaN, 3.0, NaN",
        "2.0, 1.0, NaN, NaN",
    })
    void clamp(double value, double low, double high, double expected) {
        assertTangent(MathTangents.clamp(value, low, high, 16.0, 32.0, 64.0), expected);
    }

    @ParameterizedTest(name = "copySign({0}, {1}) along {2}: {3}")
    @CsvSource({
        // magnitude, sign, tangent of the magnitude, expected
        "3.0, 5.0, 2.0, 2.0",
        "3.0, -5.0, 2.0, -2.0",
        "-3.0, 5.0, 2.0, -2.0",
        "-3.0, -5.0, 2.0, 2.0",
        "3.0, 0.0, 2.0, 2.0",
        "3.0, -0.0, 2.0, -2.0",
        "3.0, -Infinity, 2.0, -2.0",
        "4.9E-324, -1.0, 2.0, -2.0",
        "Infinity, -1.0, 2.0, -2.0",
        "-Infinity, -1.0, 2.0, 2.0",
        "0.0, 1.0, 2.0, 0.0",
        "-0.0, 1.0, 2.0, 0.0",
        "0.0, -1.0, 2.0, 0.0",
        "3.0, -1.0, 0.0, 0.0",
        "3.0, -1.0, NaN, NaN",
        "NaN, 1.0, 2.0, NaN",
        "NaN, 1.0, 0.0, NaN",
    })
    void copySign(double magnitude, double sign, double tangent, double expected) {
        assertTangent(MathTangents.copySign(magnitude, sign, tangent), expected);
    }
}
