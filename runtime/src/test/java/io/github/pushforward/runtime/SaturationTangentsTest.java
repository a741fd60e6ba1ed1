package io.github.pushforward.runtime;

import static io.github.pushforward.runtime.TangentAssertions.assertDerivative;
import static io.github.pushforward.runtime.TangentAssertions.assertTangent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that level off: their slopes go on where their values have arrived. */
class SaturationTangentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {-2.0, -0.25, 0.0, 0.5, 1.5})
    void slopes(double x) {
        assertDerivative(MathTangents.tanhSlope(x, Math.tanh(x)), s -> Math.tanh(x + s));
        assertDerivative(MathTangents.atan(x, 0.75), s -> Math.atan(x + 0.75 * s));
    }

    /** 1 − r² is 0 from 19 on, and has lost half of its digits at 10. Reference: 4/(e^x + e^(−x))² to 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "5.0, 1.8158323094380668E-4",
        "-10.0, 8.2446144557673974E-9",
        "19.0, 1.2556531168192118E-16",
        "30.0, 3.5026043050786081E-26",
        "-300.0, 1.0601586212017243E-260",
        "1000.0, 0.0",
        "Infinity, 0.0",
        "NaN, NaN",
    })
    void theSlopeOfTanhHasItsDigits(double x, double expected) {
        assertTangent(MathTangents.tanhSlope(x, Math.tanh(x)), expected);
    }

    @Test
    void whereTheFormulasMeetTheyAgree() {
        for (double x = 4.1; x < 4.2; x += 1e-4) {
            double exact = Math.pow(1 / Math.cosh(x), 2);
            assertThat(MathTangents.tanhSlope(x, Math.tanh(x))).isCloseTo(exact, within(0x1p-52));
        }
    }

    /** x² overflows before the tangent underflows. */
    @ParameterizedTest
    @CsvSource({
        "1E160, 1E300, 1E-20",
        "-1E200, 1E300, 1E-100",
        "1.35E154, 1.0, 5.48696844993141E-309",
        "Infinity, 1.0, 0.0",
        "-Infinity, 1.0, 0.0",
        "NaN, 0.0, NaN",
    })
    void theArcTangentFarOut(double x, double tangent, double expected) {
        assertTangent(MathTangents.atan(x, tangent), expected);
    }
}
