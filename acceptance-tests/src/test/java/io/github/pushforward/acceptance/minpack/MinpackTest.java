package io.github.pushforward.acceptance.minpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DualOf;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 18 test problems of MINPACK, in its sizes and at its starts, 10 and 100 times as far too: generated tangents against
 * published Jacobians. The published norms of the residuals at the starts show that the problems are what they should be.
 */
class MinpackTest {

    private static final double[] FACTORS = {1, 10, 100};

    @ParameterizedTest
    @MethodSource("problems")
    void theResidualsHaveThePublishedNorms(Problem problem) {
        for (int i = 0; i < problem.norms().length; i++) {
            double[] f = problem.residuals().apply(problem.startTimes(FACTORS[i]));
            double norm = Math.sqrt(Arrays.stream(f).map(r -> r * r).sum());
            assertThat(norm).isCloseTo(problem.norms()[i], within(1e-12 * problem.norms()[i]));
        }
    }

    /**
     * To twelve digits, but for numbers a hundred million times as small as another in their row: what is left where terms
     * cancel, as in one number of Watson's at ten times the start, has the rounding errors of the terms.
     */
    @ParameterizedTest
    @MethodSource("problems")
    void theTangentsAlongTheAxesAreThePublishedJacobian(Problem problem) {
        for (double factor : FACTORS) {
            double[] x = problem.startTimes(factor);
            double[] values = problem.residuals().apply(x);
            double[][] published = problem.jacobian().apply(x);
            for (int j = 0; j < x.length; j++) {
                double[] axis = new double[x.length];
                axis[j] = 1;
                DualOf<double[], double[]> dual = problem.tangent().at(x, axis);
                assertThat(dual.value()).isEqualTo(values);
                assertThat(dual.tangent()).hasSameSizeAs(published);
                for (int i = 0; i < published.length; i++) {
                    double[] row = published[i];
                    double largest = Arrays.stream(row).map(Math::abs).max().orElseThrow();
                    assertThat(dual.tangent()[i])
                            .as("%s at %s times its start: ∂f[%d]/∂x[%d]", problem, factor, i, j)
                            .isCloseTo(row[j], within(1e-12 * Math.max(Math.abs(row[j]), 1e-8 * largest)));
                }
            }
        }
    }

    static Stream<Problem> problems() {
        return Stream.of(
                linearFullRank(10, 5.0),
                linearFullRank(50, 8.06225774829855),
                linearRankOne(10, 291.521868819476),
                linearRankOne(50, 3101.60039334535),
                linearRankOneWithZeros(10, Math.sqrt(15886)),
                linearRankOneWithZeros(50, Math.sqrt(3058826)),
                new Problem(
                        "Rosenbrock",
                        new double[] {-1.2, 1},
                        Residuals::rosenbrock,
                        ResidualsTangent::rosenbrock,
                        Jacobians::rosenbrock,
                        Math.sqrt(24.2),
                        Math.sqrt(1795769),
                        11 * Math.sqrt(169000121)),
                new Problem(
                        "helical valley",
                        new double[] {-1, 0, 0},
                        Residuals::helicalValley,
                        ResidualsTangent::helicalValley,
                        Jacobians::helicalValley,
                        50,
                        102.95630140987,
                        991.261822123701),
                new Problem(
                        "Powell singular",
                        new double[] {3, -1, 0, 1},
                        Residuals::powellSingular,
                        ResidualsTangent::powellSingular,
                        Jacobians::powellSingular,
                        14.6628782986152,
                        1270.9838708654,
                        126887.903284750),
                new Problem(
                        "Freudenstein and Roth",
                        new double[] {0.5, -2},
                        Residuals::freudensteinRoth,
                        ResidualsTangent::freudensteinRoth,
                        Jacobians::freudensteinRoth,
                        20.0124960961895,
                        12432.833948863,
                        11426454.595762),
                new Problem(
                        "Bard",
                        new double[] {1, 1, 1},
                        Residuals::bard,
                        ResidualsTangent::bard,
                        Jacobians::bard,
                        6.45613629515967,
                        36.1418531596785,
                        384.114678637399),
                new Problem(
                        "Kowalik and Osborne",
                        new double[] {0.25, 0.39, 0.415, 0.39},
                        Residuals::kowalikOsborne,
                        ResidualsTangent::kowalikOsborne,
                        Jacobians::kowalikOsborne,
                        0.0728915102882945,
                        2.97937007555202,
                        29.9590617016037),
                new Problem(
                        "Meyer",
                        new double[] {0.02, 4000, 250},
                        Residuals::meyer,
                        ResidualsTangent::meyer,
                        Jacobians::meyer,
                        41153.4665543031,
                        4168216.89130846),
                watson(6, 5.47722557505166, 6433.12578950026, 674256.040605213),
                watson(9, 5.47722557505166, 12088.127069307, 1269109.29043834),
                watson(12, 5.47722557505166, 19220.7589790951, 2018918.04462367),
                new Problem(
                        "Box",
                        new double[] {0, 10, 20},
                        x -> Residuals.box(x, 10),
                        (x, xTangent) -> ResidualsTangent.box(x, 10, xTangent),
                        x -> Jacobians.box(x, 10),
                        32.1115837449572),
                new Problem(
                        "Jennrich and Sampson",
                        new double[] {0.3, 0.4},
                        x -> Residuals.jennrichSampson(x, 10),
                        (x, xTangent) -> ResidualsTangent.jennrichSampson(x, 10, xTangent),
                        x -> Jacobians.jennrichSampson(x, 10),
                        64.5856498144943),
                new Problem(
                        "Brown and Dennis",
                        new double[] {25, 5, -5, -1},
                        x -> Residuals.brownDennis(x, 20),
                        (x, xTangent) -> ResidualsTangent.brownDennis(x, 20, xTangent),
                        x -> Jacobians.brownDennis(x, 20),
                        2815.43839161816,
                        555073.354173069,
                        61211252.2338581),
                chebyquad(1, 8, 1.88623796907732, 5383344372.34005, 0.118088726698392e19),
                chebyquad(8, 8, 0.196513862833975),
                chebyquad(9, 9, 0.16994993465202),
                chebyquad(10, 10, 0.183747831178711),
                brownAlmostLinear(10, 16.5302162063499, 9765624.00089211, 0.9765625e17),
                brownAlmostLinear(30, 83.476044467848),
                brownAlmostLinear(40, 128.026364472323),
                new Problem(
                        "Osborne 1",
                        new double[] {0.5, 1.5, -1, 0.01, 0.02},
                        Residuals::osborneOne,
                        ResidualsTangent::osborneOne,
                        Jacobians::osborneOne,
                        0.937564021037838),
                new Problem(
                        "Osborne 2",
                        new double[] {1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5},
                        Residuals::osborneTwo,
                        ResidualsTangent::osborneTwo,
                        Jacobians::osborneTwo,
                        1.44686540984712));
    }

