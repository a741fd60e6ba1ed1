package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSetTest {

    private static @Nullable IndexSet setOf(int... indices) {
        IndexSet set = null;
        for (int index : indices) {
            set = IndexSet.union(set, IndexSet.of(index));
        }
        return set;
    }

    private static int[] ints(TreeSet<Integer> set) {
        return set.stream().mapToInt(i -> i).toArray();
    }

    /** Random unions of random sets, of which all are kept, so that a union that changed another set would show. */
    @ParameterizedTest
    @ValueSource(ints = {3, 64, 200, 5_000, Integer.MAX_VALUE})
    void unionsAreThoseOfTreeSets(int bound) {
        SplittableRandom random = new SplittableRandom(bound);
        List<@Nullable IndexSet> sets = new ArrayList<>();
        List<TreeSet<Integer>> expected = new ArrayList<>();
        sets.add(null);
        expected.add(new TreeSet<>());
        for (int k = 0; k < 400; k++) {
            if (random.nextInt(3) == 0) {
                int index = random.nextInt(bound);
                sets.add(IndexSet.of(index));
                expected.add(new TreeSet<>(List.of(index)));
            } else {
                int a = random.nextInt(sets.size());
                int b = random.nextInt(sets.size());
                int c = random.nextInt(sets.size());
                TreeSet<Integer> union = new TreeSet<>(expected.get(a));
                union.addAll(expected.get(b));
                if (random.nextBoolean()) {
                    sets.add(IndexSet.union(sets.get(a), sets.get(b)));
                } else {
                    union.addAll(expected.get(c));
                    sets.add(IndexSet.union(sets.get(a), sets.get(b), sets.get(c)));
                }
                expected.add(union);
            }
        }
        for (int k = 0; k < sets.size(); k++) {
            IndexSet set = sets.get(k);
            int[] indices = ints(expected.get(k));
            if (set == null) {
                assertThat(indices).isEmpty();
                continue;
            }
            assertThat(set.toArray()).isEqualTo(indices);
            assertThat(set.size()).isEqualTo(indices.length);
            int probe = random.nextInt(bound);
            assertThat(set.contains(probe)).isEqualTo(expected.get(k).contains(probe));
            assertThat(set.contains(indices[0])).isTrue();
            assertThat(set.contains(-1)).isFalse();
        }
    }

    @Test
    void equalSetsAreEqualHoweverTheyCameAbout() {
        List<Integer> indices =
                new ArrayList<>(IntStream.range(0, 300).map(i -> i * i).boxed().toList());
        IndexSet rising = setOf(ints(new TreeSet<>(indices)));
        Collections.shuffle(indices, new Random(1));
        IndexSet shuffled = setOf(indices.stream().mapToInt(i -> i).toArray());
        assertThat(shuffled).isEqualTo(rising).hasSameHashCodeAs(rising);
        assertThat(IndexSet.union(shuffled, IndexSet.of(2))).isNotEqualTo(rising);
        assertThat(IndexSet.of(1)).isNotEqualTo(IndexSet.of(65)).isNotEqualTo(rising);
    }

    /** Blocks of all sizes, aligned or not, put together in any order: parts without gaps come and meet. */
    @Test
    void blocksWithoutGapsAreThoseOfTreeSets() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 25; round++) {
            IndexSet set = null;
            TreeSet<Integer> expected = new TreeSet<>();
            for (int k = 0; k < 6; k++) {
                int from = random.nextInt(1_000) / (1 << random.nextInt(8)) * (1 << random.nextInt(8));
                int to = from + 1 + random.nextInt(600);
                IndexSet block = setOf(IntStream.range(from, to).toArray());
                IntStream.range(from, to).forEach(expected::add);
                set = random.nextBoolean() ? IndexSet.union(set, block) : IndexSet.union(block, set);
                assertThat(set.toArray()).isEqualTo(ints(expected));
                assertThat(set.size()).isEqualTo(expected.size());
                assertThat(set).isEqualTo(setOf(ints(expected))).hasSameHashCodeAs(setOf(ints(expected)));
                assertThat(IndexSet.union(set, block)).isSameAs(set);
                int probe = random.nextInt(2_000);
                assertThat(set.contains(probe)).isEqualTo(expected.contains(probe));
            }
        }
    }

    @Test
    void aSetThatHasAllOfTheOtherIsSharedNotCopied() {
        IndexSet small = setOf(3, 70);
        IndexSet large = setOf(3, 4, 70, 5_000);
        assertThat(IndexSet.union(small, small)).isSameAs(small);
        assertThat(IndexSet.union(large, small)).isSameAs(large);
        assertThat(IndexSet.union(large, setOf(5_000, 4, 3, 70))).isSameAs(large);
        assertThat(IndexSet.union(IndexSet.of(4), large)).isSameAs(large);
        assertThat(IndexSet.union(null, large)).isSameAs(large);
        assertThat(IndexSet.union(large, null)).isSameAs(large);
    }

    @Test
    void nullIsTheEmptySet() {
        assertThat(IndexSet.union(null, null)).isNull();
        assertThat(IndexSet.union(null, null, null)).isNull();
        assertThat(IndexSet.union()).isNull();
        assertThat(IndexSet.union(new IndexSet[5])).isNull();
        assertThat(IndexSet.union(new IndexSet[] {null, IndexSet.of(7), null, IndexSet.of(2)}))
                .hasToString("[2, 7]");
    }

    /** n copies of a set that grows to n indices would take n²/16 bytes even as bits: 0.27 GB here. */
    @Test
    void aSumOverAllInputsAllocatesAlmostLinearly() {
        int n = 1 << 16;
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        IndexSet sum = null;
        for (int i = 0; i < n; i++) {
            sum = IndexSet.union(sum, IndexSet.of(i));
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isNotNull();
        assertThat(sum.size()).isEqualTo(n);
        assertThat(bytes).isLessThan(600L * n);
    }

    @Test
    void negativeIndicesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexSet.of(-1))
                .withMessage("index is -1: inputs are counted from 0");
    }
}
