package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates against theory: their mean is ∇f and E‖g − ∇f‖² is what {@link ForwardGradient#relativeVariance} says. */
class VarianceTest {

    private static final int ESTIMATES = 20_000;

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Directions law : StandardDirections.values()) {
            for (int n : new int[] {1, 2, 7, 30}) {
                for (int samples : new int[] {1, 3, 10}) {
                    cases.add(Arguments.of(law, n, samples));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, n = {1}, K = {2}")
    @MethodSource("cases")
    void meanAndVarianceOfEstimates(Directions law, int n, int samples) {
        Measurement measured = new Measurement(new ForwardGradient(law, samples), n);
        for (int i = 0; i < n; i++) {
            measured.components[i].assertMeanIs(measured.exact[i], "component " + i);
        }
        double expected = new ForwardGradient(law, samples).relativeVariance(n);
        measured.squaredError.assertMeanIs(expected * measured.squaredNorm, "E‖g − ∇f‖²");
    }

    @Test
    void twentyThousandEstimatesTellRademacherFromGaussian() {
        // n − 1 and n + 1 are 7% apart at n = 30: a measurement that could not see it would prove nothing.
        Measurement measured = new Measurement(new ForwardGradient(Directions.rademacher(), 1), 30);
        double gaussian = Directions.gaussian().relativeVariance(30);
        assertThat(measured.squaredError.deviation(gaussian * measured.squaredNorm))
                .isGreaterThan(5.0);
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 11", "RADEMACHER, 9", "SPHERE, 9", "COORDINATE, 9"})
    void formulas(StandardDirections law, double expected) {
        assertThat(law.relativeVariance(10)).isEqualTo(expected);
    }

    /** Many estimates at one point of a quadratic. */
    private static final class Measurement {

        final double[] exact;
        final SampleMean[] components;
        final SampleMean squaredError = new SampleMean();
        double squaredNorm;

        Measurement(ForwardGradient estimator, int n) {
            Quadratic function = Quadratic.of(n);
            double[] x = function.start();
            exact = new double[n];
            components = new SampleMean[n];
            function.gradient(x, exact);
            for (int i = 0; i < n; i++) {
                components[i] = new SampleMean();
                squaredNorm += exact[i] * exact[i];
            }
            RandomGenerator random = new SplittableRandom(11L);
            double[] gradient = new double[n];
            for (int k = 0; k < ESTIMATES; k++) {
                estimator.estimate(function, x, random, gradient);
                double error = 0.0;
                for (int i = 0; i < n; i++) {
                    components[i].add(gradient[i]);
                    error += (gradient[i] - exact[i]) * (gradient[i] - exact[i]);
                }
                squaredError.add(error);
            }
        }
    }
}
