package io.github.pushforward.example.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionalShapeTest {

    @Test
    void theImagesGiveTheSide() {
        assertThat(ConvolutionalShape.ofPixels(784, 64, 1024, 10)).isEqualTo(ConvolutionalShape.PAPER);
        assertThat(ConvolutionalShape.ofPixels(64, 8, 64, 10).side()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 2, 6, 30})
    void sidesMustBeDivisibleByFour(int side) {
        assertThatThrownBy(() -> new ConvolutionalShape(side, 8, 64, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the side of an image must be a multiple of 4, and is " + side);
    }

    @Test
    void imagesMustBeSquares() {
        assertThatThrownBy(() -> ConvolutionalShape.ofPixels(63, 8, 64, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an image must be a square, and has 63 pixels");
    }

    @Test
    void layersMustHaveUnits() {
        assertThatThrownBy(() -> new ConvolutionalShape(8, 0, 64, 10)).hasMessage("there are 0 channels");
        assertThatThrownBy(() -> new ConvolutionalShape(8, 8, 0, 10)).hasMessage("there are 0 hidden units");
        assertThatThrownBy(() -> new ConvolutionalShape(8, 8, 64, -1)).hasMessage("there are -1 classes");
    }
}
