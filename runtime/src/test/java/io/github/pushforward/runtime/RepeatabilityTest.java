package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bits that a seed gives, which must be the same on every Java version and in every version of this module. */
class RepeatabilityTest {

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, -1454525105", "RADEMACHER, -199801215", "SPHERE, -1292731634", "COORDINATE, -173760289"})
    void directions(StandardDirections law, int expected) {
        RandomGenerator random = new SplittableRandom(42L);
        double[] v = new double[101];
        int hash = 1;
        for (int draw = 0; draw < 5_000; draw++) {
            law.draw(v, random);
            hash = 31 * hash + Arrays.hashCode(v);
        }
        assertThat(hash).isEqualTo(expected);
    }

    @Test
    void descent() {
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.01, 1e-3))
                .samples(2)
                .steps(1_000)
                .seed(42L)
                .build();
        // A center at 0 keeps Math.cos, which may differ by platform, out of the function.
        Quadratic function = new Quadratic(new double[] {1.0, 2.0, 0.5, 3.0}, new double[4]);
        ForwardGradientDescent.Result result = descent.minimize(function, new double[] {1.0, -1.0, 2.0, 0.25});
        assertThat(Arrays.hashCode(result.point())).isEqualTo(2103125834);
    }
}
