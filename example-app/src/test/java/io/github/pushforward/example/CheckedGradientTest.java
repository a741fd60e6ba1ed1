package io.github.pushforward.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pushforward.example.data.Digits;
import io.github.pushforward.example.data.LabeledImages;
import io.github.pushforward.example.data.Split;
import org.junit.jupiter.api.Test;

class CheckedGradientTest {

    private final LabeledImages samples =
            Split.of(Digits.read(), 0.2, 1L).scaled().train();

    @Test
    void namesTheWorstComponent() {
        assertThat(CheckedGradient.check(samples, 1L))
                .matches("Gradient check: 650 parameters agree with central differences; the worst is"
                        + " the (weight of pixel \\d+ for|bias of) digit \\d, off by \\d\\.\\de-\\d+ relative");
    }

    @Test
    void randomModelsAreSeeded() {
        assertThat(CheckedGradient.randomModel(1L).weights())
                .hasSize(640)
                .containsExactly(CheckedGradient.randomModel(1L).weights());
        assertThat(CheckedGradient.randomModel(1L).bias())
                .isNotEqualTo(CheckedGradient.randomModel(2L).bias());
    }
}
