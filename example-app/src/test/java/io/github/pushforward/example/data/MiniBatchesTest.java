package io.github.pushforward.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniBatchesTest {

    private final LabeledImages all = numbered(10);

    /** Image i is {i}, and its label is i. */
    private static LabeledImages numbered(int size) {
        double[][] images = new double[size][1];
        for (int i = 0; i < size; i++) {
            images[i][0] = i;
        }
        return new LabeledImages(images, Permutation.identity(size));
    }

    private static List<Integer> labels(MiniBatches batches, int count) {
        List<Integer> labels = new ArrayList<>();
        for (int b = 0; b < count; b++, batches.next()) {
            LabeledImages batch = batches.current();
            for (int i = 0; i < batch.size(); i++) {
                assertThat(batch.images()[i]).containsExactly(batch.labels()[i]);
                labels.add(batch.labels()[i]);
            }
        }
        return labels;
    }

    @Test
    void anEpochSeesEveryImageOnce() {
        List<Integer> labels = labels(new MiniBatches(all, 4, 7L), 5);
        assertThat(labels.subList(0, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(labels.subList(10, 20)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(labels.subList(10, 20)).isNotEqualTo(labels.subList(0, 10));
    }

    @Test
    void theSeedDecides() {
        List<Integer> labels = labels(new MiniBatches(all, 4, 7L), 10);
        assertThat(labels(new MiniBatches(all, 4, 7L), 10)).isEqualTo(labels);
        assertThat(labels(new MiniBatches(all, 4, 8L), 10)).isNotEqualTo(labels);
    }

    @Test
    void theArraysOfTheBatchStayTheSame() {
        MiniBatches batches = new MiniBatches(all, 4, 7L);
        double[][] images = batches.current().images();
        int[] labels = batches.current().labels();
        batches.next();
        assertThat(batches.current().images()).isSameAs(images);
        assertThat(batches.current().labels()).isSameAs(labels);
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MiniBatches(all, 11, 7L))
                .withMessage("the batch size is 11: it must be from 1 to the 10 training images");
    }
}
