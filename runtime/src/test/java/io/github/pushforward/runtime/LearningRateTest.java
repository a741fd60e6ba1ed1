package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {

    @Test
    void constantIsTheSameAtEveryStep() {
        LearningRate rate = LearningRate.constant(0.25);
        assertThat(rate.at(0)).isEqualTo(0.25);
        assertThat(rate.at(Long.MAX_VALUE)).isEqualTo(0.25);
        assertThat(rate).hasToString("LearningRate.constant(0.25)");
    }

    @Test
    void exponentialDecayIsEta0TimesEToTheMinusKt() {
        LearningRate rate = LearningRate.exponentialDecay(0.5, Math.log(2.0) / 100);
        assertThat(rate.at(0)).isEqualTo(0.5);
        assertThat(rate.at(100)).isCloseTo(0.25, within(1e-15));
        assertThat(rate.at(300)).isCloseTo(0.0625, within(1e-15));
        assertThat(rate.at(Long.MAX_VALUE)).isZero();
        assertThat(LearningRate.exponentialDecay(0.5, 1e-4)).hasToString("LearningRate.exponentialDecay(0.5, 1.0E-4)");
    }

    @Test
    void withoutDecayTheRateIsConstant() {
        assertThat(LearningRate.exponentialDecay(0.5, 0.0).at(1_000_000)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRateMustBePositiveAndFinite(double eta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRate.constant(eta))
                .withMessage("eta is " + eta + ": a learning rate must be positive and finite, 0.01 for example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRate.exponentialDecay(eta, 1.0))
                .withMessageStartingWith("eta0 is " + eta);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void aDecayMustBeFiniteAndNotNegative(double k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRate.exponentialDecay(0.1, k))
                .withMessageStartingWith("k is " + k);
    }
}
