package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

    private static final int N = 650;
    private static final int REPEATS = 2_000;

    /** Bytes that {@code task} allocates a repeat, in steady state. */
    private static double bytesOf(Runnable task) {
        for (int k = 0; k < REPEATS; k++) {
            task.run();
        }
        double before = allocated();
        for (int k = 0; k < REPEATS; k++) {
            task.run();
        }
        return (allocated() - before) / REPEATS;
    }

    /** Bytes that this thread has allocated so far. */
    private static double allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionsTest#laws")
    void estimatesAllocateNothingOfTheirOwn(Directions law) {
        Quadratic function = new QuietQuadratic(N);
        double[] x = function.start();
        double[] gradient = new double[N];
        ForwardGradient estimator = new ForwardGradient(law, 2);
        RandomGenerator random = new SplittableRandom(1L);
        assertThat(bytesOf(() -> estimator.estimate(function, x, random, gradient)))
                .isLessThan(1.0);
    }

    @Test
    void aStepOfDescentAllocatesOneSmallStep() {
        Quadratic function = new QuietQuadratic(N);
        double[] x = function.start();
        int steps = 100;
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(1e-4))
                .steps(steps)
                .build();
        double arraysOfTheRun = 3.0 * Double.BYTES * N + 512.0;
        assertThat(bytesOf(() -> descent.minimize(function, x))).isLessThan(arraysOfTheRun + 64.0 * steps);
    }

    static List<Arguments> descents() {
        return List.of(
                Arguments.of(Directions.gaussian(), 1, UpdateRule.plain(), 1),
                Arguments.of(Directions.gaussian(), 5, UpdateRule.plain(), 5),
                Arguments.of(Directions.gaussian(), 20, UpdateRule.plain(), 8),
                Arguments.of(Directions.rademacher(), 20, UpdateRule.plain(), 8),
                Arguments.of(Directions.sphere(), 20, UpdateRule.plain(), 8),
                Arguments.of(Directions.coordinate(), 20, UpdateRule.plain(), 8),
                Arguments.of(Directions.orthonormal(), 10, UpdateRule.plain(), 10),
                Arguments.of(new OwnLaw(), 20, UpdateRule.plain(), 8 + 2),
                Arguments.of(Directions.gaussian(), 1, UpdateRule.momentum(0.9), 1 + 1),
                Arguments.of(Directions.gaussian(), 1, UpdateRule.adam(), 1 + 2));
    }

    @ParameterizedTest(name = "{0}, K = {1}, {2}")
    @MethodSource("descents")
    void aDescentHoldsThePointAndTheDirectionsInFlight(Directions law, int samples, UpdateRule rule, int arrays) {
        int n = 20_000;
        Quadratic function = new QuietQuadratic(n);
        double[] x = function.start();
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(LearningRate.constant(1e-9))
                .directions(law)
                .samples(samples)
                .update(rule)
                .steps(3)
                .build();
        descent.minimize(function, x);
        double before = allocated();
        descent.minimize(function, x);
        double inArraysOfN = (allocated() - before) / (n * (double) Double.BYTES);
        assertThat(inArraysOfN).isBetween(1.0 + arrays, 1.25 + arrays);
    }

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionsTest#laws")
    void aSeededGradientTakesTwoNumbersForEachDirection(Directions law) {
        int n = 20_000;
        Quadratic function = new QuietQuadratic(n);
        double[] x = function.start();
        ForwardGradient estimator = new ForwardGradient(law, 4);
        estimator.estimate(function, x, 1L).addTo(x, 0.0);
        double before = allocated();
        SeededGradient seeded = estimator.estimate(function, x, 2L);
        assertThat(allocated() - before).isLessThan(2_048.0);
        before = allocated();
        seeded.addTo(x, 0.0);
        double inArraysOfN = (allocated() - before) / (n * (double) Double.BYTES);
        assertThat(inArraysOfN).isLessThan(law.independent() ? 0.1 : 4.1);
    }

    @Test
    void jacobiansAllocateNothingOfTheirOwn() {
        FlatMapping mapping = new QuietMapping();
        double[] x = mapping.start();
        double[] y = new double[N];
        double[] yTangent = new double[N];
        double[][] jacobian = new double[N][2];
        assertThat(bytesOf(() -> {
                    mapping.jacobian(x, y, jacobian);
                    mapping.along(x, x, y, yTangent);
                    mapping.value(x, y);
                }))
                .isLessThan(1.0);
    }

    @Test
    void allocationIsMeasured() {
        double[][] sink = new double[1][];
        assertThat(bytesOf(() -> sink[0] = new double[N])).isGreaterThan(N * (double) Double.BYTES);
    }

    /** A function whose passes allocate nothing, so that whatever is measured belongs to the caller. */
    private static final class QuietQuadratic extends Quadratic {

        private static final Dual DUAL = new Dual(1.0, 1.0);

        QuietQuadratic(int n) {
            super(new double[n], new double[n]);
        }

        @Override
        public Dual along(double[] x, double[] v) {
            return DUAL;
        }
    }

    /** A mapping whose runs do nothing. */
    private static final class QuietMapping extends FlatMapping {

        QuietMapping() {
            super(new double[2]);
        }

        @Override
        protected void enter(double[] point) {}

        @Override
        protected void direct(double[] direction) {}

        @Override
        protected void primal() {}

        @Override
        protected void tangent() {}

        @Override
        protected int size() {
            return N;
        }

        @Override
        protected void values(double[] y) {}

        @Override
        protected void tangents(double[] yTangent) {}
    }
}
