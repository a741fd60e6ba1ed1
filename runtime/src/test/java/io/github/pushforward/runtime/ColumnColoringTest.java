package io.github.pushforward.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnColoringTest {

    static Stream<SparsityPattern> patterns() {
        return Stream.of(
                SparsityPattern.banded(200, 200, 2, 1),
                SparsityPattern.banded(30, 90, 0, 60),
                Patterns.fivePoint(20),
                Patterns.ninePoint(20),
                Patterns.arrowhead(50),
                Patterns.arrowhead(50).transpose(),
                Patterns.blockDiagonal(10, 7),
                Patterns.random(100, 80, 5, 1),
                Patterns.random(60, 300, 20, 2),
                Patterns.random(300, 40, 2, 3),
                SparsityPattern.dense(9, 13),
                SparsityPattern.dense(0, 5),
                SparsityPattern.dense(5, 0),
                SparsityPattern.of(4, new int[3][0]));
    }

    private static List<ColumnColoring> colorings(SparsityPattern pattern) {
        List<ColumnColoring> colorings = new ArrayList<>();
        for (ColumnOrdering ordering : ColumnOrdering.values()) {
            colorings.add(ColumnColoring.of(pattern, ordering));
        }
        colorings.add(ColumnColoring.of(pattern));
        return colorings;
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noTwoColumnsOfAColourShareARow(SparsityPattern pattern) {
        for (ColumnColoring coloring : colorings(pattern)) {
            for (int i = 0; i < pattern.rows(); i++) {
                BitSet colors = new BitSet();
                for (int column : pattern.columnsOf(i)) {
                    assertThat(coloring.color(column)).isBetween(0, coloring.colors() - 1);
                    assertThat(colors.get(coloring.color(column))).isFalse();
                    colors.set(coloring.color(column));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void groupsAreTheColumnsOfAColour(SparsityPattern pattern) {
        SparsityPattern byColumns = pattern.transpose();
        for (ColumnColoring coloring : colorings(pattern)) {
            int[] colors = new int[pattern.columns()];
            Arrays.fill(colors, -1);
            for (int color = 0; color < coloring.colors(); color++) {
                assertThat(coloring.columnsOf(color)).isNotEmpty().isSorted();
                for (int column : coloring.columnsOf(color)) {
                    colors[column] = color;
                }
            }
            for (int j = 0; j < colors.length; j++) {
                assertThat(coloring.color(j)).isEqualTo(colors[j]);
                assertThat(colors[j] < 0).isEqualTo(byColumns.columnsOf(j).length == 0);
            }
            assertThat(coloring.colors()).isGreaterThanOrEqualTo(coloring.lowerBound());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bandsTakeTheirWidth(ColumnOrdering ordering) {
        ColumnColoring coloring = ColumnColoring.of(SparsityPattern.banded(2_000, 2_000, 2, 3), ordering);
        assertThat(coloring.lowerBound()).isEqualTo(6);
        int most = ordering == ColumnOrdering.LARGEST_FIRST ? 11 : 6;
        assertThat(coloring.colors()).isBetween(6, most);
    }

    /** The columns of a band in a random order: what the order of the columns gives away no longer helps. */
    @Test
    void smallestLastFindsABandWhoseColumnsAreShuffled() {
        int n = 1_000;
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            places.add(j);
        }
        Collections.shuffle(places, new Random(5));
        SparsityPattern band = SparsityPattern.banded(n, n, 2, 2);
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.stream(band.columnsOf(i)).map(places::get).toArray();
        }
        SparsityPattern shuffled = SparsityPattern.of(n, rows);
        assertThat(ColumnColoring.of(shuffled, ColumnOrdering.SMALLEST_LAST).colors())
                .isEqualTo(5);
        assertThat(ColumnColoring.of(shuffled, ColumnOrdering.NATURAL).colors()).isGreaterThan(5);
        assertThat(ColumnColoring.of(shuffled).colors()).isEqualTo(5);
    }

    @Test
    void stencilsAreNearTheLowerBound() {
        ColumnColoring five = ColumnColoring.of(Patterns.fivePoint(40));
        assertThat(five.lowerBound()).isEqualTo(5);
        assertThat(five.colors()).isLessThanOrEqualTo(7);
        ColumnColoring nine = ColumnColoring.of(Patterns.ninePoint(40));
        assertThat(nine.lowerBound()).isEqualTo(9);
        assertThat(nine.colors()).isLessThanOrEqualTo(10);
    }

    @Test
    void aFullRowTakesAllColoursAndAFullColumnOneMore() {
        assertThat(ColumnColoring.of(Patterns.arrowhead(50)).colors()).isEqualTo(50);
        assertThat(ColumnColoring.of(Patterns.arrowhead(50).transpose()).colors())
                .isEqualTo(2);
        assertThat(ColumnColoring.of(Patterns.blockDiagonal(10, 7)).colors()).isEqualTo(7);
        assertThat(ColumnColoring.of(SparsityPattern.dense(3, 0)).colors()).isZero();
    }
}
