package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertLinear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTangentsTest {

    @ParameterizedTest
    @CsvSource({"0.5, 3.0", "2.0, 0.5", "2.0, -1.5", "7.5, 2.0", "1.0, 4.25", "1.5, 0.0", "3.0, 1.0"})
    void slopes(double x, double y) {
        double power = Math.pow(x, y);
        assertDerivative(MathTangents.powBase(x, y, 0.75), s -> Math.pow(x + s * 0.75, y));
        assertDerivative(MathTangents.powExponent(x, y, power, 0.75), s -> Math.pow(x, y + s * 0.75));
        assertLinear(scale -> MathTangents.powBase(x, y, 0.75 * scale));
        assertLinear(scale -> MathTangents.powExponent(x, y, power, 0.75 * scale));
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 3.0", "-2.0, 2.0", "-2.0, -1.0", "-7.5, -2.0", "-1.0, 0.0", "-3.0, 1.0"})
    void integralPowersOfNegativeNumbers(double x, double c) {
        assertDerivative(MathTangents.powBase(x, c, 0.75), s -> Math.pow(x + s * 0.75, c));
        assertLinear(scale -> MathTangents.powBase(x, c, 0.75 * scale));
    }

    @ParameterizedTest(name = "x^{1} at x = {0} along {2}: {3}")
    @CsvSource({
        // x, c, tangent, expected
        // c = 0 and c = 1, where the power is 1 and x, whatever x is
        "0.0, 0.0, 1.0, 0.0",
        "-3.0, 0.0, 1.0, 0.0",
        "-3.0, -0.0, 1.0, 0.0",
        "Infinity, 0.0, 1.0, 0.0",
        "NaN, 0.0, 1.0, 0.0",
        "0.0, 1.0, 7.0, 7.0",
        "-0.0, 1.0, 7.0, 7.0",
        "-Infinity, 1.0, 7.0, 7.0",
        "NaN, 1.0, 7.0, 7.0",
        // x = 0
        "0.0, 2.0, 1.0, 0.0",
        "-0.0, 3.0, 1.0, 0.0",
        "0.0, 1.5, 1.0, 0.0",
        "0.0, 0.5, 0.0, 0.0",
        "-0.0, 0.5, 0.0, 0.0",
        "0.0, 0.5, 2.0, Infinity",
        "-0.0, 0.5, 2.0, Infinity",
        "0.0, 0.5, -2.0, -Infinity",
        "-0.0, 1E-20, 2.0, Infinity",
        "0.0, -1.0, 0.0, 0.0",
        "0.0, -1.0, 1.0, -Infinity",
        "-0.0, -1.0, 1.0, -Infinity",
        "0.0, -2.0, 1.0, -Infinity",
        "-0.0, -2.0, 1.0, Infinity",
        "-0.0, -0.5, 1.0, -Infinity",
        "0.0, Infinity, 1.0, 0.0",
        // x < 0
        "-2.0, 2.0, 1.0, -4.0",
        "-2.0, 3.0, 1.0, 12.0",
        "-2.0, 0.5, 1.0, NaN",
        "-2.0, 0.5, 0.0, NaN",
        "-2.0, 1E-20, 1.0, NaN",
        "-2.0, -1E-20, 1.0, NaN",
        "-1.0, 9007199254740994, 1.0, -9007199254740994",
        "-1.0, 9007199254740991, 1.0, 9007199254740991",
        // x = ∞
        "Infinity, 2.0, 1.0, Infinity",
        "Infinity, 2.0, 0.0, 0.0",
        "Infinity, 0.5, 1.0, 0.0",
        "Infinity, -1.0, 1.0, 0.0",
        "-Infinity, 2.0, 1.0, -Infinity",
        "-Infinity, 3.0, 1.0, Infinity",
        "-Infinity, -2.0, 1.0, 0.0",
        // c = ∞
        "2.0, Infinity, 1.0, Infinity",
        "0.5, Infinity, 1.0, 0.0",
        "2.0, -Infinity, 1.0, 0.0",
        "0.5, -Infinity, 1.0, -Infinity",
        "-2.0, Infinity, 1.0, -Infinity",
        "1.0, Infinity, 0.0, NaN",
        "-1.0, Infinity, 1.0, NaN",
        // NaN
        "NaN, 2.0, 0.0, NaN",
        "2.0, NaN, 0.0, NaN",
        "2.0, 2.0, NaN, NaN",
        // Slopes that over- or underflow
        "1E200, 3.0, 0.0, 0.0",
        "1E200, 3.0, 1.0, Infinity",
        "-1E200, 4.0, 1.0, -Infinity",
        "-1E200, 3.0, 1E-200, 3E200",
        "1E-200, -1.0, 1E-150, -1E250",
        "1E-200, 3.0, 1.0, 0.0",
        "1E200, -1.0, 1E300, -1E-100",
        "1E-310, 1E-5, 1.0, 9.92887401325E304",
        "4.9E-324, 0.5, 0.0, 0.0",
    })
    void specialPointsOfTheBase(double x, double c, double tangent, double expected) {
        assertClose(MathTangents.powBase(x, c, tangent), expected);
    }

    @ParameterizedTest(name = "{0}^y at y = {1} along {2}: {3}")
    @CsvSource({
        // x, y, tangent, expected
        // x = 1
        "1.0, 3.0, 1.0, 0.0",
        "1.0, -1E300, 1.0, 0.0",
        // x = 0
        "0.0, 2.0, 1.0, 0.0",
        "-0.0, 3.0, 1.0, 0.0",
        "0.0, 1E-300, 1.0, 0.0",
        "0.0, Infinity, 1.0, 0.0",
        "0.0, 0.0, 1.0, 0.0",
        "-0.0, -0.0, 1.0, 0.0",
        "0.0, -1.0, 1.0, -Infinity",
        "0.0, -1.0, -1.0, Infinity",
        "-0.0, -1.0, 1.0, -Infinity",
        "0.0, -1.0, 0.0, 0.0",
        // x < 0
        "-2.0, 2.0, 0.0, 0.0",
        "-2.0, 2.0, 1.0, NaN",
        "-2.0, 0.0, 1.0, NaN",
        "-2.0, 0.5, 1.0, NaN",
        "-2.0, 0.5, 0.0, NaN",
        "-Infinity, 2.0, 1.0, NaN",
        // x = ∞
        "Infinity, 2.0, 1.0, Infinity",
        "Infinity, 2.0, -1.0, -Infinity",
        "Infinity, 2.0, 0.0, 0.0",
        "Infinity, 0.0, 1.0, 0.0",
        "Infinity, -2.0, 1.0, 0.0",
        // y = ∞
        "2.0, Infinity, 1.0, Infinity",
        "2.0, Infinity, 0.0, 0.0",
        "0.5, Infinity, 1.0, 0.0",
        "0.5, -Infinity, 1.0, -Infinity",
        "1.0, Infinity, 0.0, NaN",
        // NaN
        "NaN, 2.0, 1.0, NaN",
        "NaN, 2.0, 0.0, NaN",
        "NaN, 0.0, 0.0, 0.0",
        "NaN, 0.0, 1.0, NaN",
        "2.0, NaN, 0.0, NaN",
        "2.0, 2.0, NaN, NaN",
        // Powers that over- or underflow
        "10.0, 400.0, 1.0, Infinity",
        "10.0, 400.0, -1.0, -Infinity",
        "10.0, 400.0, 0.0, 0.0",
        "0.1, -400.0, 1.0, -Infinity",
        "10.0, -400.0, 1.0, 0.0",
        "0.1, 400.0, 1.0, 0.0",
        "1E77, 4.0, 1E-10, 1.77299052160541E300",
    })
    void specialPointsOfTheExponent(double x, double y, double tangent, double expected) {
        assertClose(MathTangents.powExponent(x, y, Math.pow(x, y), tangent), expected);
    }

    /** The table holds eleven digits or more: {@link Math#pow} of a huge number passes the rounding of the exponent on. */
    private static void assertClose(double actual, double expected) {
        if (Double.isFinite(expected) && expected != 0.0) {
            assertThat(actual).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
        } else {
            TangentAssertions.assertTangent(actual, expected);
        }
    }

    @ParameterizedTest(name = "x^{1} at x = {0} along {2}: {3}")
    @CsvSource({
        // x, n, tangent, expected
        "3.0, 2, 0.5, 3.0",
        "-3.0, 2, 0.5, -3.0",
        "-3.0, 3, 0.5, 13.5",
        "-2.0, -1, 1.0, -0.25",
        "-2.0, -2, 1.0, 0.25",
        "-2.0, 0, 1.0, 0.0",
        "-2.0, 1, 1.0, 1.0",
        "0.0, 1, 1.0, 1.0",
        "-0.0, 2, 1.0, 0.0",
        "0.0, -2, 1.0, -Infinity",
        "-0.0, -2, 1.0, Infinity",
        "-0.0, -1, 1.0, -Infinity",
        "NaN, 2, 1.0, NaN",
        // as a double, n would be even
        "-1.0, 9007199254740993, 1.0, 9007199254740992",
        "-1.0, 9007199254740992, 1.0, -9007199254740992",
        "-1.0, -2147483648, 1.0, 2147483648",
    })
    void integerPowers(double x, long n, double tangent, double expected) {
        TangentAssertions.assertTangent(MathTangents.powInteger(x, n, tangent), expected);
    }
}
