package io.github.pushforward.runtime;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives as bilinear forms: at ordinary points, and where they are infinite, conventions, or out of range. */
class MathCurvaturesTest {
    private static final double V = 1.75;
    private static final double W = -0.5;

    private interface Curvature {
        double at(double x, double v, double w);
    }

    private static Arguments function(String name, double x, Curvature curvature, DoubleUnaryOperator expected) {
        return Arguments.of(name, x, curvature, expected);
    }

    static Stream<Arguments> ordinary() {
        return Stream.of(
                function("log", 0.3, MathCurvatures::log, x -> -1 / (x * x)),
                function("log10", 0.3, MathCurvatures::log10, x -> -1 / (x * x * Math.log(10))),
                function("log1p", 0.3, MathCurvatures::log1p, x -> -1 / ((1 + x) * (1 + x))),
                function("asin", 0.3, MathCurvatures::asin, x -> x / Math.pow(1 - x * x, 1.5)),
                function("asin", -0.9, MathCurvatures::asin, x -> x / Math.pow(1 - x * x, 1.5)),
                function("acosh", 1.5, MathCurvatures::acosh, x -> -x / Math.pow(x * x - 1, 1.5)),
                function("atanh", -0.3, MathCurvatures::atanh, x -> 2 * x / Math.pow(1 - x * x, 2)),
                function("x^3", -0.3, (x, v, w) -> MathCurvatures.powBase(x, 3, v, w), x -> 6 * x),
                function("x^2.5", 0.3, (x, v, w) -> MathCurvatures.powBase(x, 2.5, v, w), x -> 3.75 * Math.sqrt(x)),
                function("x^-2", -0.3, (x, v, w) -> MathCurvatures.powInteger(x, -2, v, w), x -> 6 / (x * x * x * x)),
                function("x^3 by n", -0.3, (x, v, w) -> MathCurvatures.powInteger(x, 3, v, w), x -> 6 * x),
                function(
                        "x^y, mixed",
                        0.3,
                        (x, v, w) -> MathCurvatures.powMixed(x, 2, v, w),
                        x -> x * (1 + 2 * Math.log(x))),
                function(
                        "2^y",
                        0.3,
                        (y, v, w) -> MathCurvatures.powExponent(2, y, Math.pow(2, y), v, w),
                        y -> Math.pow(2, y) * Math.log(2) * Math.log(2)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    void ordinary(String name, double x, Curvature curvature, DoubleUnaryOperator expected) {
        double value = expected.applyAsDouble(x) * V * W;

        assertThat(curvature.at(x, V, W)).isCloseTo(value, offset(1e-14 * Math.abs(value)));
        assertThat(curvature.at(x, W, V)).isCloseTo(value, offset(1e-14 * Math.abs(value)));
        assertThat(curvature.at(x, 0, W)).isZero();
        assertThat(curvature.at(x, V, 0)).isZero();
    }

    static Stream<Arguments> poles() {
        return Stream.of(
                Arguments.of("log", 0.0, (Curvature) MathCurvatures::log, NEGATIVE_INFINITY),
                Arguments.of("log10", 0.0, (Curvature) MathCurvatures::log10, NEGATIVE_INFINITY),
                Arguments.of("log1p", -1.0, (Curvature) MathCurvatures::log1p, NEGATIVE_INFINITY),
                Arguments.of("asin", 1.0, (Curvature) MathCurvatures::asin, POSITIVE_INFINITY),
                Arguments.of("asin", -1.0, (Curvature) MathCurvatures::asin, NEGATIVE_INFINITY),
                Arguments.of("acosh", 1.0, (Curvature) MathCurvatures::acosh, NEGATIVE_INFINITY),
                Arguments.of("atanh", 1.0, (Curvature) MathCurvatures::atanh, POSITIVE_INFINITY),
                Arguments.of("atanh", -1.0, (Curvature) MathCurvatures::atanh, NEGATIVE_INFINITY),
                Arguments.of(
                        "x^1.5", 0.0, (Curvature) (x, v, w) -> MathCurvatures.powBase(x, 1.5, v, w), POSITIVE_INFINITY),
                Arguments.of(
                        "x^0.5", 0.0, (Curvature) (x, v, w) -> MathCurvatures.powBase(x, 0.5, v, w), NEGATIVE_INFINITY),
                Arguments.of(
                        "sqrt",
                        0.0,
                        (Curvature) (x, v, w) -> MathCurvatures.sqrt(0, v, MathTangents.sqrt(0, w)),
                        NEGATIVE_INFINITY),
                Arguments.of(
                        "cbrt",
                        0.0,
                        (Curvature) (x, v, w) -> MathCurvatures.cbrt(0, v, MathTangents.cbrt(0, w)),
                        NEGATIVE_INFINITY));
    }

    /** Infinite, but 0 along what is 0. */
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    void poles(String name, double x, Curvature curvature, double expected) {
        assertThat(curvature.at(x, 1, 1)).isEqualTo(expected);
        assertThat(curvature.at(x, 0, 1)).isZero();
        assertThat(curvature.at(x, 1, 0)).isZero();
        assertThat(curvature.at(x, 0, 0)).isZero();
    }

    @Test
    void outsideTheDomainThereIsNone() {
        assertThat(MathCurvatures.log(-1, 0, 1)).isNaN();
        assertThat(MathCurvatures.log10(-1, 1, 0)).isNaN();
        assertThat(MathCurvatures.log1p(-2, 0, 0)).isNaN();
        assertThat(MathCurvatures.asin(1.5, 0, 1)).isNaN();
        assertThat(MathCurvatures.acosh(0.5, 0, 1)).isNaN();
        assertThat(MathCurvatures.atanh(1.5, 0, 1)).isNaN();
        assertThat(MathCurvatures.powBase(-1, 0.5, 0, 1)).isNaN();
        assertThat(MathCurvatures.powMixed(-1, 0.5, 0, 0)).isNaN();
        assertThat(MathCurvatures.powExponent(-1, 0.5, NaN, 0, 0)).isNaN();
    }

    @Test
    void powersAreExactForWholeExponents() {
        assertThat(MathCurvatures.powBase(0, 2, V, W)).isEqualTo(2 * V * W);
        assertThat(MathCurvatures.powBase(-2, 2, V, W)).isEqualTo(2 * V * W);
        assertThat(MathCurvatures.powBase(NaN, 1, V, W)).isZero();
        assertThat(MathCurvatures.powBase(NaN, 0, V, W)).isZero();
        assertThat(MathCurvatures.powInteger(-2, 4, V, W)).isEqualTo(48 * V * W);
        // An even exponent beyond the digits of a double: the curve opens upwards on either side.
        assertThat(MathCurvatures.powBase(-1, 0x1p60, 1, 1)).isEqualTo(0x1p120);
        assertThat(MathCurvatures.powInteger(-1, (1L << 60) + 1, 1, 1)).isEqualTo(-0x1p120);
    }

    @Test
    void anExponentThatMoves() {
        assertThat(MathCurvatures.powMixed(-2, 3, V, 0)).isZero();
        assertThat(MathCurvatures.powMixed(-2, 3, V, W)).isNaN();
        assertThat(MathCurvatures.powMixed(0, 2, V, W)).isZero();
        assertThat(MathCurvatures.powMixed(0, 0, V, W)).isZero();
        assertThat(MathCurvatures.powExponent(0, 2, 0, V, W)).isZero();
        assertThat(MathCurvatures.powExponent(0, -1, POSITIVE_INFINITY, V, 0)).isZero();
    }

    @Test
    void anglesAndLengths() {
        // f(y, x) = atan2: f_xx = 2xy/r⁴, f_yy = −2xy/r⁴, f_xy = (y² − x²)/r⁴; hypot: y²/r³, x²/r³, −xy/r³
        double x = 3;
        double y = -4;
        assertThat(MathCurvatures.atan2(y, x, 0, 1, 0, 1)).isCloseTo(2 * x * y / 625, offset(1e-17));
        assertThat(MathCurvatures.atan2(y, x, 1, 0, 1, 0)).isCloseTo(-2 * x * y / 625, offset(1e-17));
        assertThat(MathCurvatures.atan2(y, x, 1, 0, 0, 1)).isCloseTo((y * y - x * x) / 625, offset(1e-17));
        assertThat(MathCurvatures.hypot(x, y, 1, 0, 1, 0)).isCloseTo(y * y / 125, offset(1e-16));
        assertThat(MathCurvatures.hypot(x, y, 0, 1, 0, 1)).isCloseTo(x * x / 125, offset(1e-16));
        assertThat(MathCurvatures.hypot(x, y, 1, 0, 0, 1)).isCloseTo(-x * y / 125, offset(1e-16));
    }

    @Test
    void anglesAndLengthsAtTheOriginAndFarOut() {
        assertThat(MathCurvatures.atan2(0, 0, 0, 0, 1, 1)).isZero();
        assertThat(MathCurvatures.atan2(0, 0, 1, 1, 1, 1)).isNaN();
        assertThat(MathCurvatures.atan2(POSITIVE_INFINITY, 1, V, W, W, V)).isZero();
        assertThat(MathCurvatures.hypot(0, 0, V, W, W, V)).isZero();
        assertThat(MathCurvatures.hypot(1, NEGATIVE_INFINITY, V, W, W, V)).isZero();
        assertThat(MathCurvatures.hypot(3e200, 4e200, 1, 0, 1, 0)).isCloseTo(0.128e-200, offset(1e-216));
        assertThat(MathCurvatures.atan2(3e-200, 4e-200, 1e-200, 0, 0, 1e-200)).isCloseTo(-0.0112, offset(1e-17));
    }

    /** What looked for the larger of two numbers ran for ever where one of them is none. */
    @Test
    void anAngleOfNaNIsNaN() {
        assertThat(MathCurvatures.atan2(NaN, 1, V, W, W, V)).isNaN();
        assertThat(MathCurvatures.atan2(1, NaN, V, 0, W, 0)).isNaN();
        assertThat(MathCurvatures.atan2(NaN, NaN, 0, 0, 0, 0)).isNaN();
    }

    /** 1/r overflows there; the direction is 0, or has no part across the radius. */
    @Test
    void anglesAndLengthsBesideTheOrigin() {
        double least = Double.MIN_VALUE;
        assertThat(MathCurvatures.hypot(0, least, 0, 1, 1, 0)).isZero();
        assertThat(MathCurvatures.hypot(0, -least, 0, V, 0, W)).isZero();
        assertThat(MathCurvatures.hypot(0, least, 1, 0, 1, 0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(MathCurvatures.atan2(least, 0, V, 0, W, 0)).isZero();
        assertThat(MathCurvatures.atan2(0, least, 0, V, 0, W)).isZero();
    }

    /** The length overflows, the curvature does not. */
    @Test
    void lengthsThatOverflow() {
        assertThat(MathCurvatures.hypot(1.5e308, 1.5e308, 1e300, 0, 1, 0))
                .isCloseTo(1e300 / 1.5e308 / Math.sqrt(8), offset(1e-23));
    }

    /** 1/r² overflows long before r is 0. */
    @Test
    void rootsBesideTheirEnd() {
        double least = Double.MIN_VALUE;
        assertThat(MathCurvatures.sqrt(Math.sqrt(least), 0, 1e161)).isZero();
        assertThat(MathCurvatures.cbrt(Math.cbrt(least), 0, 1e215)).isZero();
        assertThat(MathCurvatures.cbrt(Math.cbrt(-least), 0, 1e215)).isZero();
    }

    /** The root of −0 is −0, and its curve opens downwards as that of 0 does; a cube root turns at 0. */
    @Test
    void rootsAtMinusZero() {
        assertThat(MathCurvatures.sqrt(-0.0, 1, POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(MathCurvatures.cbrt(-0.0, 1, POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(MathCurvatures.cbrt(0.0, 1, POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
    }

    @Test
    void theArcTangentFarOut() {
        assertThat(MathCurvatures.atan(0.75, V, W)).isCloseTo(-1.5 / (1.5625 * 1.5625) * V * W, offset(1e-15));
        assertThat(MathCurvatures.atan(-1e160, 1e150, 1e155)).isCloseTo(2e-175, offset(1e-189));
        assertThat(MathCurvatures.atan(POSITIVE_INFINITY, V, W)).isZero();
        assertThat(MathCurvatures.atan(NaN, V, W)).isNaN();
    }

    /** Whichever of the two directions is called the first. */
    @Test
    void powersOfNegativeNumbersAreSymmetric() {
        assertThat(MathCurvatures.powExponent(-2, 3, -8, V, 0)).isZero();
        assertThat(MathCurvatures.powExponent(-2, 3, -8, 0, V)).isZero();
        assertThat(MathCurvatures.powExponent(-2, 3, -8, V, W)).isNaN();
        // the power underflows to 0
        assertThat(MathCurvatures.powMixed(-0.5, 1e300, V, W)).isNaN();
    }

    /** A subnormal power, and an exponent that brings an overflowing one back. */
    @Test
    void powersOutOfRange() {
        double least = Double.MIN_VALUE;
        double log = Math.log(least);
        assertThat(MathCurvatures.powExponent(least, 1, least, 1, 1)).isCloseTo(least * (log * log), offset(least));
        assertThat(MathCurvatures.powBase(1e-200, least, 1, 1)).isCloseTo(-least * 1e200 * 1e200, offset(1e64));
    }
}
