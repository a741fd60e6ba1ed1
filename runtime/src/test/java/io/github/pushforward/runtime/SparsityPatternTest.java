package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparsityPatternTest {

    @Test
    void rowsAreSortedAndWithoutRepetition() {
        SparsityPattern pattern = SparsityPattern.of(5, new int[][] {{4, 0, 4}, {}, {2}});
        assertThat(pattern.rows()).isEqualTo(3);
        assertThat(pattern.columns()).isEqualTo(5);
        assertThat(pattern.entries()).isEqualTo(3);
        assertThat(pattern.rowStarts()).containsExactly(0, 2, 2, 3);
        assertThat(pattern.columnIndices()).containsExactly(0, 4, 2);
        assertThat(pattern.columnsOf(0)).containsExactly(0, 4);
        assertThat(pattern.columnsOf(1)).isEmpty();
        assertThat(pattern.largestRow()).isEqualTo(2);
        assertThat(pattern.contains(0, 4)).isTrue();
        assertThat(pattern.contains(1, 4)).isFalse();
        assertThat(pattern.position(2, 2)).isEqualTo(2);
        assertThat(pattern).hasToString("SparsityPattern[3 x 5, 3 entries, at most 2 a row]");
    }

    @Test
    void allWaysToOnePatternAreEqual() {
        SparsityPattern rows = SparsityPattern.of(3, new int[][] {{0, 1}, {}, {1, 2}});
        IndexSet[] sets = {IndexSet.union(IndexSet.of(1), IndexSet.of(0)), null, IndexSet.of(2)};
        sets[2] = IndexSet.union(sets[2], IndexSet.of(1));
        assertThat(SparsityPattern.of(3, sets)).isEqualTo(rows).hasSameHashCodeAs(rows);
        assertThat(SparsityPattern.ofEntries(3, 3, new int[] {2, 0, 0, 2, 2}, new int[] {2, 1, 0, 1, 2}))
                .isEqualTo(rows);
        assertThat(rows.transpose().transpose()).isEqualTo(rows);
        assertThat(SparsityPattern.of(4, sets)).isNotEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"6,6,1,2", "3,7,0,0", "7,3,1,1", "4,4,9,9", "5,2,2147483647,0", "3,3,0,2147483647", "0,4,1,1", "4,0,1,1"
    })
    void bandsAreWhereTheyAreDefined(int rows, int columns, int lower, int upper) {
        SparsityPattern pattern = SparsityPattern.banded(rows, columns, lower, upper);
        SparsityPattern transposed = pattern.transpose();
        assertThat(pattern.rows()).isEqualTo(rows);
        assertThat(transposed.rows()).isEqualTo(columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                boolean inside = i - j <= lower && j - i <= upper;
                assertThat(pattern.contains(i, j)).isEqualTo(inside);
                assertThat(transposed.contains(j, i)).isEqualTo(inside);
            }
        }
    }

    @Test
    void denseHasAllEntries() {
        assertThat(SparsityPattern.dense(2, 3)).isEqualTo(SparsityPattern.of(3, new int[][] {{0, 1, 2}, {0, 1, 2}}));
        assertThat(SparsityPattern.dense(0, 3).columns()).isEqualTo(3);
        assertThat(SparsityPattern.dense(3, 0).rows()).isEqualTo(3);
    }

    @Test
    void whatPassesSeeLacksWhatIsZeroThere() {
        SparseMapping mapping = new SparseMapping(4, new int[][] {{0, 3}, {}, {1}});
        SparsityPattern whole = SparsityPattern.of(4, mapping.rows);
        assertThat(SparsityPattern.seen(mapping, mapping.start())).isEqualTo(whole);
        assertThat(mapping.passes).isEqualTo(4);

        PolarMapping polar = new PolarMapping(2, 0.5);
        double[] east = {3, 0};
        double[] origin = {0, 1};
        assertThat(SparsityPattern.seen(polar, east)).isEqualTo(SparsityPattern.of(2, new int[][] {{0}, {1}, {0}}));
        assertThat(SparsityPattern.seen(polar, east, origin)).isEqualTo(SparsityPattern.of(2, new int[][] {
            {0}, {0, 1}, {0}
        }));
        assertThat(SparsityPattern.seen(polar, polar.start())).isEqualTo(SparsityPattern.of(2, new int[][] {
            {0, 1}, {0, 1}, {0}
        }));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.seen(mapping))
                .withMessageStartingWith("there are no points");
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.of(2, new int[][] {{2}}))
                .withMessage("there is no column 2: the pattern has 2 columns, from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.of(64, new IndexSet[] {IndexSet.of(64)}))
                .withMessageStartingWith("there is no column 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.ofEntries(1, 1, new int[] {1}, new int[] {0}))
                .withMessageStartingWith("there is no row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.ofEntries(1, 1, new int[] {0}, new int[] {}))
                .withMessageContaining("pass one of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.banded(1, 1, -1, 0))
                .withMessage("lower is -1: pass 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.dense(1, -2))
                .withMessage("columns is -2: pass 0 or more");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> SparsityPattern.dense(1, 1).contains(0, 1));
    }
}
