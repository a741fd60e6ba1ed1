package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.Split;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    private final LabeledImages samples =
            Split.of(Digits.read(), 0.2, 1L).scaled().test();

    @Test
    void withoutWeightsEveryDigitIsAsLikely() {
        assertThat(Model.zero(64, 10).loss(samples)).isCloseTo(Math.log(10), within(1e-14));
    }

    @Test
    void isTheMeanOfTheNegativeLogarithmsOfTheProbabilities() {
        Model model = CheckedGradient.randomModel(3L);
        double sum = 0.0;
        for (int i = 0; i < samples.size(); i++) {
            double[] image = samples.images()[i];
            double total = 0.0;
            double ofLabel = 0.0;
            for (int c = 0; c < 10; c++) {
                double score = model.bias()[c];
                for (int p = 0; p < 64; p++) {
                    score += model.weights()[64 * c + p] * image[p];
                }
                total += Math.exp(score);
                if (c == samples.labels()[i]) {
                    ofLabel = Math.exp(score);
                }
            }
            sum -= Math.log(ofLabel / total);
        }
        assertThat(model.loss(samples)).isCloseTo(sum / samples.size(), within(1e-12));
    }

    @Test
    void scoresFarApartDoNotOverflow() {
        double[][] image = {{1.0}};
        double[] weights = {2_000.0, -2_000.0};
        double[] bias = {0.0, 0.0};
        assertThat(SoftmaxRegression.loss(weights, bias, image, new int[] {0})).isZero();
        assertThat(SoftmaxRegression.loss(weights, bias, image, new int[] {1})).isEqualTo(4_000.0);
    }

    @Test
    void predictsTheLargestScore() {
        double[] weights = {1.0, 0.0, 0.0, 1.0, -1.0, -1.0}; // three classes of two pixels
        double[] bias = {0.0, 0.5, 0.0};
        assertThat(SoftmaxRegression.predict(weights, bias, new double[] {2.0, 1.0}))
                .isEqualTo(0);
        assertThat(SoftmaxRegression.predict(weights, bias, new double[] {1.0, 1.0}))
                .isEqualTo(1);
        assertThat(SoftmaxRegression.predict(weights, bias, new double[] {-1.0, -1.0}))
                .isEqualTo(2);
        double[][] images = {{2.0, 1.0}, {1.0, 1.0}, {-1.0, -1.0}, {3.0, 0.0}};
        assertThat(SoftmaxRegression.accuracy(weights, bias, images, new int[] {0, 1, 2, 1}))
                .isEqualTo(0.75);
    }

    @Test
    void accuracyOfTiesIsThatOfTheFirstClass() {
        double zeros = 0.0;
        for (int label : samples.labels()) {
            zeros += label == 0 ? 1 : 0;
        }
        assertThat(Model.zero(64, 10).accuracy(samples)).isEqualTo(zeros / samples.size());
    }
}
