package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void orthonormalDirections() {
        RandomGenerator random = new SplittableRandom(42L);
        double[][] v = new double[20][101];
        int hash = 1;
        for (int draw = 0; draw < 20; draw++) {
            Directions.orthonormal().draw(v, random);
            hash = 31 * hash + Arrays.deepHashCode(v);
        }
        assertThat(hash).isEqualTo(-250242556);
    }

    static List<Arguments> descents() {
        return List.of(
                Arguments.of(Directions.gaussian(), 2, UpdateRule.plain(), 2103125834),
                Arguments.of(Directions.gaussian(), 11, UpdateRule.plain(), 716649920),
                Arguments.of(Directions.sphere(), 11, UpdateRule.momentum(0.9), 328261604),
                Arguments.of(Directions.orthonormal(), 3, UpdateRule.adam(), 298163774));
    }

    @ParameterizedTest
    @MethodSource("descents")
    void descent(Directions law, int samples, UpdateRule rule, int expected) {
        ForwardGradientDescent descent = ForwardGradientDescent.builder()
                .learningRate(LearningRate.exponentialDecay(0.01, 1e-3))
                .directions(law)
                .samples(samples)
                .update(rule)
                .steps(1_000)
                .seed(42L)
                .build();
        // A center at 0 keeps Math.cos, which may differ by platform, out of the function.
        Quadratic function = new Quadratic(new double[] {1.0, 2.0, 0.5, 3.0}, new double[4]);
        ForwardGradientDescent.Result result = descent.minimize(function, new double[] {1.0, -1.0, 2.0, 0.25});
        assertThat(Arrays.hashCode(result.point())).isEqualTo(expected);
    }
}
