package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConvolutionalParametersTest {
    private final ConvolutionalShape shape = new ConvolutionalShape(8, 3, 7, 5);

    @Test
    void hasTheSizeOfTheShape() {
        assertThat(ConvolutionalParameters.zero(shape).size()).isEqualTo(27 + 3 * 81 + 4 * 3 + 7 * 12 + 7 + 5 * 7 + 5);
        // Four convolutions of 64 channels, a dense layer of 3136 × 1024 and one of 1024 × 10.
        assertThat(ConvolutionalParameters.zero(ConvolutionalShape.PAPER).size())
                .isEqualTo(576 + 3 * 36_864 + 4 * 64 + 3_136 * 1_024 + 1_024 + 10_240 + 10);
    }

    @Test
    void packsInTheOrderOfTheView() {
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        double[] numbers = new double[parameters.size()];
        Arrays.setAll(numbers, i -> i + 1);
        parameters.unpack(numbers);
        assertThat(parameters.lossFunction(new double[1][64], new int[1]).start())
                .containsExactly(numbers);
        assertThat(parameters.flat()).containsExactly(numbers);
    }

    @Test
    void unpacksWhatItPacked() {
        ConvolutionalParameters parameters = ConvolutionalParameters.random(shape, new SplittableRandom(1L));
        ConvolutionalParameters others = ConvolutionalParameters.zero(shape);
        others.unpack(parameters.flat());
        assertThat(others.flat()).containsExactly(parameters.flat());
        assertThat(others.kernels()).isDeepEqualTo(parameters.kernels());
        assertThat(others.outputWeights()).isDeepEqualTo(parameters.outputWeights());
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        ConvolutionalParameters parameters = ConvolutionalParameters.zero(shape);
        assertThatThrownBy(() -> parameters.unpack(new double[parameters.size() + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 413 parameters, and 414 numbers");
        assertThatThrownBy(() -> parameters.pack(new double[3])).hasMessage("there are 413 parameters, and 3 numbers");
    }

    @Test
    void aSeedGivesTheSameParametersOnEveryJvm() {
        double[] flat =
                ConvolutionalParameters.random(shape, new SplittableRandom(42L)).flat();
        assertThat(flat)
                .containsExactly(ConvolutionalParameters.random(shape, new SplittableRandom(42L))
                        .flat());
        assertThat(flat[0]).isEqualTo(-0.5504310903414904);
    }

    @Test
    void weightsHaveTheVarianceOfHeAndBiasesAreZero() {
        ConvolutionalParameters parameters =
                ConvolutionalParameters.random(new ConvolutionalShape(16, 16, 200, 50), new SplittableRandom(3L));
        for (int layer = 0; layer < 4; layer++) {
            double inputs = layer == 0 ? 9 : 144;
            double[][] kernels = Arrays.stream(parameters.kernels()[layer])
                    .flatMap(Arrays::stream)
                    .toArray(double[][]::new);
            assertThat(meanSquare(kernels) * inputs / 2).isCloseTo(1, within(layer == 0 ? 0.4 : 0.1));
        }
        assertThat(meanSquare(parameters.hiddenWeights()) * 256 / 2).isCloseTo(1, within(0.03));
        assertThat(meanSquare(parameters.outputWeights()) * 200 / 2).isCloseTo(1, within(0.06));
        assertThat(meanSquare(parameters.kernelBias())).isZero();
        assertThat(meanSquare(new double[][] {parameters.hiddenBias(), parameters.outputBias()}))
                .isZero();
    }

    private static double meanSquare(double[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .average()
                .getAsDouble();
    }
}
