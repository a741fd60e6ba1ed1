package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionalNetworkTest {
    private final SplittableRandom random = new SplittableRandom(1L);

    @ParameterizedTest
    @CsvSource({"4, 1, 1, 2, 1", "4, 3, 5, 4, 7", "8, 2, 4, 10, 3", "12, 4, 6, 3, 5"})
    void agreesWithTheTextbook(int side, int channels, int hidden, int classes, int count) {
        ConvolutionalShape shape = new ConvolutionalShape(side, channels, hidden, classes);
        ConvolutionalParameters parameters = everywhereRandom(shape);
        RandomImages batch = RandomImages.draw(shape, count, random);
        double expected = new NaiveConvolutionalNetwork(parameters).loss(batch.images(), batch.labels());
        assertThat(parameters.loss(batch.images(), batch.labels())).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void predictsTheClassOfTheLargestScore() {
        ConvolutionalShape shape = new ConvolutionalShape(4, 3, 8, 5);
        ConvolutionalParameters parameters = ConvolutionalParameters.random(shape, random);
        RandomImages many = RandomImages.draw(shape, 150, random);
        for (double[] image : many.images()) {
            Directions.gaussian().draw(image, random);
        }
        int[] predicted = ConvolutionalNetwork.predict(parameters, many.images());
        NaiveConvolutionalNetwork naive = new NaiveConvolutionalNetwork(parameters);
        for (int b = 0; b < predicted.length; b++) {
            double[] scores = naive.scores(many.images()[b]);
            assertThat(scores[predicted[b]])
                    .isEqualTo(Arrays.stream(scores).max().getAsDouble());
        }
        assertThat(Arrays.stream(predicted).distinct().count()).isGreaterThan(1);
    }

    @Test
    void predictsTheFirstClassAtATieAndNothingForNoImages() {
        ConvolutionalShape shape = new ConvolutionalShape(4, 1, 1, 3);
        ConvolutionalParameters zero = ConvolutionalParameters.zero(shape);
        assertThat(ConvolutionalNetwork.predict(zero, new double[2][16])).containsExactly(0, 0);
        assertThat(ConvolutionalNetwork.predict(zero, new double[0][])).isEmpty();
    }

    @Test
    void guessesAtZeroParameters() {
        ConvolutionalShape shape = new ConvolutionalShape(8, 2, 3, 10);
        RandomImages batch = RandomImages.draw(shape, 6, random);
        assertThat(ConvolutionalParameters.zero(shape).loss(batch.images(), batch.labels()))
                .isCloseTo(Math.log(10), within(1e-15));
    }

    @Test
    void largeScoresDoNotOverflow() {
        ConvolutionalShape shape = new ConvolutionalShape(4, 1, 1, 3);
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        parameters.outputBias()[1] = 1e4;
        double[][] image = new double[1][16];
        assertThat(parameters.loss(image, new int[] {1})).isZero();
        assertThat(parameters.loss(image, new int[] {0})).isEqualTo(1e4);
    }

    @Test
    void theViewHasTheValueOfTheLossBitForBit() {
        ConvolutionalShape shape = new ConvolutionalShape(8, 3, 7, 10);
        ConvolutionalParameters parameters = everywhereRandom(shape);
        RandomImages batch = RandomImages.draw(shape, 9, random);
        double loss = parameters.loss(batch.images(), batch.labels());
        DifferentiableFunction function = parameters.lossFunction(batch.images(), batch.labels());
        double[] x = function.start();
        double[] v = new double[x.length];
        Directions.gaussian().draw(v, random);
        assertThat(function.value(x)).isEqualTo(loss);
        assertThat(function.along(x, v).value()).isEqualTo(loss);
        assertThat(function.gradient(x, new double[x.length])).isEqualTo(loss);
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(new ConvolutionalShape(8, 2, 3, 10));
        String message = "the parameters are for images of 64 pixels, and one has 16";
        assertThatThrownBy(() -> parameters.lossFunction(new double[1][16], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> parameters.loss(new double[1][16], new int[1])).hasMessage(message);
    }

    /** Biases as well, which {@link ConvolutionalParameters#random} leaves 0. */
    private ConvolutionalParameters everywhereRandom(ConvolutionalShape shape) {
        ConvolutionalParameters parameters = ConvolutionalParameters.random(shape, random);
        for (double[] bias : parameters.kernelBias()) {
            Directions.gaussian().draw(bias, random);
        }
        Directions.gaussian().draw(parameters.hiddenBias(), random);
        Directions.gaussian().draw(parameters.outputBias(), random);
        return parameters;
    }
}
