package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.Split;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.LearningRate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {

    private final Split split = Split.of(Digits.read(), 0.2, 1L).scaled();

    private Training.Trained train(long steps, DirectionLaw law, long seed) {
        return train(steps, law.directions(), seed, point -> {});
    }

    private Training.Trained train(long steps, Directions directions, long seed, Progress progress) {
        return new Training(steps, LearningRate.constant(0.003), 32, directions, 1, Seeds.of(seed))
                .run(split, progress);
    }

    @ParameterizedTest
    @EnumSource
    void aShortRunLearns(DirectionLaw law) {
        LossCurve curve = train(2_000, law, 1L).curve();
        LossCurve.Point start = curve.points().get(0);
        LossCurve.Point end = curve.last();
        assertThat(start.step()).isZero();
        assertThat(start.testAccuracy()).isLessThan(0.2);
        assertThat(end.step()).isEqualTo(2_000);
        assertThat(end.trainLoss()).isLessThan(0.6);
        assertThat(end.testAccuracy()).isGreaterThan(0.85);
    }

    @Test
    void repeatsBitForBit() {
        Training.Trained first = train(500, DirectionLaw.GAUSSIAN, 1L);
        Training.Trained second = train(500, DirectionLaw.GAUSSIAN, 1L);
        assertThat(second.model().weights()).containsExactly(first.model().weights());
        assertThat(second.model().bias()).containsExactly(first.model().bias());
        assertThat(second.curve().points()).isEqualTo(first.curve().points());
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertThat(train(50, DirectionLaw.GAUSSIAN, 1L).model().weights())
                .isNotEqualTo(train(50, DirectionLaw.GAUSSIAN, 2L).model().weights());
    }

    @Test
    void progressIsToldOfEveryMeasurement() {
        List<LossCurve.Point> told = new ArrayList<>();
        Training.Trained trained = train(1_000, Directions.gaussian(), 1L, told::add);
        assertThat(told).isEqualTo(trained.curve().points()).hasSize(101);
        assertThat(told.get(1).step()).isEqualTo(10);
    }

    @Test
    void theLastMeasurementIsOfTheModel() {
        Training.Trained trained = train(7, DirectionLaw.GAUSSIAN, 1L);
        assertThat(trained.curve().points()).hasSize(8);
        assertThat(trained.curve().last().testLoss()).isEqualTo(trained.model().loss(split.test()));
        assertThat(trained.curve().last().trainAccuracy())
                .isEqualTo(trained.model().accuracy(split.train()));
    }
}
