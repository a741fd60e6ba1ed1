package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pushforward.runtime.DifferentiableFunction;
import io.github.pushforward.runtime.Directions;
import io.github.pushforward.runtime.GradientCheck;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backpropagation against the exact gradient that is generated, and that against central differences. */
class ConvolutionalBackpropTest {
    private final SplittableRandom random = new SplittableRandom(5L);

    @ParameterizedTest
    @CsvSource({"4, 1, 1, 2, 1", "4, 3, 5, 4, 7", "8, 2, 4, 10, 3", "12, 4, 6, 3, 5", "8, 6, 8, 10, 5"})
    void agreesWithTheGeneratedGradient(int side, int channels, int hidden, int classes, int count) {
        ConvolutionalShape shape = new ConvolutionalShape(side, channels, hidden, classes);
        ConvolutionalParameters parameters = positiveBiases(shape);
        assertGradientsAgree(shape, parameters, RandomImages.draw(shape, count, random));
    }

    /** Zero biases and blank pixels: sums of 0 at ReLU, and equal pixels at the pooling. */
    @Test
    void agreesAtKinks() {
        ConvolutionalShape shape = new ConvolutionalShape(8, 3, 6, 4);
        RandomImages batch = RandomImages.draw(shape, 5, random);
        for (double[] image : batch.images()) {
            Arrays.fill(image, 0, 32, 0);
        }
        assertGradientsAgree(shape, ConvolutionalParameters.random(shape, random), batch);
        assertGradientsAgree(shape, ConvolutionalParameters.zero(shape), batch);
    }

    /** Images of one value: in the middle, all pixels are equal and positive, as biases have it. */
    @Test
    void agreesAtTiesOfThePooling() {
        ConvolutionalShape shape = new ConvolutionalShape(12, 2, 5, 3);
        RandomImages batch = RandomImages.draw(shape, 4, random);
        for (double[] image : batch.images()) {
            Arrays.fill(image, image[0]);
        }
        assertGradientsAgree(shape, positiveBiases(shape), batch);
    }

    /** A tie between pixels that depend on different weights: each has half of the derivative. */
    @Test
    void tiesShareTheDerivative() {
        PoolingLayer pooling = new PoolingLayer(new double[][][] {{{3, 1, 2}, {3, 2, 2}, {1, 2, 2}, {0, 2, 2}}});
        pooling.forward();
        assertThat(pooling.outputs()[0][0]).containsExactly(3, 2, 2);
        Arrays.fill(pooling.adjoint()[0][0], 8);
        double[][][] byInputs = new double[1][4][3];
        pooling.backwardToInputs(byInputs);
        assertThat(byInputs[0]).isDeepEqualTo(new double[][] {{4, 0, 2}, {4, 4, 2}, {0, 2, 2}, {0, 2, 2}});
    }

    @Test
    void theGeneratedGradientAgreesWithCentralDifferences() {
        ConvolutionalShape shape = new ConvolutionalShape(8, 2, 4, 3);
        RandomImages batch = RandomImages.draw(shape, 3, random);
        DifferentiableFunction function = positiveBiases(shape).lossFunction(batch.images(), batch.labels());
        GradientCheck.Report report = GradientCheck.of(function).at(function.start());
        assertThat(report.passed(1e-6)).as(report.toString()).isTrue();
    }

    @Test
    void aSecondCallForgetsTheFirst() {
        ConvolutionalShape shape = new ConvolutionalShape(8, 2, 4, 3);
        ConvolutionalBackprop backprop = new ConvolutionalBackprop(shape, 3);
        ConvolutionalParameters parameters = positiveBiases(shape);
        ConvolutionalParameters gradient = ConvolutionalParameters.zero(shape);
        RandomImages batch = RandomImages.draw(shape, 3, random);
        RandomImages other = RandomImages.draw(shape, 3, random);
        double loss = backprop.gradient(parameters, batch.images(), batch.labels(), gradient);
        double[] first = gradient.flat();
        backprop.gradient(parameters, other.images(), other.labels(), gradient);
        assertThat(gradient.flat()).isNotEqualTo(first);
        assertThat(backprop.gradient(parameters, batch.images(), batch.labels(), gradient))
                .isEqualTo(loss);
        assertThat(gradient.flat()).containsExactly(first);
    }

    @Test
    void nothingIsAllocatedInACall() {
        ConvolutionalShape shape = new ConvolutionalShape(4, 2, 3, 3);
        ConvolutionalBackprop backprop = new ConvolutionalBackprop(shape, 2);
        ConvolutionalParameters parameters = positiveBiases(shape);
        ConvolutionalParameters gradient = ConvolutionalParameters.zero(shape);
        RandomImages batch = RandomImages.draw(shape, 2, random);
        backprop.gradient(parameters, batch.images(), batch.labels(), gradient);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        long nothing = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        backprop.gradient(parameters, batch.images(), batch.labels(), gradient);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isEqualTo(nothing);
    }

    @Test
    void batchesOfAnotherSizeAreRefused() {
        ConvolutionalShape shape = new ConvolutionalShape(4, 1, 1, 2);
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        ConvolutionalBackprop backprop = new ConvolutionalBackprop(shape, 3);
        assertThatThrownBy(() -> backprop.gradient(parameters, new double[2][16], new int[2], parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("made for 3 images, but there are 2 and 2 labels");
        assertThatThrownBy(() -> backprop.gradient(parameters, new double[3][16], new int[2], parameters))
                .hasMessage("made for 3 images, but there are 3 and 2 labels");
        assertThatThrownBy(() -> new ConvolutionalBackprop(shape, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertGradientsAgree(
            ConvolutionalShape shape, ConvolutionalParameters parameters, RandomImages batch) {
        DifferentiableFunction function = parameters.lossFunction(batch.images(), batch.labels());
        double[] exact = new double[function.dimension()];
        double value = function.gradient(function.start(), exact);
        ConvolutionalParameters gradient = ConvolutionalParameters.zero(shape);
        double loss = new ConvolutionalBackprop(shape, batch.labels().length)
                .gradient(parameters, batch.images(), batch.labels(), gradient);
        assertThat(loss).isCloseTo(value, within(1e-14 * value));
        double largest = Arrays.stream(exact).map(Math::abs).max().getAsDouble();
        assertThat(largest).isPositive();
        assertThat(gradient.flat()).containsExactly(exact, within(1e-10 * largest));
    }

    /** Positive for the most part, so that few units are dead. */
    private ConvolutionalParameters positiveBiases(ConvolutionalShape shape) {
        ConvolutionalParameters parameters = ConvolutionalParameters.random(shape, random);
        for (double[] bias : parameters.kernelBias()) {
            raise(bias);
        }
        raise(parameters.hiddenBias());
        return parameters;
    }

    private void raise(double[] bias) {
        Directions.gaussian().draw(bias, random);
        for (int i = 0; i < bias.length; i++) {
            bias[i] = 0.5 + 0.3 * bias[i];
        }
    }
}
