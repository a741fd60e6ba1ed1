package io.github.pushforward.runtime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfiniteSlopeTest {

    @ParameterizedTest(name = "{0} · {1} = {2}")
    @CsvSource({
        // slope, tangent, product
        "3.0, -2.0, -6.0",
        "3.0, 0.0, 0.0",
        "0.0, 5.0, 0.0",
        "Infinity, 0.0, 0.0",
        "-Infinity, 0.0, 0.0",
        "Infinity, -0.0, 0.0",
        "Infinity, 4.9E-324, Infinity",
        "Infinity, -1.0, -Infinity",
        "-Infinity, -1.0, Infinity",
        "Infinity, NaN, NaN",
        "NaN, 0.0, NaN",
        "NaN, 1.0, NaN",
        "2.0, NaN, NaN",
        "2.0, Infinity, Infinity",
        "0.0, Infinity, NaN",
    })
    void times(double slope, double tangent, double expected) {
        TangentAssertions.assertTangent(MathTangents.times(slope, tangent), expected);
    }
}
