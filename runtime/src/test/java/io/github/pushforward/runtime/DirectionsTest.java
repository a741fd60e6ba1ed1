package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DirectionsTest {

    static Stream<Directions> laws() {
        return Stream.of(
                Directions.gaussian(),
                Directions.rademacher(),
                Directions.sphere(),
                Directions.coordinate(),
                Directions.orthonormal());
    }

    /** Largest deviation, in standard errors, of any component's mean and of any entry of E[v vᵀ] from I. */
    private static double largestDeviation(Directions law, double mean, int n) {
        RandomGenerator random = new SplittableRandom(7L);
        SampleMean[] first = new SampleMean[n];
        SampleMean[][] second = new SampleMean[n][n];
        for (int i = 0; i < n; i++) {
            first[i] = new SampleMean();
            for (int j = 0; j <= i; j++) {
                second[i][j] = new SampleMean();
            }
        }
        double[] v = new double[n];
        for (int draw = 0; draw < 100_000; draw++) {
            law.draw(v, random);
            for (int i = 0; i < n; i++) {
                first[i].add(v[i]);
                for (int j = 0; j <= i; j++) {
                    second[i][j].add(v[i] * v[j]);
                }
            }
        }
        double largest = 0.0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, first[i].deviation(mean));
            for (int j = 0; j <= i; j++) {
                largest = Math.max(largest, second[i][j].deviation(i == j ? 1.0 : 0.0));
            }
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void meanAndSecondMoment(Directions law) {
        for (int n : new int[] {1, 2, 5, 11}) {
            // The signs of coordinate directions do not matter, so they are all positive: their mean is not 0.
            double mean = law == Directions.coordinate() ? 1.0 / Math.sqrt(n) : 0.0;
            assertThat(largestDeviation(law, mean, n)).as("n = %s", n).isLessThan(5.0);
        }
    }

    @Test
    void momentsOfAWrongLawAreNoticed() {
        Directions tooLong = new Directions() {
            @Override
            public void draw(double[] v, RandomGenerator random) {
                Directions.sphere().draw(v, random);
                v[0] *= 1.02;
            }

            @Override
            public double relativeVariance(int dimension) {
                return Double.NaN;
            }
        };
        assertThat(largestDeviation(tooLong, 0.0, 5)).isGreaterThan(5.0);
    }

    @Test
    void rademacherSignsAreIndependentAcrossTheBitsOfALong() {
        assertThat(largestDeviation(Directions.rademacher(), 0.0, 70)).isLessThan(5.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "64, 1", "65, 2", "650, 11"})
    void rademacherTakes64SignsFromEachLong(int n, int expected) {
        int[] draws = {0};
        RandomGenerator counting = () -> {
            draws[0]++;
            return -1L;
        };
        double[] v = new double[n];
        Directions.rademacher().draw(v, counting);
        assertThat(draws[0]).isEqualTo(expected);
        assertThat(v)
                .containsOnly(Stream.generate(() -> 1.0)
                        .limit(n)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    @Test
    void rademacherIsPlusOrMinusOne() {
        double[] v = new double[1000];
        Directions.rademacher().draw(v, new SplittableRandom(3L));
        assertThat(v).containsOnly(-1.0, 1.0).contains(-1.0, 1.0);
    }

    @Test
    void sphereHasRadiusRootN() {
        RandomGenerator random = new SplittableRandom(5L);
        for (int n : new int[] {1, 2, 3, 100}) {
            double[] v = new double[n];
            Directions.sphere().draw(v, random);
            double squares = Arrays.stream(v).map(c -> c * c).sum();
            assertThat(squares).isCloseTo(n, within(1e-13 * n));
        }
    }

    @Test
    void sphereInOneDimensionIsExactlyPlusOrMinusOne() {
        RandomGenerator random = new SplittableRandom(5L);
        double[] v = new double[1];
        for (int draw = 0; draw < 1000; draw++) {
            Directions.sphere().draw(v, random);
            assertThat(Math.abs(v[0])).isEqualTo(1.0);
        }
    }

    @Test
    void sphereDrawsAgainAtTheOrigin() {
        RandomGenerator real = new SplittableRandom(5L);
        int[] draws = {0};
        RandomGenerator zeroFirst = () -> draws[0]++ < 3 ? 0L : real.nextLong();
        double[] v = new double[3];
        Directions.sphere().draw(v, zeroFirst);
        double[] expected = new double[3];
        Directions.sphere().draw(expected, new SplittableRandom(5L));
        assertThat(v).containsExactly(expected);
    }

    @Test
    void coordinateOverwritesAllButOneComponentWithZero() {
        RandomGenerator random = new SplittableRandom(5L);
        double[] v = {9.0, 9.0, 9.0, 9.0};
        for (int draw = 0; draw < 20; draw++) {
            Directions.coordinate().draw(v, random);
            assertThat(v).containsOnlyOnce(2.0);
            assertThat(Arrays.stream(v).filter(c -> c == 0.0)).hasSize(3);
        }
    }

    @Test
    void coordinateRejectsTheIncompleteLastRun() {
        // 2⁶³ − 1 is 1 modulo 3, and belongs to a run that has no 2: drawing on from it would favour 0 and 1.
        int[] draws = {0};
        RandomGenerator generator = () -> draws[0]++ == 0 ? -1L : 10L << 1;
        double[] v = new double[3];
        Directions.coordinate().draw(v, generator);
        assertThat(draws[0]).isEqualTo(2);
        assertThat(v).containsExactly(0.0, Math.sqrt(3.0), 0.0);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void nothingIsDrawnInNoDimensions(Directions law) {
        RandomGenerator untouched = () -> {
            throw new AssertionError("drawn from");
        };
        law.draw(new double[0], untouched);
        assertThat(law.relativeVariance(0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aNegativeDimensionIsRefused(Directions law) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.relativeVariance(-1))
                .withMessageContaining("dimension is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.relativeVariance(-1, 1))
                .withMessageContaining("dimension is -1");
    }

    @ParameterizedTest
    @MethodSource("laws")
    void fewerThanOneSampleIsRefused(Directions law) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> law.relativeVariance(3, 0))
                .withMessageContaining("samples is 0");
    }

    @ParameterizedTest
    @MethodSource("laws")
    void severalDirectionsAreDrawnOneAfterAnotherWhereTheyAreIndependent(Directions law) {
        double[][] together = new double[3][5];
        law.draw(together, new SplittableRandom(8L));
        double[][] apart = new double[3][5];
        RandomGenerator random = new SplittableRandom(8L);
        for (double[] v : apart) {
            law.draw(v, random);
        }
        assertThat(Arrays.deepEquals(together, apart)).isEqualTo(law.independent());
        assertThat(together[0]).containsExactly(apart[0]);
    }

    @Test
    void lawsAreNamedAsTheyAreCalled() {
        assertThat(laws().map(Directions::toString))
                .containsExactly(
                        "Directions.gaussian()",
                        "Directions.rademacher()",
                        "Directions.sphere()",
                        "Directions.coordinate()",
                        "Directions.orthonormal()");
    }
}
