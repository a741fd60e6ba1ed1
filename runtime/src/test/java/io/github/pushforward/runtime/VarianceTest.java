package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Estimates against theory: their mean is ∇f, E‖g − ∇f‖² is what {@link ForwardGradient#relativeVariance} says, and so is the
 * mean of what {@link GradientNoise} reports. All tolerances are standard errors of what was measured.
 */
class VarianceTest {

    private static final double STANDARD_ERRORS = 5.0;

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Directions law : StandardDirections.values()) {
            for (int n : new int[] {1, 2, 3, 5, 10, 30, 100}) {
                cases.add(Arguments.of(law, n));
            }
        }
        return cases;
    }

    /** Numbers of directions from 1 to n. */
    private static TreeSet<Integer> samplesIn(int n) {
        TreeSet<Integer> samples = new TreeSet<>(List.of(1, 2, 3, 7, 10, n / 3, n / 2, n - 1, n));
        samples.removeIf(k -> k < 1 || k > n);
        return samples;
    }

    /** As many as keep the whole test short, but enough to tell variances apart that differ by a factor of 2. */
    private static int estimates(Directions law, int n, int samples) {
        int work = n * samples * (law.independent() ? 1 : samples);
        boolean exact = theory(law, n, samples) == 0.0;
        return Math.max(exact ? 20 : 400, Math.min(4_000, 400_000 / work));
    }

    @ParameterizedTest(name = "{0}, n = {1}")
    @MethodSource("cases")
    void meanAndVarianceOfEstimates(Directions law, int n) {
        for (int samples : samplesIn(n)) {
            double theory = theory(law, n, samples);
            Measurement measured = new Measurement(law, n, samples, estimates(law, n, samples));
            measured.assertUnbiased();
            measured.assertVariance(theory);
            measured.assertNoise(theory, law.independent() && samples > 1);
            if (theory > 0.0) {
                measured.assertNotVariance(2.0 * theory);
                measured.assertNotVariance(0.5 * theory);
            }
        }
    }

    /** Section 1.7 of the design, written down once more. */
    private static double theory(Directions law, double n, double samples) {
        if (law == Directions.gaussian()) {
            return (n + 1) / samples;
        }
        return law == Directions.orthonormal() ? n / samples - 1 : (n - 1) / samples;
    }

    /** E[v vᵀ] = I, but half of the directions are 0 and the others longer: twice the second moment. */
    @Test
    void anUnbiasedLawOfLargerVarianceIsNoticed() {
        Directions mixture = new FalseLaw() {
            @Override
            public void draw(double[] v, RandomGenerator random) {
                double factor = random.nextLong() < 0L ? 0.0 : Math.sqrt(2.0);
                Directions.rademacher().draw(v, random);
                for (int i = 0; i < v.length; i++) {
                    v[i] *= factor;
                }
            }
        };
        for (int n : new int[] {1, 10, 100}) {
            Measurement measured = new Measurement(mixture, n, 3, 4_000);
            measured.assertUnbiased();
            measured.assertNotVariance(mixture.relativeVariance(n, 3));
            assertThat(measured.standardError.deviation(mixture.relativeVariance(n, 3) * measured.squaredNorm))
                    .isGreaterThan(STANDARD_ERRORS);
            measured.assertVariance((2.0 * n - 1.0) / 3.0);
        }
    }

    @Test
    void aBiasedLawIsNoticed() {
        Directions tooLong = new FalseLaw() {
            @Override
            public void draw(double[] v, RandomGenerator random) {
                Directions.rademacher().draw(v, random);
                for (int i = 0; i < v.length; i++) {
                    v[i] *= 1.1;
                }
            }
        };
        for (int n : new int[] {1, 10, 100}) {
            assertThat(new Measurement(tooLong, n, 3, 4_000).bias()).isGreaterThan(STANDARD_ERRORS);
        }
    }

    @Test
    void twentyThousandEstimatesTellRademacherFromGaussian() {
        // n − 1 and n + 1 are 7% apart at n = 30: a measurement that could not see it would prove nothing.
        Measurement measured = new Measurement(Directions.rademacher(), 30, 1, 20_000);
        measured.assertNotVariance(Directions.gaussian().relativeVariance(30));
    }

    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 11, 2.75",
        "RADEMACHER, 9, 2.25",
        "SPHERE, 9, 2.25",
        "COORDINATE, 9, 2.25",
        "ORTHONORMAL, 9, 1.5"
    })
    void formulas(StandardDirections law, double one, double four) {
        assertThat(law.relativeVariance(10)).isEqualTo(one);
        assertThat(law.relativeVariance(10, 1)).isEqualTo(one);
        assertThat(law.relativeVariance(10, 4)).isEqualTo(four);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "10", "100"})
    void asManyOrthonormalDirectionsAsInputsGiveTheExactGradient(int n) {
        Quadratic function = Quadratic.of(n);
        double[] exact = new double[n];
        function.gradient(function.start(), exact);
        double[] estimate = new double[n];
        ForwardGradient estimator = new ForwardGradient(Directions.orthonormal(), n);
        estimator.estimate(function, function.start(), new SplittableRandom(5L), estimate);
        double norm = Math.sqrt(OrthogonalFrame.squares(exact));
        for (int i = 0; i < n; i++) {
            assertThat(Math.abs(estimate[i] - exact[i])).isLessThan(1e-14 * norm);
        }
        assertThat(estimator.relativeVariance(n)).isZero();
        assertThat(estimator.noise().standardError()).isZero();
    }

    /** What says that it is Rademacher's law. */
    private abstract static class FalseLaw implements Directions {
        @Override
        public double relativeVariance(int dimension) {
            return dimension - 1.0;
        }
    }

    /** Many estimates at one point of a quadratic. */
    private static final class Measurement {

        final String what;
        final double squaredNorm;
        final SampleMean standardError = new SampleMean();
        private final double[] exact;
        private final SampleMean[] components;
        private final SampleMean projection = new SampleMean();
        private final SampleMean squaredError = new SampleMean();
        private final SampleMean squaredDerivative = new SampleMean();
        private final SampleMean predictedVariance = new SampleMean();

        Measurement(Directions law, int n, int samples, int estimates) {
            what = law + ", n = " + n + ", K = " + samples + ": ";
            Quadratic function = Quadratic.of(n);
            double[] x = function.start();
            exact = new double[n];
            components = new SampleMean[n];
            function.gradient(x, exact);
            for (int i = 0; i < n; i++) {
                components[i] = new SampleMean();
            }
            squaredNorm = OrthogonalFrame.squares(exact);
            ForwardGradient estimator = new ForwardGradient(law, samples);
            RandomGenerator random = new SplittableRandom(11L);
            double[] gradient = new double[n];
            for (int k = 0; k < estimates; k++) {
                estimator.estimate(function, x, random, gradient);
                double error = 0.0;
                double dot = 0.0;
                for (int i = 0; i < n; i++) {
                    components[i].add(gradient[i]);
                    error += (gradient[i] - exact[i]) * (gradient[i] - exact[i]);
                    dot += gradient[i] * exact[i];
                }
                squaredError.add(error);
                projection.add(dot / squaredNorm);
                GradientNoise noise = estimator.noise();
                squaredDerivative.add(noise.squaredNorm());
                standardError.add(noise.standardError() * noise.standardError());
                predictedVariance.add(noise.predictedVariance());
            }
        }

        /** The deviation of the mean estimate from ∇f, in standard errors, along ∇f: where it is known best. */
        double bias() {
            return projection.deviation(1.0);
        }

        void assertUnbiased() {
            projection.assertMeanIs(1.0, what + "E[g·∇f] ÷ ‖∇f‖²");
            for (int i = 0; i < exact.length; i++) {
                components[i].assertMeanIs(exact[i], what + "component " + i);
            }
        }

        /** Proof that the measurement would notice this wrong variance. */
        void assertNotVariance(double relative) {
            assertThat(squaredError.deviation(relative * squaredNorm))
                    .as("%s not a relative variance of %s, in standard errors", what, relative)
                    .isGreaterThan(STANDARD_ERRORS);
        }

        void assertVariance(double relative) {
            squaredError.assertMeanIs(relative * squaredNorm, what + "E‖g − ∇f‖²");
        }

        void assertNoise(double relative, boolean fromSamples) {
            squaredDerivative.assertMeanIs(squaredNorm, what + "mean of the squared derivatives");
            predictedVariance.assertMeanIs(relative * squaredNorm, what + "predicted variance");
            if (fromSamples) {
                standardError.assertMeanIs(relative * squaredNorm, what + "squared standard error");
            }
        }
    }
}
