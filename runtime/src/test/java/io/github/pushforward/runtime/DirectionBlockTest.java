package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How directions come in blocks: fewer calls of the function, and the same bits whatever the blocks. */
class DirectionBlockTest {

    static Stream<Directions> laws() {
        return Stream.concat(DirectionsTest.laws(), Stream.of(new OwnLaw(), new DistinctCoordinates()));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void estimatesDoNotDependOnTheSizeOfBlocks(Directions law) {
        LaneQuadratic function = LaneQuadratic.of(600);
        for (int samples : new int[] {1, 2, 7, 8, 9, 20}) {
            double[] one = new double[600];
            ForwardGradient single = new ForwardGradient(law, samples, 1);
            double value = single.estimate(function, function.start(), new SplittableRandom(3L), one);
            for (int size : new int[] {2, 3, 8, 64}) {
                double[] several = new double[600];
                ForwardGradient estimator = new ForwardGradient(law, samples, size);
                assertThat(estimator.estimate(function, function.start(), new SplittableRandom(3L), several))
                        .isEqualTo(value);
                assertThat(several).containsExactly(one);
                assertThat(estimator.noise()).isEqualTo(single.noise());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void descentsDoNotDependOnTheSizeOfBlocks(Directions law) {
        LaneQuadratic function = LaneQuadratic.of(70);
        for (int samples : new int[] {2, 5, 11}) {
            ForwardGradientDescent descent = ForwardGradientDescent.builder()
                    .learningRate(LearningRate.constant(1e-3))
                    .directions(law)
                    .samples(samples)
                    .update(UpdateRule.momentum(0.5))
                    .steps(20)
                    .seed(6L)
                    .build();
            double[] one = descent.minimize(t -> function, function.start(), 1).point();
            for (int size : new int[] {2, 4, 8, 64}) {
                assertThat(descent.minimize(t -> function, function.start(), size)
                                .point())
                        .containsExactly(one);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1", "3 | 3", "8 | 8", "9 | 8, 1", "20 | 8, 8, 4", "24 | 8, 8, 8"})
    void independentDirectionsComeEightAtATime(int samples, String expected) {
        LaneQuadratic function = LaneQuadratic.of(30);
        new ForwardGradient(Directions.rademacher(), samples)
                .estimate(function, function.start(), new SplittableRandom(3L), new double[30]);
        assertThat(function.passes).hasToString("[" + expected + "]");
        function.passes.clear();
        new ForwardGradient(Directions.rademacher(), samples).estimate(function, function.start(), 3L);
        assertThat(function.passes).hasToString("[" + expected + "]");
    }

    @Test
    void directionsThatDependOnEachOtherComeAllAtOnce() {
        LaneQuadratic function = LaneQuadratic.of(30);
        for (Directions law : List.of(Directions.orthonormal(), new DistinctCoordinates())) {
            new ForwardGradient(law, 20).estimate(function, function.start(), new SplittableRandom(3L), new double[30]);
        }
        assertThat(function.passes).containsExactly(20, 20);
    }
}
