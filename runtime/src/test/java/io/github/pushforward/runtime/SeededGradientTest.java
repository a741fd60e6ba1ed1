package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Directions that are drawn again from their seeds against those that were kept. */
class SeededGradientTest {

    /** Dimensions around the lengths of parts and of the bits of a long; numbers of directions around that of a block. */
    private static final int[] DIMENSIONS = {1, 2, 63, 64, 65, 511, 512, 513, 1_100};

    private static final int[] SAMPLES = {1, 2, 8, 9, 20};

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionBlockTest#laws")
    void hasTheBitsOfTheStoredEstimate(Directions law) {
        for (int n : DIMENSIONS) {
            LaneQuadratic function = LaneQuadratic.of(n);
            double[] x = function.start();
            for (int samples : SAMPLES) {
                if (law.independent() || samples <= n) {
                    ForwardGradient estimator = new ForwardGradient(law, samples);
                    double[] stored = new double[n];
                    double value = estimator.estimate(function, x, new SplittableRandom(77L), stored);
                    SeededGradient seeded = estimator.estimate(function, x, 77L);

                    assertThat(seeded.value()).isEqualTo(value);
                    double[] regenerated = new double[n];
                    seeded.addTo(regenerated, 1.0);
                    assertThat(regenerated).as("n = %s, K = %s", n, samples).containsExactly(stored);
                    assertThat(seeded.noise()).isEqualTo(estimator.noise());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.pushforward.runtime.DirectionBlockTest#laws")
    void eachDirectionIsDrawnFromASplittableRandomOfItsSeed(Directions law) {
        Quadratic function = Quadratic.of(70);
        SeededGradient seeded = new ForwardGradient(law, 11).estimate(function, function.start(), 5L);
        double[][] v = new double[11][70];
        if (law.independent()) {
            assertThat(seeded.seeds()).hasSize(11).startsWith(5L).doesNotHaveDuplicates();
            for (int k = 0; k < 11; k++) {
                law.draw(v[k], new SplittableRandom(seeded.seeds()[k]));
            }
        } else {
            assertThat(seeded.seeds()).containsExactly(5L);
            law.draw(v, new SplittableRandom(5L));
        }
        for (int k = 0; k < 11; k++) {
            assertThat(seeded.derivatives()[k]).isEqualTo(function.tangent(function.start(), v[k]));
        }
    }

    @Test
    void theOriginHasNoDirectionAndIsDrawnAgain() {
        long seedOfZero = -0x9e3779b97f4a7c15L; // the first number is 0, and so is the Gaussian component
        assertThat(Ziggurat.next(new SplittableRandom(seedOfZero))).isZero();
        double[] whole = new double[1];
        Directions.sphere().draw(whole, new SplittableRandom(seedOfZero));
        assertThat(Math.abs(whole[0])).isEqualTo(1.0);

        double[] regenerated = new double[1];
        new SeededGradient(Directions.sphere(), 1, 0.0, new long[] {seedOfZero}, new double[] {1.0})
                .addTo(regenerated, 1.0);
        assertThat(regenerated).containsExactly(whole);
    }

    @Test
    void canBePutTogetherFromItsParts() {
        Quadratic function = Quadratic.of(20);
        SeededGradient sent = new ForwardGradient(Directions.sphere(), 3).estimate(function, function.start(), 5L);
        SeededGradient received =
                new SeededGradient(sent.directions(), sent.dimension(), sent.value(), sent.seeds(), sent.derivatives());
        double[] expected = new double[20];
        sent.addTo(expected, 1.0);
        double[] actual = new double[20];
        received.addTo(actual, 1.0);
        assertThat(actual).containsExactly(expected);
        assertThat(received.noise()).isEqualTo(sent.noise());
        assertThat(received)
                .hasToString("SeededGradient[directions=Directions.sphere(), dimension=20, value=" + sent.value()
                        + ", samples=3]");
    }

    @Test
    void whatItHandsOutAndWhatItIsGivenAreCopies() {
        Quadratic function = Quadratic.of(4);
        long[] seeds = {1L, 2L};
        double[] derivatives = {0.5, 0.25};
        SeededGradient seeded = new SeededGradient(Directions.gaussian(), 4, 0.0, seeds, derivatives);
        seeds[0] = 9L;
        derivatives[0] = 9.0;
        seeded.seeds()[1] = 9L;
        seeded.derivatives()[1] = 9.0;
        assertThat(seeded.seeds()).containsExactly(1L, 2L);
        assertThat(seeded.derivatives()).containsExactly(0.5, 0.25);
        assertThat(function.dimension()).isEqualTo(seeded.dimension());
    }

    @Test
    void isAddedTimesAFactor() {
        Quadratic function = Quadratic.of(10);
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 2);
        double[] gradient = new double[10];
        estimator.estimate(function, function.start(), new SplittableRandom(5L), gradient);
        double[] theta = function.start();
        estimator.estimate(function, theta, 5L).addTo(theta, -0.01);
        for (int i = 0; i < 10; i++) {
            assertThat(theta[i]).isEqualTo(function.start()[i] - 0.01 * gradient[i]);
        }
    }

    @Test
    void aStepCanBeTakenBack() {
        Quadratic function = Quadratic.of(10);
        double[] theta = function.start();
        SeededGradient step = new ForwardGradient(Directions.gaussian(), 1).estimate(function, theta, 5L);
        step.addTo(theta, -0.01);
        assertThat(theta).isNotEqualTo(function.start());
        step.addTo(theta, 0.01);
        assertThat(theta).containsExactly(function.start(), within(1e-14));
    }

    @Test
    void nothingIsAddedInNoDimensions() {
        Quadratic function = Quadratic.of(0);
        for (Directions law : StandardDirections.values()) {
            SeededGradient seeded = new ForwardGradient(law, 3).estimate(function, new double[0], 5L);
            seeded.addTo(new double[0], 1.0);
            assertThat(seeded.noise().predictedVariance()).isZero();
        }
    }

    @Test
    void argumentsAreChecked() {
        Quadratic function = Quadratic.of(4);
        ForwardGradient estimator = new ForwardGradient(Directions.gaussian(), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.estimate(function, new double[3], 1L))
                .withMessageStartingWith("x has length 3, but the function has dimension 4");
        SeededGradient seeded = estimator.estimate(function, function.start(), 1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seeded.addTo(new double[5], 1.0))
                .withMessageStartingWith("target has length 5, but the function has dimension 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededGradient(Directions.gaussian(), -1, 0.0, new long[1], new double[1]))
                .withMessageStartingWith("dimension is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededGradient(Directions.gaussian(), 4, 0.0, new long[0], new double[0]))
                .withMessageStartingWith("derivatives is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededGradient(Directions.gaussian(), 4, 0.0, new long[1], new double[2]))
                .withMessage("seeds has length 1, but 2 derivatives along Directions.gaussian() have 2: pass as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededGradient(Directions.orthonormal(), 4, 0.0, new long[1], new double[5]))
                .withMessageStartingWith("samples is 5, but the dimension is 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeededGradient(Directions.orthonormal(), 4, 0.0, new long[2], new double[2]))
                .withMessage(
                        "seeds has length 2, but 2 derivatives along Directions.orthonormal() have 1: pass as many");
    }
}
