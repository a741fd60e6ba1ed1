package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.GradientCheck;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseNetworkTest {

    private static final int IMAGES = 7;

    private final double[][] images = new double[IMAGES][5];
    private final int[] labels = {0, 1, 2, 0, 1, 2, 2};

    DenseNetworkTest() {
        SplittableRandom random = new SplittableRandom(11);
        for (double[] image : images) {
            Arrays.setAll(image, p -> random.nextDouble() - 0.5);
        }
    }

    private static DenseParameters parameters(int hidden) {
        int[] widths = new int[hidden + 2];
        Arrays.fill(widths, 4);
        widths[0] = 5;
        widths[hidden + 1] = 3;
        DenseParameters parameters = DenseParameters.random(new SplittableRandom(5), widths);
        // Biases that are not 0, or their part in the order of the numbers could not be told.
        for (double[] bias : parameters.biases()) {
            Arrays.setAll(bias, u -> 0.1 * (u + 1));
        }
        return parameters;
    }

    private DifferentiableFunction view(DenseParameters parameters) {
        return DenseNetworkGradient.lossFunction(parameters.weights(), parameters.biases(), images, labels);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void backpropagationGivesTheGradientOfThePasses(int hidden) {
        DenseParameters parameters = parameters(hidden);
        double[] exact = new double[parameters.dimension()];
        double value = view(parameters).gradient(parameters.pack(), exact);

        DenseParameters gradient = parameters(hidden);
        double loss = new DenseBackprop(parameters).gradient(parameters, images, labels, gradient);
        assertThat(loss).isCloseTo(value, within(1e-12));
        assertThat(gradient.pack()).usingComparatorWithPrecision(1e-12).containsExactly(exact);
    }

    @Test
    void thePassesGiveWhatDifferencesGive() {
        DenseParameters parameters = parameters(2);
        assertThat(GradientCheck.of(view(parameters)).at(parameters.pack()).passed(1e-6))
                .isTrue();
    }

    @Test
    void theOrderOfTheNumbersIsThatOfTheView() {
        DenseParameters parameters = parameters(2);
        assertThat(view(parameters).start()).containsExactly(parameters.pack());
        DenseParameters copy = DenseParameters.zero(5, 4, 4, 3);
        copy.unpack(parameters.pack());
        assertThat(copy.weights()).isDeepEqualTo(parameters.weights());
        assertThat(copy.biases()).isDeepEqualTo(parameters.biases());
    }

    @Test
    void accuracyCountsTheLargestScores() {
        DenseParameters parameters = DenseParameters.zero(1, 2);
        parameters.weights()[0][1][0] = 1;
        double[][] points = {{-1}, {1}, {2}, {0}};
        // At 0 both scores are 0, and the first class is taken.
        assertThat(DenseNetwork.accuracy(parameters.weights(), parameters.biases(), points, new int[] {0, 1, 0, 0}))
                .isEqualTo(0.75);
    }

    @Test
    void perturbedActivitiesEstimateTheGradientWithoutBias() {
        DenseParameters parameters = parameters(2);
        double[] exact = new double[parameters.dimension()];
        double value = view(parameters).gradient(parameters.pack(), exact);

        ActivityPerturbation perturbation = new ActivityPerturbation(parameters, IMAGES);
        DenseParameters estimate = parameters(2);
        SplittableRandom random = new SplittableRandom(3);
        int samples = 40_000;
        double[] mean = new double[exact.length];
        double[] squares = new double[exact.length];
        for (int sample = 0; sample < samples; sample++) {
            double loss = perturbation.estimate(parameters, images, labels, random, estimate);
            assertThat(loss).isCloseTo(value, within(1e-12));
            double[] numbers = estimate.pack();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += numbers[i] / samples;
                squares[i] += numbers[i] * numbers[i] / samples;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            double standardError = Math.sqrt((squares[i] - mean[i] * mean[i]) / samples);
            assertThat(Math.abs(mean[i] - exact[i])).as("component %s", i).isLessThanOrEqualTo(4.5 * standardError);
        }
    }

    @Test
    void aNetworkNeedsTwoWidths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseParameters.zero(5))
                .withMessageContaining("the widths are [5]");
        assertThatIllegalArgumentException().isThrownBy(() -> DenseParameters.zero(5, 0, 3));
    }
}
