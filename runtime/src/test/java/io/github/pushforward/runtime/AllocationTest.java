package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

    private static final int N = 650;
    private static final int REPEATS = 2_000;

    /** Bytes that {@code task} allocates a repeat, in steady state. */
    private static double bytesOf(Runnable task) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int k = 0; k < REPEATS; k++) {
            task.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < REPEATS; k++) {
            task.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) REPEATS;
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
