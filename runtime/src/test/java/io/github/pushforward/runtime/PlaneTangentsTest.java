package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertLinear;
import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The angle and the length of a vector of the plane. */
class PlaneTangentsTest {

    @ParameterizedTest
    @CsvSource({"1.0, 2.0", "-3.0, 0.5", "0.25, -0.75", "-2.0, -2.0", "0.0, 3.0", "4.0, 0.0", "-5.0, 0.0", "1E3, 1.5"})
    void slopes(double x, double y) {
        double length = Math.hypot(x, y);
        assertDerivative(MathTangents.hypot(x, y, length, 0.5, -0.25), s -> Math.hypot(x + s * 0.5, y - s * 0.25));
        assertLinear(scale -> MathTangents.hypot(x, y, length, 0.5 * scale, -0.25 * scale));
        // Turned by a quarter, which moves the cut of the angle away
        assertDerivative(
                MathTangents.atan2(y, x, -0.25, 0.5),
                s -> x < 0.0 ? -Math.atan2(x + s * 0.5, y - s * 0.25) : Math.atan2(y - s * 0.25, x + s * 0.5));
        assertLinear(scale -> MathTangents.atan2(y, x, -0.25 * scale, 0.5 * scale));
    }

    @ParameterizedTest(name = "atan2({0}, {1}) along {2}, {3}: {4}")
    @CsvSource({
        // y, x, their tangents, expected
        "0.0, 2.0, 1.0, 7.0, 0.5",
        "0.0, -2.0, 1.0, 7.0, -0.5",
        "-0.0, -2.0, 1.0, 7.0, -0.5",
        "2.0, 0.0, 7.0, 1.0, -0.5",
        "-2.0, -0.0, 7.0, 1.0, 0.5",
        // The origin
        "0.0, 0.0, 0.0, 0.0, 0.0",
        "-0.0, -0.0, 0.0, 0.0, 0.0",
        "0.0, -0.0, 0.0, -0.0, 0.0",
        "0.0, 0.0, 1.0, 0.0, NaN",
        "0.0, 0.0, 0.0, 1.0, NaN",
        "-0.0, 0.0, 1.0, 1.0, NaN",
        // Squares that over- or underflow
        "1E-200, 1E-200, 1E-200, 0.0, 0.5",
        "1E-200, 1E-200, 1.0, 0.0, 5E199",
        "1E200, 1E200, 0.0, 1E200, -0.5",
        "1E200, -1E200, 1E200, 0.0, -0.5",
        "1E-320, 1E-320, 1E-320, 0.0, 0.5",
        "4.9E-324, -4.9E-324, 0.0, 4.9E-324, -0.5",
        "4.9E-324, 4.9E-324, 1.0, 1.0, 0.0",
        "1.7E308, 1.7E308, 1.7E308, 0.0, 0.5",
        "1E-200, 1E200, 1E200, 0.0, 1.0",
        "1E200, 1E-200, 0.0, 1E200, -1.0",
        // Infinite arguments
        "Infinity, 1.0, 1.0, 1.0, 0.0",
        "1.0, Infinity, 1.0, 1.0, 0.0",
        "1.0, -Infinity, 1.0, 1.0, 0.0",
        "0.0, Infinity, 1.0, 1.0, 0.0",
        "Infinity, 0.0, 1.0, 1.0, 0.0",
        "Infinity, Infinity, 1.0, 1.0, 0.0",
        "-Infinity, Infinity, 1.0, 1.0, 0.0",
        // NaN
        "NaN, 1.0, 0.0, 0.0, NaN",
        "1.0, NaN, 0.0, 0.0, NaN",
        "NaN, 0.0, 0.0, 0.0, NaN",
        "0.0, NaN, 0.0, 0.0, NaN",
        "NaN, Infinity, 0.0, 0.0, NaN",
        "Infinity, NaN, 0.0, 0.0, NaN",
        "NaN, NaN, 0.0, 0.0, NaN",
        "1.0, 1.0, NaN, 0.0, NaN",
    })
    void specialPointsOfTheAngle(double y, double x, double yTangent, double xTangent, double expected) {
        assertTangent(MathTangents.atan2(y, x, yTangent, xTangent), expected);
    }

    @ParameterizedTest(name = "hypot({0}, {1}) along {2}, {3}: {4}")
    @CsvSource({
        // x, y, their tangents, expected
        "3.0, 4.0, 5.0, 10.0, 11.0",
        "-3.0, 4.0, 5.0, 10.0, 5.0",
        "0.0, -4.0, 5.0, 10.0, -10.0",
        // The origin
        "0.0, 0.0, 0.0, 0.0, 0.0",
        "0.0, 0.0, 1.0, 2.0, 0.0",
        "-0.0, 0.0, -1.0, 2.0, 0.0",
        "0.0, 0.0, NaN, 0.0, NaN",
        // Lengths that over- or underflow
        "3E200, 4E200, 5.0, 10.0, 11.0",
        "3E-200, 4E-200, 5.0, 10.0, 11.0",
        "1.5E308, 2E308, 0.0, 1.0, 1.0",
        "1.2E308, 1.6E308, 5.0, 10.0, 11.0",
        "-1.2E308, 1.6E308, 5.0, 10.0, 5.0",
        "4.9E-324, 0.0, 5.0, 10.0, 5.0",
        "4.9E-324, -4.9E-324, 1.0, 0.0, 0.7071067811865476",
        "1E-200, 1E200, 5.0, 10.0, 10.0",
        // Infinite arguments
        "Infinity, 1.0, 5.0, 10.0, 5.0",
        "-Infinity, 1.0, 5.0, 10.0, -5.0",
        "1.0, -Infinity, 5.0, 10.0, -10.0",
        "Infinity, Infinity, 1.0, 0.0, 0.7071067811865476",
        "-Infinity, Infinity, 1.0, 0.0, -0.7071067811865476",
        "Infinity, NaN, 5.0, 10.0, 5.0",
        "NaN, Infinity, 5.0, 10.0, 10.0",
        // NaN
        "NaN, 1.0, 0.0, 0.0, NaN",
        "0.0, NaN, 0.0, 0.0, NaN",
        "3.0, 4.0, NaN, 0.0, NaN",
    })
    void specialPointsOfTheLength(double x, double y, double xTangent, double yTangent, double expected) {
        assertTangent(MathTangents.hypot(x, y, Math.hypot(x, y), xTangent, yTangent), expected);
    }
}
