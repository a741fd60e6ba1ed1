package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthonormalDirectionsTest {

    private static double dot(double[] a, double[] b) {
        double dot = 0.0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 2", "5, 3", "30, 30", "100, 40", "100, 100"})
    void areOrthogonalAndOfLengthRootN(int n, int samples) {
        RandomGenerator random = new SplittableRandom(3L);
        double[][] v = new double[samples][n];
        for (int draw = 0; draw < 10; draw++) {
            Directions.orthonormal().draw(v, random);
            for (int k = 0; k < samples; k++) {
                for (int j = 0; j <= k; j++) {
                    assertThat(dot(v[j], v[k]) / n)
                            .as("v_%s·v_%s ÷ n", j, k)
                            .isCloseTo(j == k ? 1.0 : 0.0, within(1e-13));
                }
            }
        }
    }

    @Test
    void stayOrthogonalWhereTheGaussianVectorsAreNearlyDependent() {
        // All components of all vectors are the same to seven digits: one round alone would leave errors of 1e-9.
        RandomGenerator real = new SplittableRandom(3L);
        RandomGenerator similar = () -> (1L << 62) | (real.nextLong() >>> 36 << 11);
        double[][] v = new double[4][4];
        Directions.orthonormal().draw(v, similar);
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < k; j++) {
                assertThat(dot(v[j], v[k]) / 4).isCloseTo(0.0, within(1e-13));
            }
        }
    }

    @Test
    void oneAloneIsADirectionOfTheSphere() {
        double[][] v = new double[1][7];
        Directions.orthonormal().draw(v, new SplittableRandom(3L));
        double[] expected = new double[7];
        Directions.sphere().draw(expected, new SplittableRandom(3L));
        assertThat(v[0]).containsExactly(expected);
    }

    /**
     * The trace of a Haar-distributed orthogonal matrix has the moments of N(0, 1) up to the 2n-th but one, and that of its
     * square has mean 1 (Diaconis and Shahshahani, On the eigenvalues of random matrices, 1994). A QR decomposition with
     * signs as they come has another mean of the trace.
     */
    @Test
    void areHaarDistributed() {
        int n = 5;
        SampleMean[] moments = new SampleMean[4];
        for (int p = 0; p < moments.length; p++) {
            moments[p] = new SampleMean();
        }
        SampleMean traceOfSquare = new SampleMean();
        SampleMean determinantSign = new SampleMean();
        RandomGenerator random = new SplittableRandom(4L);
        double[][] v = new double[n][n];
        for (int draw = 0; draw < 40_000; draw++) {
            Directions.orthonormal().draw(v, random);
            double trace = 0.0;
            double square = 0.0;
            for (int i = 0; i < n; i++) {
                trace += v[i][i] / Math.sqrt(n);
                for (int j = 0; j < n; j++) {
                    square += v[i][j] * v[j][i] / n;
                }
            }
            double power = 1.0;
            for (SampleMean moment : moments) {
                power *= trace;
                moment.add(power);
            }
            traceOfSquare.add(square);
            determinantSign.add(Math.signum(determinant(v)));
        }
        double[] normal = {0.0, 1.0, 0.0, 3.0};
        for (int p = 0; p < moments.length; p++) {
            moments[p].assertMeanIs(normal[p], "moment " + (p + 1) + " of the trace");
        }
        traceOfSquare.assertMeanIs(1.0, "trace of the square");
        determinantSign.assertMeanIs(0.0, "sign of the determinant");
    }

    private static double determinant(double[][] rows) {
        double[][] a = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            a[i] = rows[i].clone();
        }
        double determinant = 1.0;
        for (int k = 0; k < a.length; k++) {
            int pivot = k;
            for (int i = k + 1; i < a.length; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            determinant *= pivot == k ? row[k] : -row[k];
            for (int i = k + 1; i < a.length; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j < a.length; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        return determinant;
    }

    @Test
    void moreThanTheDimensionAreRefused() {
        String message = "samples is 4, but the dimension is 3, and no more than 3 directions can be orthonormal:"
                + " pass 3 samples for the exact gradient, less for an estimate, or take Directions.sphere()";
        Quadratic function = Quadratic.of(3);
        ForwardGradient estimator = new ForwardGradient(Directions.orthonormal(), 4);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> estimator.estimate(function, function.start(), new SplittableRandom(1L), new double[3]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(function, function.start(), 1L))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.relativeVariance(3))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForwardGradientDescent.builder()
                        .learningRate(LearningRate.constant(0.1))
                        .steps(1)
                        .directions(Directions.orthonormal())
                        .samples(4)
                        .build()
                        .minimize(function))
                .withMessage(message);
    }

    @Test
    void anyNumberWillDoInNoDimensions() {
        RandomGenerator untouched = () -> {
            throw new AssertionError("drawn from");
        };
        assertThatCode(() -> Directions.orthonormal().draw(new double[3][0], untouched))
                .doesNotThrowAnyException();
        assertThatCode(() -> Directions.orthonormal().draw(new double[0][], untouched))
                .doesNotThrowAnyException();
        assertThat(Directions.orthonormal().relativeVariance(0, 3)).isZero();
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Directions.orthonormal()
                        .draw(new double[][] {new double[3], new double[4]}, new SplittableRandom(1L)))
                .withMessageStartingWith("directions[1] has length 4, but directions[0] has length 3");
    }

    @Test
    void aGeneratorThatIsNotRandomIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Directions.orthonormal().draw(new double[2][3], () -> 1L << 62))
                .withMessageContaining("depend on the 1 before them");
        assertThatIllegalStateException()
                .isThrownBy(() -> Directions.orthonormal().draw(new double[2][3], () -> 0L))
                .withMessageContaining("depend on the 0 before them");
    }
}
