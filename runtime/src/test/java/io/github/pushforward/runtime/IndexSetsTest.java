package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IndexSetsTest {
    private static IndexSet[] numbered(int n) {
        IndexSet[] sets = new IndexSet[n];
        Arrays.setAll(sets, IndexSet::of);
        return sets;
    }

    @Test
    void emptySetsHaveTheShapeOfTheNumbers() {
        assertThat(IndexSets.empty((double[]) null)).isNull();
        assertThat(IndexSets.empty(new float[3])).containsExactly(null, null, null);
        assertThat(IndexSets.empty(new double[][] {{1, 2}, null, {}})).isDeepEqualTo(new IndexSet[][] {
            {null, null}, null, {}
        });
        assertThat(IndexSets.empty(new float[][] {{1}})).isDeepEqualTo(new IndexSet[][] {{null}});
        assertThat(IndexSets.empty(new double[][][] {{{1}, {}}, null})).isDeepEqualTo(new IndexSet[][][] {
            {{null}, {}}, null
        });
        assertThat(IndexSets.empty(new float[][][] {{null}})).isDeepEqualTo(new IndexSet[][][] {{null}});
    }

    /** Of distinct numbers the order is that of the numbers before. */
    @Test
    void sortMovesEachSetWithItsNumber() {
        double[] before =
                new SplittableRandom(1).doubles(200).distinct().limit(100).toArray();
        double[] array = before.clone();
        IndexSet[] sets = numbered(100);
        IndexSets.sort(array, sets);
        double[] sorted = before.clone();
        Arrays.sort(sorted);
        assertThat(array).isEqualTo(sorted);
        for (int i = 0; i < 100; i++) {
            assertThat(sets[i].toArray()).hasSize(1);
            assertThat(before[sets[i].toArray()[0]]).isEqualTo(array[i]);
        }
    }

    @Test
    void sortUnitesTheSetsOfEqualNumbers() {
        float[] array = {9, 2, 0.0f, Float.NaN, 2, -0.0f, Float.NaN, 7};
        IndexSet[] sets = numbered(8);
        sets[1] = null;
        IndexSets.sort(array, 1, 7, sets);
        assertThat(array).containsExactly(9, -0.0f, 0.0f, 2, 2, Float.NaN, Float.NaN, 7);
        assertThat(Arrays.toString(sets)).isEqualTo("[[0], [2, 5], [2, 5], [4], [4], [3], [6], [7]]");
    }

    @Test
    void sortThrowsAsTheLibraryDoes() {
        assertThatThrownBy(() -> IndexSets.sort(new double[2], 1, 3, numbered(2)))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> IndexSets.sort(new float[2], 2, 1, numbered(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
