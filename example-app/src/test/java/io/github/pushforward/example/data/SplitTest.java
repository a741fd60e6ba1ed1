package io.github.pushforward.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {

    private final LabeledImages digits = Digits.read();
    private final Split split = Split.of(digits, 0.2, 1L);

    @Test
    void holdsOutAFifth() {
        assertThat(split.test().size()).isEqualTo(359);
        assertThat(split.train().size()).isEqualTo(1_438);
    }

    @Test
    void everyImageIsOnOneSideAlone() {
        Set<double[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(Arrays.asList(split.train().images()));
        seen.addAll(Arrays.asList(split.test().images()));
        assertThat(seen).hasSize(digits.size());
    }

    @Test
    void labelsStayWithTheirImages() {
        IdentityHashMap<double[], Integer> labels = new IdentityHashMap<>();
        for (int i = 0; i < digits.size(); i++) {
            labels.put(digits.images()[i], digits.labels()[i]);
        }
        for (int i = 0; i < split.test().size(); i++) {
            assertThat(split.test().labels()[i])
                    .isEqualTo(labels.get(split.test().images()[i]));
        }
    }

    @Test
    void theSeedDecides() {
        assertThat(Split.of(digits, 0.2, 1L).test().labels())
                .isEqualTo(split.test().labels());
        assertThat(Split.of(digits, 0.2, 2L).test().labels())
                .isNotEqualTo(split.test().labels());
    }

    /** Pinned, because it must not depend on the Java version. */
    @Test
    void theSplitIsTheSameEverywhere() {
        assertThat(Arrays.copyOf(split.test().labels(), 20))
                .containsExactly(4, 6, 6, 8, 1, 3, 4, 7, 0, 1, 2, 2, 6, 9, 6, 3, 8, 5, 2, 6);
    }

    @Test
    void scalingCentresTheTrainingPixels() {
        LabeledImages train = split.scaled().train();
        double squares = 0.0;
        for (int p = 0; p < Digits.PIXELS; p++) {
            double sum = 0.0;
            for (double[] image : train.images()) {
                sum += image[p];
                squares += image[p] * image[p];
            }
            assertThat(sum / train.size()).isCloseTo(0.0, within(1e-12));
        }
        assertThat(squares / (train.size() * Digits.PIXELS)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void scalingKnowsNothingOfTheTestImages() {
        LabeledImages inverted = new LabeledImages(
                Arrays.stream(split.test().images())
                        .map(image ->
                                Arrays.stream(image).map(pixel -> 16 - pixel).toArray())
                        .toArray(double[][]::new),
                split.test().labels());
        assertThat(new Split(split.train(), inverted).scaled().train().images())
                .isDeepEqualTo(split.scaled().train().images());
    }

    @Test
    void scalingLeavesTheOriginalAlone() {
        split.scaled();
        assertThat(digits.images()).isDeepEqualTo(Digits.read().images());
    }
}
