package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertLinear;
import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose slope is infinite at an end of their domain: roots and the arc sine. */
class RootTangentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.5, 1.0, 2.75, 40.0, 12345.0})
    void roots(double x) {
        double direction = 0.75 * x;
        assertDerivative(MathTangents.sqrt(Math.sqrt(x), direction), s -> Math.sqrt(x + s * direction));
        assertDerivative(MathTangents.cbrt(Math.cbrt(x), direction), s -> Math.cbrt(x + s * direction));
        assertDerivative(MathTangents.cbrt(Math.cbrt(-x), direction), s -> Math.cbrt(-x + s * direction));
        assertLinear(scale -> MathTangents.sqrt(Math.sqrt(x), 0.75 * scale));
        assertLinear(scale -> MathTangents.cbrt(Math.cbrt(x), 0.75 * scale));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.5, 0.0, 0.125, 0.75, 0.95})
    void arcSine(double x) {
        assertDerivative(MathTangents.asin(x, 0.75), s -> Math.asin(x + s * 0.75));
        assertDerivative(-MathTangents.asin(x, 0.75), s -> Math.acos(x + s * 0.75));
        assertLinear(scale -> MathTangents.asin(x, 0.75 * scale));
    }

    @ParameterizedTest(name = "√{0} along {1}: {2}")
    @CsvSource({
        // x, tangent, expected
        "0.0, 0.0, 0.0",
        "-0.0, 0.0, 0.0",
        "0.0, 2.0, Infinity",
        "-0.0, 2.0, Infinity",
        "0.0, -2.0, -Infinity",
        "-0.0, -2.0, -Infinity",
        "0.0, NaN, NaN",
        "-1.0, 1.0, NaN",
        "-1.0, 0.0, NaN",
        "-Infinity, 0.0, NaN",
        "NaN, 1.0, NaN",
        "NaN, 0.0, NaN",
        "Infinity, 1.0, 0.0",
        "4.0, Infinity, Infinity",
        "1.7976931348623157E308, 1.3407807929942596E154, 0.5",
        "4.9E-324, 0.0, 0.0",
        "4.9E-324, 4.9E-324, 1.1113793747425387E-162",
    })
    void specialPointsOfSqrt(double x, double tangent, double expected) {
        assertTangent(MathTangents.sqrt(Math.sqrt(x), tangent), expected);
    }

    @ParameterizedTest(name = "∛{0} along {1}: {2}")
    @CsvSource({
        "0.0, 0.0, 0.0",
        "-0.0, 0.0, 0.0",
        "0.0, 2.0, Infinity",
        "-0.0, 2.0, Infinity",
        "-0.0, -2.0, -Infinity",
        "0.0, NaN, NaN",
        "-8.0, 12.0, 1.0",
        "8.0, 12.0, 1.0",
        "NaN, 0.0, NaN",
        "Infinity, 1.0, 0.0",
        "-Infinity, 1.0, 0.0",
        "1E300, 3E200, 1.0",
        "1E-300, 3E-200, 1.0",
        "-1E-300, 3E-200, 1.0",
    })
    void specialPointsOfCbrt(double x, double tangent, double expected) {
        assertTangent(MathTangents.cbrt(Math.cbrt(x), tangent), expected);
    }

    @ParameterizedTest(name = "arcsin({0}) along {1}: {2}")
    @CsvSource({
        "0.0, 3.0, 3.0",
        "-0.0, 3.0, 3.0",
        "1E-200, 3.0, 3.0",
        "1.0, 0.0, 0.0",
        "-1.0, 0.0, 0.0",
        "1.0, 2.0, Infinity",
        "1.0, -2.0, -Infinity",
        "-1.0, 2.0, Infinity",
        "-1.0, -2.0, -Infinity",
        "1.0, NaN, NaN",
        "1.0000000000000002, 1.0, NaN",
        "1.0000000000000002, 0.0, NaN",
        "-1.0000000000000002, 0.0, NaN",
        "Infinity, 0.0, NaN",
        "-Infinity, 1.0, NaN",
        "NaN, 0.0, NaN",
        // 1 ÷ √(2⁻⁵³(2 − 2⁻⁵³)), where 1 − x² has lost its digits
        "0.9999999999999999, 1.0, 6.710886400000001E7",
        "-0.9999999999999999, 1.0, 6.710886400000001E7",
    })
    void specialPointsOfTheArcSine(double x, double tangent, double expected) {
        assertTangent(MathTangents.asin(x, tangent), expected);
    }
}