    private static Problem linearFullRank(int m, double... norms) {
        return new Problem(
                "linear of full rank, m = " + m,
                repeat(1, 5),
                x -> Residuals.linearFullRank(x, m),
                (x, xTangent) -> ResidualsTangent.linearFullRank(x, m, xTangent),
                x -> Jacobians.linearFullRank(x, m),
                norms);
    }

    private static Problem linearRankOne(int m, double... norms) {
        return new Problem(
                "linear of rank 1, m = " + m,
                repeat(1, 5),
                x -> Residuals.linearRankOne(x, m),
                (x, xTangent) -> ResidualsTangent.linearRankOne(x, m, xTangent),
                x -> Jacobians.linearRankOne(x, m),
                norms);
    }

    private static Problem linearRankOneWithZeros(int m, double... norms) {
        return new Problem(
                "linear of rank 1 with zeros, m = " + m,
                repeat(1, 5),
                x -> Residuals.linearRankOneWithZeros(x, m),
                (x, xTangent) -> ResidualsTangent.linearRankOneWithZeros(x, m, xTangent),
                x -> Jacobians.linearRankOneWithZeros(x, m),
                norms);
    }

    private static Problem watson(int n, double... norms) {
        return new Problem(
                "Watson, n = " + n,
                new double[n],
                Residuals::watson,
                ResidualsTangent::watson,
                Jacobians::watson,
                norms);
    }

    private static Problem chebyquad(int n, int m, double... norms) {
        return new Problem(
                "Chebyquad, n = " + n,
                IntStream.rangeClosed(1, n).mapToDouble(j -> j / (n + 1.0)).toArray(),
                x -> Residuals.chebyquad(x, m),
                (x, xTangent) -> ResidualsTangent.chebyquad(x, m, xTangent),
                x -> Jacobians.chebyquad(x, m),
                norms);
    }

    private static Problem brownAlmostLinear(int n, double... norms) {
        return new Problem(
                "Brown almost-linear, n = " + n,
                repeat(0.5, n),
                Residuals::brownAlmostLinear,
                ResidualsTangent::brownAlmostLinear,
                Jacobians::brownAlmostLinear,
                norms);
    }

    private static double[] repeat(double value, int n) {
        return DoubleStream.generate(() -> value).limit(n).toArray();
    }
}
