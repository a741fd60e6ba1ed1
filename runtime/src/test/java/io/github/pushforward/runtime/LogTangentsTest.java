package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertLinear;
import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTangentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.5, 1.0, 2.75, 40.0, 12345.0})
    void slopes(double x) {
        assertDerivative(MathTangents.log(x, 0.75 * x), s -> Math.log(x + s * 0.75 * x));
        assertDerivative(MathTangents.log10(x, 0.75 * x), s -> Math.log10(x + s * 0.75 * x));
        assertDerivative(MathTangents.log1p(x, 0.75 * x), s -> Math.log1p(x + s * 0.75 * x));
        assertLinear(scale -> MathTangents.log(x, 0.75 * scale));
        assertLinear(scale -> MathTangents.log10(x, 0.75 * scale));
        assertLinear(scale -> MathTangents.log1p(x, 0.75 * scale));
    }

    @ParameterizedTest(name = "at {0} along {1}: {2}")
    @CsvSource({
        // x, tangent, expected
        "0.0, 0.0, 0.0",
        "-0.0, 0.0, 0.0",
        "0.0, 2.0, Infinity",
        "0.0, -2.0, -Infinity",
        "-0.0, 2.0, Infinity",
        "-0.0, -2.0, -Infinity",
        "0.0, NaN, NaN",
        "-1.0, 1.0, NaN",
        "-1.0, 0.0, NaN",
        "-4.9E-324, 0.0, NaN",
        "-Infinity, 1.0, NaN",
        "NaN, 1.0, NaN",
        "NaN, 0.0, NaN",
        "Infinity, 1.0, 0.0",
        "Infinity, 0.0, 0.0",
        "1.0, NaN, NaN",
        "1.0, Infinity, Infinity",
    })
    void specialPoints(double x, double tangent, double expected) {
        assertTangent(MathTangents.log(x, tangent), expected);
        assertTangent(MathTangents.log10(x, tangent), expected);
    }

    @ParameterizedTest(name = "log(1 + {0}) along {1}: {2}")
    @CsvSource({
        "0.0, 3.0, 3.0",
        "-0.0, 3.0, 3.0",
        "1E-300, 3.0, 3.0",
        "-1.0, 0.0, 0.0",
        "-1.0, 2.0, Infinity",
        "-1.0, -2.0, -Infinity",
        "-1.0, NaN, NaN",
        "-0.9999999999999999, 1.0, 9007199254740992",
        "-1.0000000000000002, 1.0, NaN",
        "-1.0000000000000002, 0.0, NaN",
        "-Infinity, 0.0, NaN",
        "NaN, 0.0, NaN",
        "Infinity, 1.0, 0.0",
        "1E308, 1E308, 1.0",
        "1.7976931348623157E308, 1.7976931348623157E308, 1.0",
    })
    void specialPointsOfLog1p(double x, double tangent, double expected) {
        assertTangent(MathTangents.log1p(x, tangent), expected);
    }

    @ParameterizedTest(name = "at {0} along {1}: {2} ÷ ln 10")
    @CsvSource({
        // x, tangent, their quotient
        "1E308, 1E308, 1.0",
        "1.7976931348623157E308, 1.7976931348623157E308, 1.0",
        "1E-320, 1E-320, 1.0",
        "4.9E-324, 4.9E-324, 1.0",
        "1E-300, 1E-300, 1.0",
        "1.0, 1.7976931348623157E308, 1.7976931348623157E308",
        "8.9884656743115795E307, 2.2471164185778949E307, 0.25",
    })
    void log10OfHugeAndTinyNumbers(double x, double tangent, double quotient) {
        assertTangent(MathTangents.log10(x, tangent), quotient / Math.log(10.0));
    }

    @ParameterizedTest
    @CsvSource({"1E-320, 1E-320, 1.0", "1E308, 1E308, 1.0", "4.9E-324, 1.0, Infinity", "1E308, 1E-20, 0.0"})
    void logOfHugeAndTinyNumbers(double x, double tangent, double expected) {
        assertTangent(MathTangents.log(x, tangent), expected);
    }
}
