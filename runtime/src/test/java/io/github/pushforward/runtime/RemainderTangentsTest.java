package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertTangent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remainder that is nearest to 0: x − n·y, and its tangent ẋ − n·ẏ. */
class RemainderTangentsTest {

    @ParameterizedTest(name = "{0} rem {1} along {2}, {3}: {4}")
    @CsvSource({
        // x, y, their tangents, expected
        "7.0, 3.0, 1.0, 0.0, 1.0",
        "7.0, 3.0, 1.0, 10.0, -19.0",
        "-7.0, 3.0, 1.0, 10.0, 21.0",
        "8.0, 3.0, 0.0, 1.0, -3.0",
        // a tie: the even integer
        "2.5, 1.0, 0.0, 1.0, -2.0",
        "3.5, 1.0, 0.0, 1.0, -4.0",
        "0.0, 3.0, 5.0, 7.0, 5.0",
        "3.0, Infinity, 5.0, 7.0, 5.0",
        // x − r overflows, the integer is 2
        "1.7976931348623157E308, 1.0786158809173894E308, 0.0, 1.0, -2.0",
        "-1.7976931348623157E308, 1.0786158809173894E308, 0.0, 1.0, 2.0",
        // the integer itself overflows
        "1E300, 1E-20, 5.0, 0.0, 5.0",
        "1E300, 1E-20, 5.0, 1.0, -Infinity",
        // outside the domain
        "Infinity, 3.0, 5.0, 0.0, NaN",
        "3.0, 0.0, 5.0, 0.0, NaN",
        "NaN, 3.0, 5.0, 0.0, NaN",
        "3.0, NaN, 5.0, 0.0, NaN",
    })
    void tangents(double x, double y, double xTangent, double yTangent, double expected) {
        double result = Math.IEEEremainder(x, y);
        assertTangent(MathTangents.remainder(x, y, result, xTangent, yTangent), expected);
    }
}
